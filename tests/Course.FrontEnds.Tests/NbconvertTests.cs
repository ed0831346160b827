using System.Diagnostics;
using Course.Notebooks.Documents;
using Course.TestTools;

namespace Course.FrontEnds.Tests;

/// <summary>
/// nbconvert, and so nbclient, runs the notebooks on our kernel over the Jupyter wire: they must show what our own runner shows.
/// </summary>
public sealed class NbconvertTests(JupyterHome jupyter) : IClassFixture<JupyterHome>
{
    // One lesson, with charts and with bars that move, goes over the wire; the kernel behind it runs all of them in their own tests.
    [Fact]
    public async Task A_lesson_shows_the_same_as_in_our_runner()
    {
        const string lesson = "02-perceptron";
        string python = Programs.PythonWith("nbconvert", "jupyter-nbconvert");
        CancellationToken cancel = TestContext.Current.CancellationToken;
        string notebook = Path.Combine(jupyter.Notebooks, lesson + ".ipynb");
        ProcessStartInfo start = jupyter.Start(python, "-m", "nbconvert", "--to", "notebook", "--execute", "--output",
            $"{lesson}.executed.ipynb", notebook);

        await Programs.RunAsync(start, cancel);

        string[] there = [.. Screen.Of(NotebookDocument.Load(Path.Combine(jupyter.Notebooks, lesson + ".executed.ipynb")))];
        string[] here = [.. Screen.Of(NotebookDocument.Load(await KernelRuns.PathOfAsync(lesson + ".ipynb")))];
        Assert.Equal(here.Length, there.Length);
        Assert.All(here.Zip(there), pair => Assert.Equal(pair.First, pair.Second));
    }
}
