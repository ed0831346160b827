namespace Course;

/// <summary>How a measured claim looks.</summary>
internal static class ClaimFace
{
    internal static string Text(Claim claim, string ours, string acceptance, bool? holds, string? note) =>
        $"[{Verdict(holds)}] {claim.Statement} Paper: {claim.Published}. Here: {ours} ({acceptance}). {claim.Id}{(note is null ? "" : $" - {note}")}";

    internal static string Html(Claim claim, string ours, string acceptance, bool? holds, string? note)
    {
        const string Cell = "padding:.35em .9em .35em 0;text-align:left;vertical-align:top;border:0";
        const string Small = "font-size:.85em;opacity:.75";
        return $"""
            <div style="border:1px solid rgba(128,128,128,.4);border-left:4px solid {Colour(holds)};border-radius:4px;padding:.5em 1em;margin:.4em 0;max-width:52em">
            <div>{Face.Encode(claim.Statement)}</div>
            <table style="border-collapse:collapse;background:transparent;margin:.3em 0;font-size:1em"><tr style="background:transparent">
            <td style="{Cell}"><span style="{Small}">paper</span><br><b>{Face.Encode(claim.Published)}</b></td>
            <td style="{Cell}"><span style="{Small}">this run</span><br><b>{Face.Encode(ours)}</b></td>
            <td style="{Cell}"><span style="{Small}">accepted: {Face.Encode(acceptance)}</span><br><b style="color:{Colour(holds)}">{Mark(holds)} {Verdict(holds)}</b></td>
            </tr></table>
            {(note is null ? "" : $"<div>{Face.Encode(note)}</div>")}<div style="{Small}">{Face.Encode(claim.Paper)}, {Face.Encode(claim.Where)}. Measured on: {Face.Encode(claim.Setting)}.{(claim.AcceptanceReason is { } reason ? " " + Face.Encode(reason) : "")} <code>{Face.Encode(claim.Id)}</code></div>
            </div>
            """;
    }

    private static string Verdict(bool? holds) => holds switch { true => "holds", false => "missed", null => "reported" };

    private static string Mark(bool? holds) => holds switch { true => "✓", false => "✗", null => "•" };

    /// <summary>Blue, vermillion and grey of the Okabe-Ito palette: told apart by colour-blind readers, and by their marks.</summary>
    private static string Colour(bool? holds) => holds switch { true => "#0072B2", false => "#D55E00", null => "#7f7f7f" };
}
