using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>A claim with what this run measured: one row, paper against ours, and the same as data for the ledger.</summary>
[TypeFormatterSource(typeof(FaceFormatters<ClaimOutcome>), PreferredMimeTypes = [Mime.Claim, Mime.Html, Mime.Plain])]
internal sealed class ClaimOutcome : IFacedValue
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Claim _claim;
    private readonly double[] _measured;
    private readonly string? _note;

    internal ClaimOutcome(Claim claim, double[]? measured, string? note)
    {
        if (measured is null or { Length: 0 })
        {
            throw new ArgumentException($"Claim.Report(\"{claim.Id}\", ...) needs at least one measured value.");
        }

        _claim = claim;
        _measured = [.. measured];
        _note = note;
    }

    internal bool? Holds => _claim.Acceptance.Holds(_measured);

    internal string MeasuredText => string.Join(", ", _measured.Select(value => Acceptance.Show(value, _claim.Format)));

    private string Verdict => Holds switch { true => "holds", false => "missed", null => "reported" };

    private string AcceptanceText => _claim.Acceptance.InWords(_claim.Format);

    public string? Face(string mimeType) => mimeType switch
    {
        Mime.Claim => ToJson(),
        Mime.Html => ToHtml(),
        Mime.Plain => ToText(),
        _ => null,
    };

    private string ToJson() => new JsonObject
    {
        ["id"] = _claim.Id,
        ["lesson"] = _claim.Lesson,
        ["paper"] = _claim.Paper?.Citation,
        ["where"] = _claim.Where,
        ["statement"] = _claim.Statement,
        ["published"] = _claim.Published,
        ["acceptance"] = AcceptanceText,
        ["acceptanceReason"] = _claim.AcceptanceReason,
        ["setting"] = _claim.Setting,
        ["measured"] = JsonSerializer.SerializeToNode(_measured, Json),
        ["measuredText"] = MeasuredText,
        ["holds"] = Holds,
        ["note"] = _note,
    }.ToJsonString(Json);

    private string ToText()
    {
        string sign = Holds switch { true => "✓", false => "✗", null => "·" };
        var text = new StringBuilder();
        text.Append(sign).Append(' ').Append(_claim.Statement).AppendLine();
        text.Append("  paper: ").Append(_claim.Published).Append(" | ours: ").Append(MeasuredText)
            .Append(" | ").Append(Verdict);
        if (Holds is not null)
        {
            text.Append(" (accepted: ").Append(AcceptanceText).Append(')');
        }

        AppendLine(text, _note);
        AppendLine(text, _claim.Citation);
        return text.ToString();
    }

    private string ToHtml()
    {
        string accepted = Holds is null ? "" : $"<div style=\"font-size:.82em;opacity:.8\">accepted: {FaceHtml.Text(AcceptanceText)}</div>";
        string colour = Holds switch { true => FaceHtml.Good, false => FaceHtml.Bad, null => FaceHtml.Grey };
        return $"""
            <div style="{FaceHtml.Frame};border-left:4px solid {colour};padding:.2em 0 .2em 1em">
            <div style="font-weight:600">{FaceHtml.Text(_claim.Statement)}</div>
            <table style="{FaceHtml.Table}"><thead><tr style="background:transparent">{FaceHtml.Heading("paper")}{FaceHtml.Heading("ours")}{FaceHtml.Heading("verdict")}</tr></thead>
            <tbody><tr style="background:transparent"><td style="{FaceHtml.Cell}">{FaceHtml.Text(_claim.Published)}</td><td style="{FaceHtml.Cell};font-weight:600">{FaceHtml.Text(MeasuredText)}</td><td style="{FaceHtml.Cell}">{FaceHtml.Mark(Holds, Verdict)}{accepted}</td></tr></tbody></table>
            {Remark(_note, 1)}{Remark(Labelled("Setting", _claim.Setting), .8)}{Remark(Labelled("Acceptance", _claim.AcceptanceReason), .8)}{Remark(_claim.Citation, .8)}</div>
            """;
    }

    private static string? Labelled(string label, string? text) => string.IsNullOrEmpty(text) ? null : $"{label}: {text}";

    private static string Remark(string? text, double opacity) => string.IsNullOrEmpty(text)
        ? ""
        : $"<div style=\"font-size:.82em;opacity:{FaceHtml.Number(opacity)}\">{FaceHtml.Text(text)}</div>";

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.AppendLine().Append("  ").Append(line);
        }
    }
}
