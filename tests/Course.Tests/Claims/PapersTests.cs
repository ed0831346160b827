using System.Reflection;

namespace Course.Tests;

public class PapersTests
{
    private static IReadOnlyList<Paper> All { get; } =
        [.. typeof(Papers).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null))
        .Cast<Paper>()];

    [Fact]
    public void Every_paper_says_how_its_page_was_checked() => Assert.All(All, paper =>
        Assert.True(paper.Checked.StartsWith("seen", StringComparison.Ordinal)
        || paper.Checked.StartsWith("restated in ", StringComparison.Ordinal)
        || paper.Checked.StartsWith("not seen", StringComparison.Ordinal), $"{paper.Title}: {paper.Checked}"));

    [Fact]
    public void Every_paper_stands_once_and_is_measured_again()
    {
        Assert.Distinct(All.Select(paper => paper.Title));
        Assert.Equal([], All.Except(Claims.All.Select(claim => claim.Paper).OfType<Paper>()).Select(paper => paper.Title));
        Assert.Equal([], Claims.All.Select(claim => claim.Paper).OfType<Paper>().Except(All).Select(paper => paper.Title));
    }

    [Fact]
    public void Every_claim_that_names_a_paper_names_a_place_in_it_and_has_a_lesson() => Assert.All(Claims.All, claim =>
    {
        Assert.Contains(claim.Lesson, Lessons.All.Select(lesson => lesson.Number));
        Assert.Equal(claim.Paper is null, claim.Where.Length == 0);
    });

    [Fact]
    public void A_citation_names_authors_year_title_place_and_how_the_page_was_checked() => Assert.Equal(
        "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998). Gradient-based learning applied to document recognition. Proceedings of the "
            + "IEEE 86(11), 2278-2324; " +
        "section II-B and table I (restated in a transcription of its text).",
        Claims.Find("1998.lecun.lenet-5").Citation);
}
