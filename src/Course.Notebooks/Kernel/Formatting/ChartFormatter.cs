using System.Globalization;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel.Formatting;

/// <summary>
/// Shows the charts of Plotly.NET, in the place of the notebook extension Plotly.NET.Interactive, which only runs in .NET Interactive. A
/// library that registers its own formatters for charts, as the course's does, has them used instead.
/// </summary>
internal static class ChartFormatter
{
    private const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    private static int count;

    internal static void RegisterOnceChartsAreThere()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, happened) => RegisterIf(happened.LoadedAssembly);
        foreach (Assembly loaded in AppDomain.CurrentDomain.GetAssemblies())
            RegisterIf(loaded);
    }

    private static void RegisterIf(Assembly loaded)
    {
        if (loaded.GetName().Name != "Plotly.NET" || loaded.GetType("Plotly.NET.GenericChart") is not { } functions)
            return;
        // Before version 5 the type lay inside a module of the same name.
        Type chart = functions.GetNestedType("GenericChart") ?? functions;
        foreach (Type type in (IEnumerable<Type>)[chart, .. chart.GetNestedTypes().Where(type => type.IsAssignableTo(chart))])
        {
            Formatter.SetPreferredMimeTypesFor(type, PlotlyMimeType, HtmlFormatter.MimeType);
            Formatter.Register(type, (value, writer) => writer.Write(Figure(functions, value)), PlotlyMimeType);
            Formatter.Register(type, (value, writer) => writer.Write(Html(functions, value)), HtmlFormatter.MimeType);
            Formatter.Register(type, (_, writer) => writer.Write("[a chart]"), PlainTextFormatter.MimeType);
        }
    }

    // The figure as JSON: data and layout.
    private static string Figure(Type functions, object chart) =>
        (string)(functions.GetMethod("toFigureJson") ?? functions.GetMethod("toJson")!).Invoke(null, [chart])!;

    // A page fetches nothing, so the first chart of a notebook carries plotly.js, which lies in the library.
    private static string Html(Type functions, object chart)
    {
        int number = Interlocked.Increment(ref count);
        string id = string.Create(CultureInfo.InvariantCulture, $"plotly-chart-{number}");
        string figure = Figure(functions, chart).Replace("</", "<\\/", StringComparison.Ordinal);
        string script = number > 1 ? ""
            : $"<script>(function (define, module, exports) {{\n{PlotlyJs(functions)}\n}}).call(window);</script>\n";
        return $$"""
            {{script}}<div id="{{id}}"></div>
            <script>
            (function draw() {
              if (!window.Plotly) return setTimeout(draw, 50);
              const figure = {{figure}};
              Plotly.newPlot("{{id}}", figure.data, figure.layout, { responsive: true });
            })();
            </script>
            """;
    }

    private static string PlotlyJs(Type functions)
    {
        string? name = functions.Assembly.GetManifestResourceNames()
            .FirstOrDefault(name => name.Contains("plotly", StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(".min.js", StringComparison.Ordinal));
        if (name is null)
            return "";
        using var reader = new StreamReader(functions.Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
