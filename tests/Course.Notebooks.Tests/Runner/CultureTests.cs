using Course.Notebooks.Documents;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Notebooks.Tests.Runner;

public class CultureTests
{
    [Fact]
    public async Task A_notebook_begins_in_the_culture_of_the_machine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no variable sets a process's culture there");
        var notebook = new NotebookDocument();
        notebook.Cells.Add(new CodeCell("Console.Write(1.5);"));
        notebook.Cells.Add(new CodeCell("await Task.Run(() => Console.Write(2.5));"));

        NotebookReport report = await NotebookRunner.RunAsync(
            new RunRequest(Path.Combine(AppContext.BaseDirectory, "comma.ipynb")) { Document = notebook },
            progress: null,
            TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded, report.Failure?.Summary);
        Assert.Equal(["1,5", "2,5"], notebook.Cells.OfType<CodeCell>()
            .Select(cell => Assert.IsType<StreamOutput>(Assert.Single(cell.Outputs)).Text));
    }
}
