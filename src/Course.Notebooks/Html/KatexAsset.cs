using System.Text.RegularExpressions;

namespace Course.Notebooks.Html;

/// <summary>KaTeX as one style sheet and one script, its fonts inside the style sheet, so that a page needs no file beside it.</summary>
internal static partial class KatexAsset
{
    private static readonly Lazy<string> styles = new(() =>
        FontSources().Replace(Asset.Text("katex/katex.min.css"), match =>
            $"src:url(data:font/woff2;base64,{Asset.Base64("katex/fonts/" + match.Groups["file"].Value)}) format(\"woff2\")"));

    private static readonly Lazy<string> script = new(() => Asset.Text("katex/katex.min.js"));

    /// <summary>The style sheet, each font a data URI (woff2 alone: every browser that runs the script reads it).</summary>
    internal static string Styles => styles.Value;

    /// <summary>The script that defines <c>window.katex</c>.</summary>
    internal static string Script => script.Value;

    [GeneratedRegex(@"src:url\(fonts/(?<file>[\w-]+\.woff2)\)[^;}]*")]
    private static partial Regex FontSources();
}
