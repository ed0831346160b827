using System.Globalization;
using Course.Plots;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>The title at the top of a lesson, with the script that draws its charts.</summary>
[TypeFormatterSource(typeof(MimeFormatter<LessonHeader>), PreferredMimeTypes = [Mime.Html, Mime.Plain])]
internal sealed record LessonHeader(int Number, int Year, string Title, int TorchThreads) : IMimeRenderable
{
    public string? Face(string mimeType) => mimeType switch
    {
        Mime.Html => $"""
            <div style="{HtmlParts.Frame};border-left:6px solid {HtmlParts.Accent};padding:.1em 0 .3em 1em">
            <div aria-hidden="true" style="font-size:.85em;letter-spacing:.06em;opacity:.8">Lesson {NumberText} · {YearText}</div>
            <div aria-hidden="true" style="font-size:1.7em;font-weight:600;line-height:1.2">{HtmlParts.Text(Title)}</div>
            <div style="font-size:.8em;opacity:.75">{HtmlParts.Text(Setting)}</div></div>
            {PlotlyJs.ScriptElement()}
            """,
        Mime.Plain => $"Lesson {NumberText} · {YearText} · {Title} ({Setting})",
        _ => null,
    };

    private string NumberText => Number.ToString("00", CultureInfo.InvariantCulture);

    private string YearText => Year.ToString(CultureInfo.InvariantCulture);

    private string Setting => TorchThreads switch
    {
        0 => $".NET {Environment.Version.ToString(2)}",
        1 => $".NET {Environment.Version.ToString(2)}, torch on one thread",
        _ => string.Create(CultureInfo.InvariantCulture, $".NET {Environment.Version.ToString(2)}, torch on {TorchThreads} threads"),
    };
}
