using System.Reflection;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Lessons.Tests;

/// <summary>A second copy of a library in the notebook's process would have formatters, settings and types of its own.</summary>
public class SharedLibrariesTests
{
    private static readonly string plotlyInteractive = Path.Combine(
        typeof(SharedLibrariesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "PlotlyInteractive").Value!, "lib", "netstandard2.1", "Plotly.NET.Interactive.dll");

    // Of two charts that are alike the second one's box gets another number.
    private const string BoxNumber = "(?<=chart-[0-9a-f]{10})-[0-9]+";

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

    // In a process of its own: formatters are one process's, and other tests register them.
    [Fact]
    public async Task A_chart_is_shown_alike_without_a_lesson_begun_and_beside_Plotly_NET_s_own_extension()
    {
        const string chart = "Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2], [3, 4])";
        // What the extension does when .NET Interactive loads it.
        string extension = $"""
            #r "{plotlyInteractive}"
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Plotly.NET.GenericChart>(
                (chart, writer) => writer.Write(Plotly.NET.Interactive.Formatters.toInteractiveHTML(chart)), "text/html");
            """;
        var notebook = new NotebookDocument();
        foreach (string code in (string[])[$"#r \"{Library}\"\n{chart}", extension, chart])
            notebook.Cells.Add(new CodeCell(code));

        NotebookReport report = await NotebookRunner.RunAsync(
            new RunRequest(Path.Combine(AppContext.BaseDirectory, "charts.ipynb")) { Document = notebook },
            progress: null, TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded, report.Failure?.Summary);
        string[][] shown = [.. notebook.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).OfType<ResultOutput>()
            .Select(output => output.Data.Contents.Select(form => Regex.Replace($"{form.Key}: {form.Value}", BoxNumber, "")).ToArray())];
        Assert.Equal(2, shown.Length);
        Assert.StartsWith("application/vnd.plotly.v1+json", shown[0][0], StringComparison.Ordinal);
        Assert.Equal(shown[0], shown[1]);
    }

    [Fact]
    public async Task A_data_frame_is_shown_as_a_table_without_a_lesson_begun()
    {
        var notebook = new NotebookDocument();
        notebook.Cells.Add(new CodeCell($"""
            #r "{Library}"
            using Microsoft.Data.Analysis;
            new DataFrame(new StringDataFrameColumn("name", ["bee", "cat"]))
            """));

        NotebookReport report = await NotebookRunner.RunAsync(
            new RunRequest(Path.Combine(AppContext.BaseDirectory, "frames.ipynb")) { Document = notebook },
            progress: null, TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded, report.Failure?.Summary);
        ResultOutput shown = notebook.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).OfType<ResultOutput>().Single();
        Assert.EndsWith("2 rows, 1 column</div></div>", shown.Data.Text("text/html"), StringComparison.Ordinal);
        Assert.Equal(["name", "bee", "cat", "2 rows, 1 column"], shown.Data.Text("text/plain")!.Split('\n', StringSplitOptions.TrimEntries));
    }
}
