using System.Reflection;

namespace Course.Notebooks.Html;

/// <summary>The files under <c>Html/Assets</c>, which travel inside this assembly.</summary>
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
