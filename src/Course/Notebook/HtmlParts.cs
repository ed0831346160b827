using System.Globalization;
using System.Net;

namespace Course;

/// <summary>
/// The building blocks of the lessons' HTML. Everything is inline, transparent and in <c>currentColor</c>, because the same HTML appears in
/// light and dark notebooks and in exported pages. The accent colours have middle lightness, legible on both backgrounds, and never carry a
/// meaning alone.
/// </summary>
internal static class HtmlParts
{
    internal const string Good = "#009e73";
    internal const string Bad = "#d55e00";
    internal const string Accent = "#3d85c6";
    internal const string Grey = "#8a8a8a";

    /// <summary>A frame in the notebook's own font.</summary>
    internal const string Frame = "font-family:inherit;color:inherit;background:transparent;line-height:1.45;margin:.4em 0;max-width:64em";

    /// <summary>A hairline that is visible on white and on black.</summary>
    internal const string Line = "1px solid rgba(128,128,128,.35)";

    /// <summary>Resets what notebooks' style sheets do to tables: stripes, right alignment, fixed sizes.</summary>
    internal const string Table =
        "border-collapse:collapse;border:none;background:transparent;color:inherit;margin:0;font-size:inherit;table-layout:auto";

    internal const string Cell =
        "text-align:left;vertical-align:top;padding:.3em 1.1em .3em "
            + "0;border:none;background:transparent;color:inherit;white-space:normal;max-width:none";

    internal const string Mono =
        "font-family:var(--vscode-editor-font-family,ui-monospace,SFMono-Regular,Menlo,Consolas,monospace);font-size:.92em;background:transparent;color:inherit;padding:0;border:none;white-space:pre-wrap;overflow-wrap:break-word";

    /// <summary>Text escaped for HTML.</summary>
    internal static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>A number for a style sheet, in the invariant culture.</summary>
    internal static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Code, in the editor's font.</summary>
    internal static string Code(string text) => $"<code style=\"{Mono}\">{Text(text)}</code>";

    /// <summary>A small, muted column heading.</summary>
    internal static string Heading(string text) =>
        $"<th style=\"{Cell};border-bottom:{Line};font-weight:normal;font-size:.82em;opacity:.75\">{Text(text)}</th>";

    /// <summary>A tick, a cross or a dot in its colour, with a word beside it for colour-blind readers.</summary>
    internal static string Mark(bool? good, string word)
    {
        (string sign, string colour) = good switch { true => ("✓", Good), false => ("✗", Bad), null => ("·", Grey) };
        return $"<span style=\"white-space:nowrap\"><span aria-hidden=\"true\" style=\"color:{colour};font-weight:bold\">{sign}</span> {Text(word)}</span>";
    }
}
