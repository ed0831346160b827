using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Lessons.Tests.Dialect;

/// <summary>The file as Jupyter, VS Code and GitHub want it.</summary>
internal static partial class FormatRules
{
    private static readonly JsonNode kernelspec =
        JsonNode.Parse("""{"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}""")!;
    private static readonly JsonNode languageInfo =
        JsonNode.Parse("""{"name": "C#", "file_extension": ".cs", "mimetype": "text/x-csharp", "pygments_lexer": "csharp"}""")!;

    internal static IEnumerable<string> Shape(LessonFile file)
    {
        if (file.Json["nbformat"]?.ToJsonString() != "4" || file.Json["nbformat_minor"]?.ToJsonString() != "5")
            yield return "is not nbformat 4.5";
        foreach (string member in Strange(file.Json, "cells", "metadata", "nbformat", "nbformat_minor"))
            yield return $"has a member '{member}' that nbformat does not know";
        foreach (JsonObject cell in file.Json["cells"]!.AsArray().Select(cell => cell!.AsObject()))
        {
            string[]? members = cell["cell_type"]?.GetValue<string>() switch
            {
                "code" => ["cell_type", "id", "metadata", "source", "outputs", "execution_count"],
                "markdown" => ["cell_type", "id", "metadata", "source"],
                _ => null,
            };
            if (members is null) yield return $"cell {cell["id"]} is neither code nor markdown";
            foreach (string member in Strange(cell, [.. members ?? [], "attachments"]))
                yield return $"cell {cell["id"]} has a member '{member}' that nbformat does not know";
            foreach (string member in members?.Where(member => !cell.ContainsKey(member)) ?? [])
                yield return $"cell {cell["id"]} lacks '{member}'";
        }

        if (file.Document.ToJson() != file.Text)
            yield return "is not laid out as Jupyter saves it (indent 1, sorted keys, a line end after it)";
    }

    internal static IEnumerable<string> Ids(LessonFile file)
    {
        foreach (IGrouping<string, string> id in file.Document.Cells.Select(cell => cell.Id ?? "").GroupBy(id => id))
        {
            if (id.Count() > 1) yield return $"id '{id.Key}' stands {id.Count()} times";
            if (!Id().IsMatch(id.Key)) yield return $"id '{id.Key}' is not 1 to 64 letters, digits, - or _";
        }
    }

    internal static IEnumerable<string> Outputs(LessonFile file)
    {
        foreach (CodeCell cell in file.CodeCells)
        {
            if (cell.Outputs.Count > 0) yield return $"cell {cell.Id} carries outputs";
            if (cell.ExecutionCount is not null) yield return $"cell {cell.Id} carries an execution count";
        }
    }

    internal static IEnumerable<string> KernelMetadata(LessonFile file)
    {
        JsonObject metadata = file.Document.Metadata;
        if (!JsonNode.DeepEquals(metadata["kernelspec"], kernelspec)) yield return $"kernelspec is not {kernelspec.ToJsonString()}";
        if (!JsonNode.DeepEquals(metadata["language_info"], languageInfo))
            yield return $"language_info is not {languageInfo.ToJsonString()}";
        var kernels = metadata["polyglot_notebook"]?["kernelInfo"];
        // VS Code looks in kernelInfo, the engine itself (for #!import) beside it.
        if (metadata["polyglot_notebook"]?["defaultKernelName"]?.GetValue<string>() != "csharp")
            yield return "polyglot_notebook.defaultKernelName is not csharp";
        if (kernels?["defaultKernelName"]?.GetValue<string>() != "csharp")
            yield return "polyglot_notebook.kernelInfo.defaultKernelName is not csharp";
        if (kernels?["items"] is not JsonArray items || !items.Any(item => item?["name"]?.GetValue<string>() == "csharp"))
            yield return "polyglot_notebook.kernelInfo.items does not list csharp";
    }

    internal static IEnumerable<string> Cells(LessonFile file)
    {
        if (file.Document.Cells.Count == 0) yield return "has no cells";
        foreach (NotebookCell cell in file.Document.Cells.Where(cell => string.IsNullOrWhiteSpace(cell.Source)))
            yield return $"cell {cell.Id} is empty";
    }

    private static IEnumerable<string> Strange(JsonObject json, params string[] known) => json.Select(member => member.Key).Except(known);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Id();
}
