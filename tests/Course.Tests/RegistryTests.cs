using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.TestTools;

namespace Course.Tests;

/// <summary>The registry of lessons and the notebooks say the same.</summary>
public partial class RegistryTests
{
    private static readonly string[] notebooks =
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_lesson_has_a_notebook_and_every_notebook_a_lesson() =>
        Assert.Equal(
            Lessons.All.Select(lesson => lesson.Number),
            notebooks.Select(path => int.Parse(Path.GetFileName(path)[..2], CultureInfo.InvariantCulture)));

    [Fact]
    public void A_notebook_s_metadata_say_what_the_registry_says() => Assert.All(notebooks, path =>
    {
        JsonNode said = JsonNode.Parse(File.ReadAllText(path))!["metadata"]!["course"]!;
        Lesson lesson = Lessons.Find((int)said["number"]!);
        Assert.Equal((lesson.Year, lesson.Title, lesson.TorchThreads),
            ((int)said["year"]!, (string)said["title"]!, (int)said["torchThreads"]!));
    });

    [Fact]
    public void A_notebook_reports_the_claims_of_its_own_lesson() => Assert.All(notebooks, path =>
    {
        Lesson lesson = Lessons.Find(int.Parse(Path.GetFileName(path)[..2], CultureInfo.InvariantCulture));
        string[] reported = [.. Reports().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Distinct()];

        Assert.NotEmpty(reported);
        Assert.Empty(reported.Except(lesson.Claims.Select(claim => claim.Id)));
    });

    [GeneratedRegex(@"Claim\.Report\(\s*\\""([^""\\]+)\\""")]
    private static partial Regex Reports();
}
