using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace Course.Plots;

/// <summary>
/// How charts are shown: as <c>application/vnd.plotly.v1+json</c> for front ends that draw Plotly's figures themselves, and as text/html
/// that draws with the plotly.js of <see cref="PlotlyJs"/>. Both in the course's theme: transparent, legible on white and on black, colours
/// and line styles that colour-blind readers can tell apart.
/// </summary>
public static class ChartTheme
{
    /// <summary>The mime type of a Plotly figure.</summary>
    public const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    internal const int UnsetWidth = 600;
    internal const int UnsetHeight = 600;

    /// <summary>
    /// Registers the formatters of <see cref="GenericChart"/> and <see cref="Animation"/>. May be called any number of times.
    /// </summary>
    public static void Register() => Register(typeof(GenericChart));

    /// <summary>
    /// Registers them as soon as Plotly.NET is there, so that a chart is a chart even in a notebook that does not begin a lesson.
    /// </summary>
#pragma warning disable CA2255 // A library's initializer is what is wanted: it must run in whichever engine loads this assembly.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void RegisterOnceChartsAreThere() =>
        WhenLoaded.Register("Plotly.NET", plotly => Register(plotly.GetType("Plotly.NET.GenericChart", throwOnError: true)!));

    // Names no type of Plotly.NET itself, because that is still being loaded: see WhenLoaded. The formatters run later.
    private static void Register(Type chartType)
    {
        // A chart is of one of the nested types. Of two formatters the one for the narrower type is used, so that these stand whatever is
        // registered later for all charts, as Plotly.NET.Interactive does.
        foreach (Type type in chartType.GetNestedTypes().Where(type => type.IsAssignableTo(chartType)))
            Register(type, chart => ThemedFigure.Of((GenericChart)chart));
        Register(chartType, chart => ThemedFigure.Of((GenericChart)chart));
        Register(typeof(Animation), animation => ((Animation)animation).ToFigure());
    }

    private static void Register(Type type, Func<object, ThemedFigure> figure)
    {
        Formatter.SetPreferredMimeTypesFor(type, PlotlyMimeType, HtmlFormatter.MimeType);
        Formatter.Register(type, (chart, writer) => writer.Write(figure(chart).ToJson()), PlotlyMimeType);
        Formatter.Register(type, (chart, writer) => writer.Write(FigureHtml.Of(figure(chart))), HtmlFormatter.MimeType);
        Formatter.Register(type, (chart, writer) => writer.Write($"[{figure(chart).Title}]"), PlainTextFormatter.MimeType);
    }
}
