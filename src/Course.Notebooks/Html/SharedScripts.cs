namespace Course.Notebooks.Html;

/// <summary>
/// Takes out of outputs the scripts that a site keeps in files of its own. An element is taken out only if it is, character for character,
/// what the file stands for. Another version of the same library stays in the page and works as before.
/// </summary>
/// <param name="scripts">The elements, each with its file.</param>
internal sealed class SharedScripts(IReadOnlyList<(string Element, string File)> scripts)
{
    private readonly List<string> files = [];

    /// <summary>The files that the page needs, as far as its outputs have been seen.</summary>
    internal IReadOnlyList<string> Files => files;

    /// <summary>The HTML of an output without the shared scripts.</summary>
    internal string Without(string html)
    {
        foreach ((string element, string file) in scripts.Where(script => html.Contains(script.Element, StringComparison.Ordinal)))
        {
            html = html.Replace(element, "", StringComparison.Ordinal);
            if (!files.Contains(file)) files.Add(file);
        }

        return html;
    }
}
