namespace Course.Plots;

/// <summary>
/// The drawing library that charts need in a page: plotly.js (MIT), as Plotly.NET carries it, so that no chart touches the network.
/// </summary>
public static class PlotlyJs
{
    /// <summary>The text of plotly.js, about 3.6 MB.</summary>
    /// <exception cref="InvalidOperationException">This version of Plotly.NET carries none.</exception>
    public static string Text()
    {
        System.Reflection.Assembly library = typeof(Plotly.NET.GenericChart).Assembly;
        string name = library.GetManifestResourceNames().FirstOrDefault(name => name.EndsWith(".min.js", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{library.GetName()} carries no plotly.js.");
        using var reader = new StreamReader(library.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>
    /// A script element that sets <c>window.Plotly</c> where it is not set yet. Show it once, as text/html, before the first chart. Module
    /// loaders of the page (require.js in the classic Notebook) are hidden from it: they would keep the library to themselves.
    /// </summary>
    public static string ScriptElement() =>
        $"<script>if(!window.Plotly)(function(){{var define,module,exports;{Text().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}\n}}).call(window)</script>";
}
