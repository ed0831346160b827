using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Course;

/// <summary>How a check looks.</summary>
internal static class CheckFace
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Face Of(CheckResult check) => new(
        Html(check),
        Text(check),
        Exercises.MimeType,
        JsonSerializer.Serialize(
            new
            {
                check.Exercise.Id,
                check.Exercise.Title,
                check.Exercise.Points,
                check.Status,
                Cases = check.Cases.Select(result => new { result.Shown, result.Expected, result.Got, result.Ok }),
                check.Hint,
            },
            JsonOptions));

    private static string Summary(CheckResult check) => check.Status switch
    {
        "passed" => $"all {check.Cases.Count} visible cases are right",
        "not-attempted" => "not attempted yet: replace the throw with your answer and run both cells",
        "failed" => $"{check.Cases.Count(result => result.Ok)} of {check.Cases.Count} visible cases are right",
        _ => "could not be tried",
    };

    private static string Text(CheckResult check)
    {
        var text = new StringBuilder($"{check.Exercise.Id} {check.Exercise.Title}: {Summary(check)}");
        foreach (CaseResult result in check.Cases) text.Append(CultureInfo.InvariantCulture, $"\n  {(result.Ok ? "ok  " : "not ")}{result.Shown} expected {result.Expected}, got {result.Got}");
        if (check.Hint is not null) text.Append(CultureInfo.InvariantCulture, $"\n  Hint: {check.Hint}");
        return text.ToString();
    }

    private static string Html(CheckResult check)
    {
        const string Cell = "padding:.2em .9em .2em 0;text-align:left;vertical-align:top;border:0";
        string colour = check.Status switch { "passed" => "#0072B2", "not-attempted" => "#7f7f7f", _ => "#D55E00" };
        string mark = check.Status switch { "passed" => "✓", "not-attempted" => "○", _ => "✗" };
        var html = new StringBuilder($"""<div style="border:1px solid rgba(128,128,128,.4);border-left:4px solid {colour};border-radius:4px;padding:.5em 1em;margin:.4em 0;max-width:52em"><div><b style="color:{colour}">{mark}</b> <b>{Face.Encode(check.Exercise.Title)}</b>: {Face.Encode(Summary(check))}</div>""");
        if (check.Cases.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<table style="border-collapse:collapse;background:transparent;margin:.3em 0"><tr style="background:transparent"><th style="{Cell}"></th><th style="{Cell}">called with</th><th style="{Cell}">expected</th><th style="{Cell}">got</th><th style="{Cell}"></th></tr>""");
            foreach (CaseResult result in check.Cases)
                html.Append(CultureInfo.InvariantCulture, $"""<tr style="background:transparent"><td style="{Cell};color:{(result.Ok ? "#0072B2" : "#D55E00")}">{(result.Ok ? "✓" : "✗")}</td><td style="{Cell}"><code>{Face.Encode(result.Shown)}</code></td><td style="{Cell}"><code>{Face.Encode(result.Expected)}</code></td><td style="{Cell}"><code>{Face.Encode(result.Got)}</code></td><td style="{Cell};opacity:.75">{Face.Encode(result.Note)}</td></tr>""");
            html.Append("</table>");
        }

        if (check.Hint is not null) html.Append(CultureInfo.InvariantCulture, $"<div>{Face.Encode(check.Hint)}</div>");
        return html.Append("</div>").ToString();
    }
}
