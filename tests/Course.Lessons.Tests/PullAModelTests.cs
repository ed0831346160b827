using Course.Notebooks.Documents;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Lessons.Tests;

/// <summary>The course's end: lesson 17 pushes a model, and another notebook, which knows its name alone, pulls it and draws.</summary>
public class PullAModelTests
{
    [Fact]
    public async Task Another_notebook_draws_with_the_model_that_lesson_17_pushed()
    {
        NotebookReport lesson = await LessonRuns.Of(Repository.LessonFiles.Single(file => file.StartsWith("17", StringComparison.Ordinal)));
        Assert.True(lesson.Succeeded, lesson.Failure?.Summary);

        var request = new RunRequest(Path.Combine(Repository.Notebooks, "more", "pull-a-model.ipynb"))
        {
            CellTimeout = TimeSpan.FromSeconds(60),
        };
        NotebookReport other = await NotebookRunner.RunAsync(request, progress: null, TestContext.Current.CancellationToken);

        Assert.True(other.Succeeded, other.Failure?.Summary);
        Assert.Contains("me/digits-from-noise", TextOf(other, "hub"), StringComparison.Ordinal);
        Assert.Contains("pulled 62,913 weights and biases", TextOf(other, "pull"), StringComparison.Ordinal);
        Assert.Contains("heatmap", other.Executed!.ToJson(), StringComparison.Ordinal);
    }

    private static CodeCell Cell(NotebookReport report, string id) =>
        (CodeCell)report.Executed!.Cells.Single(cell => cell.Id == id);

    private static string TextOf(NotebookReport report, string id) =>
        string.Concat(Cell(report, id).Outputs.OfType<StreamOutput>().Select(output => output.Text));
}
