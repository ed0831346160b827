using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Course.Plots;

/// <summary>The text/html face of a figure: a box, and a script that draws into it as soon as plotly.js is there.</summary>
internal static class FigureHtml
{
    private static readonly ConcurrentDictionary<string, int> seen = new();

    private static readonly Lazy<string> still = new(() => Script("null"));
    private static readonly Lazy<string> moving = new(() => Script(Resource("film.js")));

    internal static string Of(ThemedFigure figure)
    {
        string json = figure.ToPageJson();
        string id = Id(json);
        (int width, int height) = figure.Size;
        string script = (figure.Film is null ? still : moving).Value.Replace("CHART-ID", id, StringComparison.Ordinal)
            .Replace("FIGURE", json, StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <div id="{id}" class="course-chart" role="img" aria-label="{WebUtility.HtmlEncode(ChartSummary.Of(figure))}" style="width:100%;max-width:{width}px;height:{height}px"></div>
            <script>
            {script}
            </script>
            """);
    }

    private static string Script(string film) => Resource("chart.js").Replace("NARROW", Resource("narrow.js"), StringComparison.Ordinal)
        .Replace("FILM", film, StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var script = new StreamReader(typeof(FigureHtml).Assembly.GetManifestResourceStream("Course.Plots.Scripts." + name)!);
        // It stands beside every chart, so without indents and comments.
        return string.Join('\n', script.ReadToEnd().Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
    }

    // Two runs give the same ids, and a chart that is shown twice gets two.
    private static string Id(string json)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..10];
        int times = seen.AddOrUpdate(hash, 1, (_, before) => before + 1);
        return string.Create(CultureInfo.InvariantCulture, $"chart-{hash}-{times}");
    }
}
