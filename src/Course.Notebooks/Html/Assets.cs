using System.Reflection;
using System.Text.RegularExpressions;

namespace Course.Notebooks.Html;

/// <summary>The files under <c>Html/Assets</c>, which are embedded in this assembly.</summary>
internal static class Asset
{
    /// <summary>The text of an asset.</summary>
    /// <param name="name">Its path below <c>Assets</c>, with forward slashes: <c>katex/katex.min.js</c>.</param>
    internal static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>The bytes of an asset, in base 64.</summary>
    /// <param name="name">Its path below <c>Assets</c>.</param>
    internal static string Base64(string name)
    {
        using Stream stream = Open(name);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream("html/" + name)
        ?? throw new InvalidOperationException($"Course.Notebooks.dll carries no asset {name}.");
}

/// <summary>KaTeX as one style sheet and one script. The style sheet contains the fonts, so a page needs no other file.</summary>
internal static partial class KatexAsset
{
    private static readonly Lazy<string> styles = new(() =>
        FontSources().Replace(Asset.Text("katex/katex.min.css"), match =>
            $"src:url(data:font/woff2;base64,{Asset.Base64("katex/fonts/" + match.Groups["file"].Value)}) format(\"woff2\")"));

    private static readonly Lazy<string> script = new(() => Asset.Text("katex/katex.min.js"));

    /// <summary>The style sheet, with each font as a data URI (woff2 only, which every browser that runs the script supports).</summary>
    internal static string Styles => styles.Value;

    /// <summary>The script that defines <c>window.katex</c>.</summary>
    internal static string Script => script.Value;

    [GeneratedRegex(@"src:url\(fonts/(?<file>[\w-]+\.woff2)\)[^;}]*")]
    private static partial Regex FontSources();
}
