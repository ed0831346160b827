using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// In which language a code cell is written. The notebook says it for all cells, and a cell may say otherwise: Polyglot Notebooks, its
/// predecessor and VS Code each have a place for that. Where nothing is said, or nothing that is known, it is C#.
/// </summary>
internal static class CellLanguage
{
    internal const string CSharp = "csharp";

    private static readonly Dictionary<string, string> readable = new()
    {
        [CSharp] = "C#",
        ["fsharp"] = "F#",
        ["pwsh"] = "PowerShell",
        ["python"] = "Python",
        ["javascript"] = "JavaScript",
        ["typescript"] = "TypeScript",
        ["mermaid"] = "Mermaid",
        ["markdown"] = "Markdown",
        ["html"] = "HTML",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["http"] = "HTTP",
        ["value"] = "a value",
        ["r"] = "R",
        ["julia"] = "Julia",
    };

    private static readonly Dictionary<string, string> aliases = new()
    {
        ["c#"] = CSharp,
        ["cs"] = CSharp,
        ["f#"] = "fsharp",
        ["fs"] = "fsharp",
        ["powershell"] = "pwsh",
        ["js"] = "javascript",
        ["ipython"] = "python",
        ["python3"] = "python",
        ["ir"] = "r",
    };

    /// <summary>A language as it is written, for a message.</summary>
    internal static string Readable(string language) => readable.GetValueOrDefault(language, language);

    /// <summary>Whether cells in this language are text to show.</summary>
    internal static bool IsShown(string language) => language is "markdown" or "html" or "mermaid";

    /// <summary>The language of a cell, in lower case: <c>csharp</c>.</summary>
    internal static string Of(NotebookDocument notebook, NotebookCell cell) =>
        Known(cell.Metadata, "polyglot_notebook", "kernelName")
        ?? Known(cell.Metadata, "dotnet_interactive", "language")
        ?? Known(cell.Metadata, "vscode", "languageId")
        ?? Of(notebook);

    /// <summary>The language of a notebook's cells that say nothing else.</summary>
    internal static string Of(NotebookDocument notebook) =>
        Known(notebook.Metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
        ?? Known(notebook.Metadata, "kernelspec", "language")
        ?? (Known(notebook.Metadata, "kernelspec", "name") is { } name && readable.ContainsKey(name) ? name : null)
        ?? Known(notebook.Metadata, "language_info", "name")
        ?? CSharp;

    /// <summary>The cell's text as the kernel understands it: text in another language follows that language's magic.</summary>
    internal static string Code(NotebookDocument notebook, NotebookCell cell) =>
        Of(notebook, cell) is var language && language == CSharp ? cell.Source : $"#!{language}\n{cell.Source}";

    private static string? Known(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
            node = (node as JsonObject)?[name];
        if (node is not JsonValue value || !value.TryGetValue(out string? said))
            return null;
        said = said.Trim().ToLowerInvariant();
        foreach (string engine in (string[])[".net-", "dotnet-interactive.", "polyglot-notebook."])
            said = said.StartsWith(engine, StringComparison.Ordinal) ? said[engine.Length..] : said;
        return said is "" or ".net" or "dotnet" or "dotnet-interactive" or "polyglot-notebook" or "plaintext" or "text"
            ? null
            : aliases.GetValueOrDefault(said, said);
    }
}
