using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>The outcome of a check: a small table for the learner, and the same as data.</summary>
[TypeFormatterSource(typeof(MimeFormatter<CheckOutcome>), PreferredMimeTypes = [Mime.Check, Mime.Html, Mime.Plain])]
internal sealed record CheckOutcome(Exercise Exercise, CheckStatus Status, IReadOnlyList<CheckRow> Rows, string Hint) : IMimeRenderable
{
    private static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Face(string mimeType) => mimeType switch
    {
        Mime.Check => ToJson(),
        Mime.Html => ToHtml(),
        Mime.Plain => ToText(),
        _ => null,
    };

    private string StatusId => Status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        CheckStatus.NotAttempted => "not-attempted",
        _ => "error",
    };

    private string StatusText => Status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => string.Create(CultureInfo.InvariantCulture, $"{Rows.Count(row => row.Ok == true)} of {Rows.Count} right"),
        CheckStatus.NotAttempted => "not attempted yet",
        _ => "cannot be checked",
    };

    private bool? Good => Status switch { CheckStatus.Passed => true, CheckStatus.NotAttempted => null, _ => false };

    private string PointsText => Exercise.Points == 1
        ? "1 point" : string.Create(CultureInfo.InvariantCulture, $"{Exercise.Points} points");

    private string ToJson() => new JsonObject
    {
        ["id"] = Exercise.Id,
        ["title"] = Exercise.Title,
        ["points"] = Exercise.Points,
        ["status"] = StatusId,
        ["cases"] = new JsonArray([.. Rows.Select(row => new JsonObject
        {
            ["shown"] = row.Shown,
            ["expected"] = row.Expected,
            ["got"] = row.Got,
            ["ok"] = row.Ok,
        })]),
        ["hint"] = Hint,
    }.ToJsonString(json);

    private string ToText()
    {
        var text = new StringBuilder();
        text.Append(Sign(Good)).Append(' ').Append(Exercise.Title).Append(" (").Append(Exercise.Id).Append(", ").Append(PointsText)
            .Append("): ").Append(StatusText);
        foreach (CheckRow row in Rows)
        {
            text.AppendLine().Append("  ").Append(Sign(row.Ok)).Append(' ').Append(row.Shown).Append(" = ").Append(row.Expected);
            if (row.Ok == false)
            {
                text.Append(", got ").Append(row.Got);
            }
        }

        return Hint.Length == 0 ? text.ToString() : text.AppendLine().Append("  ").Append(Hint).ToString();
    }

    private static string Sign(bool? good) => good switch { true => "✓", false => "✗", null => "·" };

    private string ToHtml()
    {
        string colour = Good switch { true => HtmlParts.Good, false => HtmlParts.Bad, null => HtmlParts.Grey };
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture,
            $"<div style=\"{HtmlParts.Frame};border-left:4px solid {colour};padding:.2em 0 .2em 1em\">")
            .Append(CultureInfo.InvariantCulture,
                $"<div><span style=\"font-weight:600\">{HtmlParts.Text(Exercise.Title)}</span> <span style=\"opacity:.75;font-size:.88em\">{HtmlParts.Text(Exercise.Id)} · {PointsText}</span> &nbsp;{HtmlParts.Mark(Good, StatusText)}</div>");
        if (Rows.Count > 0)
        {
            AppendTable(html);
        }

        if (Hint.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<div style=\"margin-top:.3em\"><span style=\"opacity:.75\">{(Status == CheckStatus.Error ? "" : "Hint: ")}</span>{HtmlParts.Text(Hint)}</div>");
        }

        return html.Append("</div>").ToString();
    }

    private void AppendTable(StringBuilder html)
    {
        bool attempted = Status != CheckStatus.NotAttempted;
        html.Append(CultureInfo.InvariantCulture,
            $"<table style=\"{HtmlParts.Table}\"><thead><tr style=\"background:transparent\">{HtmlParts.Heading("case")}{HtmlParts.Heading("expected")}{(attempted ? HtmlParts.Heading("got") + HtmlParts.Heading("verdict") : "")}</tr></thead><tbody>");
        foreach (CheckRow row in Rows)
        {
            string note = string.IsNullOrEmpty(row.Note)
                ? "" : $"<div style=\"font-size:.82em;opacity:.75\">{HtmlParts.Text(row.Note)}</div>";
            html.Append(CultureInfo.InvariantCulture,
                $"<tr style=\"background:transparent\"><td style=\"{HtmlParts.Cell}\">{HtmlParts.Code(row.Shown)}{note}</td><td style=\"{HtmlParts.Cell}\">{HtmlParts.Code(row.Expected)}</td>");
            if (attempted)
            {
                html.Append(CultureInfo.InvariantCulture,
                    $"<td style=\"{HtmlParts.Cell}\">{HtmlParts.Code(row.Got)}</td><td style=\"{HtmlParts.Cell}\">{HtmlParts.Mark(row.Ok, row.Ok == true ? "right" : "wrong")}</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
    }
}

/// <summary>One visible case and its outcome.</summary>
/// <param name="Shown">The call, as the learner would write it.</param>
/// <param name="Expected">The expected result, as text.</param>
/// <param name="Got">The actual result, as text; empty if nothing was tried.</param>
/// <param name="Ok">Whether it is right; <see langword="null"/> if nothing was tried.</param>
/// <param name="Note">What the case is about.</param>
internal sealed record CheckRow(string Shown, string Expected, string Got, bool? Ok, string? Note);

/// <summary>The outcome of a check.</summary>
internal enum CheckStatus
{
    Passed,
    Failed,
    NotAttempted,
    Error,
}
