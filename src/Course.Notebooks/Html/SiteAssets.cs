using System.Text;

namespace Course.Notebooks.Html;

/// <summary>The files that all pages of a site share.</summary>
public static class SiteAssets
{
    private static readonly string[] copied = ["page.css", "page.js", "site.css", "site.js", "search.js"];

    /// <summary>
    /// Writes the files into the site's top folder. Fonts come inside <c>katex.css</c>: from disk, some browsers load no others.
    /// </summary>
    /// <param name="folder">The folder, which is there.</param>
    /// <param name="others">More files that pages share, by name: scripts of <see cref="SiteFrame.SharedScripts"/>.</param>
    public static void Write(string folder, IEnumerable<(string File, string Text)> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        IEnumerable<(string File, string Text)> own =
        [
            .. copied.Select(file => (file, Asset.Text(file))),
            ("katex.css", KatexAsset.Styles), ("katex.js", KatexAsset.Script), ("katex-license.txt", Asset.Text("katex/LICENSE")),
        ];
        foreach ((string file, string text) in own.Concat(others))
            File.WriteAllText(Path.Combine(folder, file), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
