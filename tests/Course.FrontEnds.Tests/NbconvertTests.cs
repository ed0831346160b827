using System.Diagnostics;
using Course.Notebooks.Documents;
using Course.Notebooks.Results;

namespace Course.FrontEnds.Tests;

/// <summary>
/// nbconvert, and so nbclient, runs the notebooks on our kernel over the Jupyter wire: they must show what our own runner shows.
/// </summary>
public sealed class NbconvertTests(JupyterHome jupyter) : IClassFixture<JupyterHome>
{
    [Theory]
    [InlineData("01-mcculloch-pitts-neuron")]
    [InlineData("02-perceptron")]
    [InlineData("03-limits-of-the-perceptron")]
    public async Task A_lesson_shows_the_same_as_in_our_runner(string lesson)
    {
        string python = Programs.PythonWith("nbconvert", "jupyter-nbconvert");
        string notebook = Path.Combine(jupyter.Notebooks, lesson + ".ipynb");
        ProcessStartInfo start = jupyter.Start(python, "-m", "nbconvert", "--to", "notebook", "--execute", "--output",
            $"{lesson}.executed.ipynb", notebook);

        await Programs.RunAsync(start, TestContext.Current.CancellationToken);
        NotebookReport report = await OurRuns.OfAsync(lesson);

        string[] there = [.. Screen.Of(NotebookDocument.Load(Path.Combine(jupyter.Notebooks, lesson + ".executed.ipynb")))];
        string[] here = [.. Screen.Of(report.Executed!)];
        Assert.Equal(here.Length, there.Length);
        Assert.All(here.Zip(there), pair => Assert.Equal(pair.First, pair.Second));
    }
}
