using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>A claim with what this run measured: one line with the paper's value beside ours, the rest
/// folded, and the same as data for the ledger.</summary>
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
    private readonly double[] runs;
    private readonly string? note;

    internal ClaimOutcome(Claim claim, double[]? measured, string? note, IReadOnlyList<double>? runs = null)
    {
        if (measured is null or { Length: 0 })
        {
            throw new ArgumentException($"Claim.Report(\"{claim.Id}\", ...) needs at least one measured value.");
        }

        this.claim = claim;
        this.measured = [.. measured];
        this.runs = [.. runs ?? []];
        this.note = note;
    }

    internal ClaimVerdict Verdict => claim.Judge(measured);

    /// <summary>What was measured; of several runs also how many there were, and the smallest and the largest.</summary>
    internal string MeasuredText => runs.Length < 2
        ? claim.Show(measured)
        : string.Create(CultureInfo.InvariantCulture,
            $"{claim.Show(measured)} ({runs.Length} runs, {claim.Show([runs.Min()])} to {claim.Show([runs.Max()])})");

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

    // Where the value that ours is held against comes from: a check of the course's own has no paper.
    private string Source => claim.Kind == ClaimKind.OwnCheck ? "expected" : "paper";

    private string ToText()
    {
        string sign = Holds switch { true => "✓", false => "✗", null => "·" };
        var text = new StringBuilder();
        text.Append(sign).Append(' ').Append(claim.Statement).AppendLine();
        text.Append("  ").Append(Source).Append(": ").Append(claim.Published).Append(" | ours: ").Append(MeasuredText)
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
            <details style="{HtmlParts.Frame};border-left:4px solid {colour};padding:.2em 0 .2em .7em"><summary><b>{HtmlParts.Text(claim.Statement)}</b> &nbsp;{Source} {HtmlParts.Text(claim.Published)} · ours <b>{HtmlParts.Text(MeasuredText)}</b> · {HtmlParts.Mark(Holds, claim.InWords(Verdict))}</summary>
            <div style="font-size:.86em;padding:.2em 0 .2em 1em">{Line(note)}{string.Concat(claim.Declared.Select(Line))}{Line($"Setting: {claim.Setting}")}{Line(claim.Citation)}</div></details>
            """;
    }

    private static string Line(string? text) => string.IsNullOrEmpty(text) ? "" : $"<div>{HtmlParts.Text(text)}</div>";

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.AppendLine().Append("  ").Append(line);
        }
    }
}
