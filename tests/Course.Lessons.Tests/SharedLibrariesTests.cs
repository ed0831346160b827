using Course.Notebooks.Kernel;

namespace Course.Lessons.Tests;

/// <summary>A second copy of a library in the notebook's process would have formatters, settings and types of its own.</summary>
public class SharedLibrariesTests
{
    private static string Library => Path.Combine(Repository.Root, "artifacts", "course", "Course.dll");

    [Fact]
    public async Task The_formatting_library_is_loaded_once_and_so_is_every_other()
    {
        using var kernel = new CSharpKernel();

        CellResult result = await kernel.RunAsync(
            $$"""
            #r "{{Library}}"
            using Course;
            using Plotly.NET;
            using Plotly.NET.CSharp;

            Display.Show(Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2], [3, 4]));
            string.Join(", ", AppDomain.CurrentDomain.GetAssemblies()
                .Where(assembly => !assembly.IsDynamic)
                .GroupBy(assembly => assembly.GetName().Name)
                .Where(copies => copies.Count() > 1 || (copies.Key == "Microsoft.DotNet.Interactive.Formatting" && copies.Count() != 1))
                .Select(copies => $"{copies.Key} x {copies.Count()}"))
            """,
            _ => { },
            TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, string.Join('\n', result.Error?.Traceback ?? []));
        Assert.Equal("", result.Value!.Text("text/plain"));
    }

    [Fact]
    public async Task A_formatter_that_a_cell_registers_is_used_by_the_kernel()
    {
        using var kernel = new CSharpKernel();

        CellResult result = await kernel.RunAsync(
            $$"""
            #r "{{Library}}"
            Course.Plots.ChartTheme.Register();
            Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2], [3, 4])
            """,
            _ => { },
            TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, string.Join('\n', result.Error?.Traceback ?? []));
        Assert.Contains("application/vnd.plotly.v1+json", result.Value!.Contents.Keys);
    }
}
