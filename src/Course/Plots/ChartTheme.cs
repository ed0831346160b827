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
    public static void Register()
    {
        Register<GenericChart>(ThemedFigure.Of);
        Register<Animation>(animation => animation.ToFigure());
    }

    private static void Register<T>(Func<T, ThemedFigure> figure)
    {
        Formatter.SetPreferredMimeTypesFor(typeof(T), PlotlyMimeType, HtmlFormatter.MimeType);
        Formatter.Register<T>((chart, writer) => writer.Write(figure(chart).ToJson()), PlotlyMimeType);
        Formatter.Register<T>((chart, writer) => writer.Write(FigureHtml.Of(figure(chart))), HtmlFormatter.MimeType);
        Formatter.Register<T>((chart, writer) => writer.Write($"[{figure(chart).Title}]"), PlainTextFormatter.MimeType);
    }
}
