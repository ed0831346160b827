using Course.Notebooks.Tests.Runner;

namespace Course.Notebooks.Tests.Language;

public class WorkerTests
{
    [Fact]
    public async Task A_worker_that_runs_cells_loads_nothing_of_the_language_services()
    {
        Trial trial = await Trial.OfAsync(
            "int x = 1; display(x); x + 1",
            "foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Console.WriteLine(assembly.GetName().Name);");

        Assert.Contains("Microsoft.CodeAnalysis.CSharp\n", trial.PrintedBy(2).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Features", trial.PrintedBy(2), StringComparison.Ordinal);
        Assert.DoesNotContain("Workspaces", trial.PrintedBy(2), StringComparison.Ordinal);
        Assert.DoesNotContain("System.Composition", trial.PrintedBy(2), StringComparison.Ordinal);
    }
}
