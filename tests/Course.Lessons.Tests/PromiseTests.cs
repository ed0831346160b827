using Course.Lessons.Tests.Promises;
using Course.Notebooks.Documents;
using Course.Notebooks.Results;

namespace Course.Lessons.Tests;

/// <summary>What the lessons' text says of their outputs.</summary>
public class PromiseTests
{
    private static readonly NotebookDocument example = Example();

    public static TheoryData<string> Lessons => [.. LessonPromises.All.Keys];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task The_output_bears_out_what_the_text_says_of_it(string lesson)
    {
        NotebookReport report =
            await LessonRuns.Of(Repository.LessonFiles.Single(file => file.StartsWith(lesson, StringComparison.Ordinal)));

        Assert.True(report.Succeeded, report.Failure?.Summary);
        Assert.Equal([], LessonPromises.All[lesson].Select(promise => promise.Broken(report.Executed!)).OfType<string>());
    }

    [Theory]
    [InlineData("32 of 45 pairs", @"(\d+) of 45 pairs")]
    [InlineData("the fourth is *best*", @"\bbest: 4")]
    [InlineData("three are left", "3 left")]
    [InlineData("as lesson 01 says", "3 left")]
    public void A_promise_is_kept(string words, string output) => Assert.Null(new Promise("seen", words, "run", output).Broken(example));

    [Theory]
    [InlineData("seen", "32 of 45 pairs", "run", @"(\d+) of 45 pairs", "do not bear it out")]
    [InlineData("seen", "32 of 45 pairs", "run", "33 of 45", "does not match")]
    [InlineData("seen", "33 of 45 pairs", "run", "32 of 45", "does not say")]
    [InlineData("gone", "32 of 45 pairs", "run", "32 of 45", "no text cell 'gone'")]
    [InlineData("seen", "32 of 45 pairs", "gone", "32 of 45", "no code cell 'gone'")]
    [InlineData("run", "32 of 45 pairs", "seen", "32 of 45", "no text cell 'run'")]
    public void A_broken_promise_says_what_is_wrong(string text, string words, string cell, string output, string says) =>
        Assert.Contains(says, new Promise(text, words, cell, output, numbers => numbers is [33]).Broken(example), StringComparison.Ordinal);

    private static NotebookDocument Example()
    {
        var run = new CodeCell("1", "run");
        run.Outputs.Add(new StreamOutput("stdout", "32 of 45 pairs\n"));
        run.Outputs.Add(new DisplayOutput(new MimeBundle("text/html", "<style>p { }</style><p>best:\n<b>4</b></p>")));
        run.Outputs.Add(new DisplayOutput(new MimeBundle("application/vnd.plotly.v1+json", """{"layout":{"title":"3 left"}}""")));
        var document = new NotebookDocument();
        document.Cells.Add(run);
        document.Cells.Add(new MarkdownCell("They split 32 of\n45 **pairs**, the fourth is best; three are left, as [lesson 01](01.ipynb) says.", "seen"));
        return document;
    }
}
