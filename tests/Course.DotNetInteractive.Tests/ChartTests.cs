using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.DotNetInteractive.Tests;

/// <summary>Charts where no lesson was begun, and where Plotly.NET's own extension registers its way of showing them.</summary>
[Collection(Engine.OneAtATime)]
public class ChartTests
{
    private const string Chart = "Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2], [3, 4]).Titled(\"a line\")";

    private static readonly string extension = Path.Combine(
        typeof(ChartTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PlotlyInteractive").Value!,
        "lib", "netstandard2.1", "Plotly.NET.Interactive.dll");

    [Fact]
    public async Task A_chart_is_shown_alike_without_a_lesson_begun_and_beside_Plotly_NET_s_own_extension()
    {
        Formatter.ResetToDefault(); // Other tests have begun lessons.

        NotebookRun run = await Engine.ExecuteAsync([
            """
            #r "../artifacts/course/Course.dll"
            using Course.Plots;
            """,
            Chart,
            $"""
            #r "{extension}"
            Microsoft.DotNet.Interactive.IKernelExtension extension = new Plotly.NET.Interactive.FormatterKernelExtension();
            await extension.OnLoadAsync(Microsoft.DotNet.Interactive.Kernel.Root);
            """,
            Chart]);

        Assert.Null(run.Failure);
        FormattedValue[] before = [.. run.Cells[1].Shown.SelectMany(shown => shown.FormattedValues)];
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html"], before.Select(value => value.MimeType));
        Assert.Equal(before.Select(WithoutBoxNumber),
            run.Cells[3].Shown.SelectMany(shown => shown.FormattedValues).Select(WithoutBoxNumber));

        // Of two charts that are alike the second one's box gets another number.
        static string WithoutBoxNumber(FormattedValue value) => Regex.Replace(value.Value, "(?<=chart-[0-9a-f]{10})-[0-9]+", "");
    }
}
