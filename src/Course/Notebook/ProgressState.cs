using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>The state of a bar at one moment.</summary>
[TypeFormatterSource(typeof(MimeFormatter<ProgressState>), PreferredMimeTypes = [Mime.Html, Mime.Plain])]
internal sealed record ProgressState(string Title, long Total) : IMimeRenderable
{
    internal long Done { get; init; }

    internal double? Loss { get; init; }

    internal string? Note { get; init; }

    internal TimeSpan Elapsed { get; init; }

    internal bool Ended { get; init; }

    public string? Face(string mimeType) => mimeType switch
    {
        Mime.Html => ToHtml(),
        Mime.Plain => ToText(),
        _ => null,
    };

    private double Share => Total == 0 ? 0 : Math.Clamp((double)Done / Total, 0, 1);

    private bool Complete => Ended && (Total == 0 || Done >= Total);

    private string Count => Total == 0
        ? Done.ToString("N0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Done:N0} of {Total:N0}");

    private IEnumerable<string> Facts()
    {
        yield return Ended && !Complete ? $"stopped at {Count}" : Count;
        if (Loss is { } loss)
        {
            yield return $"loss {loss.ToString("0.0000", CultureInfo.InvariantCulture)}";
        }

        if (!string.IsNullOrEmpty(Note))
        {
            yield return Note;
        }

        if (Done > 0 && Elapsed > TimeSpan.Zero)
        {
            yield return Speed(Done / Elapsed.TotalSeconds);
        }

        if (Ended)
        {
            yield return $"took {Time(Elapsed)}";
        }
        else if (Done > 0 && Done < Total)
        {
            yield return $"{Time(Elapsed * ((double)(Total - Done) / Done))} left";
        }
    }

    private string ToText() => $"{Title}: {string.Join(" · ", Facts())}";

    private string ToHtml()
    {
        string colour = Complete ? HtmlParts.Good : HtmlParts.Accent;
        string width = HtmlParts.Number(100 * (Total == 0 ? (Ended ? 1 : 0) : Share));
        return $"""
            <div style="{HtmlParts.Frame}"><div style="display:flex;align-items:center;flex-wrap:wrap;gap:.2em .8em">
            <span style="font-weight:600">{HtmlParts.Text(Title)}</span>
            <span role="progressbar" aria-label="{HtmlParts.Text(Title)}" aria-valuemin="0" aria-valuemax="100" aria-valuenow="{width}" style="display:inline-block;width:14em;height:.6em;border-radius:.3em;overflow:hidden;background:rgba(128,128,128,.3)"><span style="display:block;height:100%;width:{width}%;background:{colour}"></span></span>
            <span style="font-size:.88em;opacity:.85;font-variant-numeric:tabular-nums">{HtmlParts.Text(string.Join(" · ", Facts()))}</span>
            </div></div>
            """;
    }

    private static string Speed(double aSecond) => aSecond switch
    {
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{aSecond:N0}/s"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{aSecond:0.0}/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Time(TimeSpan.FromSeconds(1 / aSecond))} each"),
    };

    private static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min"),
    };
}
