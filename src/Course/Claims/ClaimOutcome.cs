using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>A claim with what this run measured: one row, the paper's value beside ours, and the same as data for the ledger.</summary>
[TypeFormatterSource(typeof(MimeFormatter<ClaimOutcome>), PreferredMimeTypes = [Mime.Claim, Mime.Html, Mime.Plain])]
internal sealed class ClaimOutcome : IMimeRenderable
{
    private static readonly JsonSerializerOptions json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Claim claim;
    private readonly double[] measured;
    private readonly string? note;

    internal ClaimOutcome(Claim claim, double[]? measured, string? note)
    {
        if (measured is null or { Length: 0 })
        {
            throw new ArgumentException($"Claim.Report(\"{claim.Id}\", ...) needs at least one measured value.");
        }

        this.claim = claim;
        this.measured = [.. measured];
        this.note = note;
    }

    internal ClaimVerdict Verdict => claim.Judge(measured);

    internal string MeasuredText => claim.Show(measured);

    private bool? Holds => Verdict switch { ClaimVerdict.Reported => null, ClaimVerdict.Missed => false, _ => true };

    public string? Face(string mimeType) => mimeType switch
    {
        Mime.Claim => ToJson(),
        Mime.Html => ToHtml(),
        Mime.Plain => ToText(),
        _ => null,
    };

    /// <summary>What was measured, without what the library already stores under the same id.</summary>
    private string ToJson() => new JsonObject
    {
        ["id"] = claim.Id,
        ["measured"] = JsonSerializer.SerializeToNode(measured, json),
        ["verdict"] = claim.InWords(Verdict),
        ["note"] = note,
    }.ToJsonString(json);

    private string ToText()
    {
        string sign = Holds switch { true => "✓", false => "✗", null => "·" };
        var text = new StringBuilder();
        text.Append(sign).Append(' ').Append(claim.Statement).AppendLine();
        text.Append("  paper: ").Append(claim.Published).Append(" | ours: ").Append(MeasuredText)
            .Append(" | ").Append(claim.InWords(Verdict));
        foreach (string declared in claim.Declared)
        {
            AppendLine(text, declared);
        }

        AppendLine(text, note);
        AppendLine(text, claim.Citation);
        return text.ToString();
    }

    private string ToHtml()
    {
        string colour = Holds switch { true => HtmlParts.Good, false => HtmlParts.Bad, null => HtmlParts.Grey };
        return $"""
            <div style="{HtmlParts.Frame};border-left:4px solid {colour};padding:.2em 0 .2em 1em">
            <div style="font-weight:600">{HtmlParts.Text(claim.Statement)}</div>
            <table style="{HtmlParts.Table}"><thead><tr style="background:transparent">{HtmlParts.Heading("paper")}{HtmlParts.Heading("ours")}{HtmlParts.Heading("verdict")}</tr></thead>
            <tbody><tr style="background:transparent"><td style="{HtmlParts.Cell}">{HtmlParts.Text(claim.Published)}</td><td style="{HtmlParts.Cell};font-weight:600">{HtmlParts.Text(MeasuredText)}</td><td style="{HtmlParts.Cell}">{HtmlParts.Mark(Holds, claim.InWords(Verdict))}</td></tr></tbody></table>
            {Remark(note, 1)}<details style="font-size:.82em;opacity:.8"><summary>What was declared, and where it is from</summary>
            {string.Concat(claim.Declared.Select(Line))}{Line($"Setting: {claim.Setting}")}{Line(claim.Citation)}</details></div>
            """;
    }

    private static string Line(string text) => $"<div>{HtmlParts.Text(text)}</div>";

    private static string Remark(string? text, double opacity) => string.IsNullOrEmpty(text)
        ? ""
        : $"<div style=\"font-size:.82em;opacity:{HtmlParts.Number(opacity)}\">{HtmlParts.Text(text)}</div>";

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.AppendLine().Append("  ").Append(line);
        }
    }
}
