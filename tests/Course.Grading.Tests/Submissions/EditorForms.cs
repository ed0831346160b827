using System.Text.Json.Nodes;
using Course.Grading.Tests.Hostile;

namespace Course.Grading.Tests.Submissions;

/// <summary>
/// A notebook as other editors save it. What they write is documented: VS Code's own extension for notebooks
/// (github.com/microsoft/vscode, extensions/ipynb), Polyglot Notebooks (github.com/dotnet/interactive, docs), Colab's files.
/// </summary>
internal static class EditorForms
{
    /// <summary>VS Code's Jupyter extension, with the course's kernel chosen.</summary>
    internal static Submitted VsCode(Submitted notebook) => Saved(notebook, (root, cells) =>
    {
        root["nbformat_minor"] = 5;
        root["metadata"]!["language_info"] = new JsonObject { ["name"] = "csharp", ["version"] = "13.0" };
        root["metadata"]!["vscode"] = new JsonObject { ["interpreter"] = new JsonObject { ["hash"] = "31f2aee4e71d21fbe5cf8b01ff0e069b" } };
        foreach (JsonObject cell in cells)
            Ran(cell, Display("application/vnd.code.notebook.stdout", "42\n"), Display("application/vnd.code.notebook.error", "{}"));
        cells.Insert(1, Code("a1b2c3d4", "int mine = 42;\r\nmine"));
    });

    /// <summary>
    /// The same with a kernel of Python chosen: the notebook says it is Python, and each cell of the lesson that it is not.
    /// </summary>
    internal static Submitted VsCodeWithPython(Submitted notebook) => Saved(notebook, (root, cells) =>
    {
        JsonObject metadata = root["metadata"]!.AsObject();
        metadata["kernelspec"] = new JsonObject { ["display_name"] = "Python 3", ["language"] = "python", ["name"] = "python3" };
        metadata["language_info"] = new JsonObject { ["name"] = "python", ["version"] = "3.12.3" };
        metadata.Remove("polyglot_notebook");
        foreach (JsonObject cell in cells)
            cell["metadata"]!["vscode"] = new JsonObject { ["languageId"] = "csharp" };
    });

    /// <summary>VS Code before it knew cell ids, which kept no metadata of the notebook but its kernel.</summary>
    internal static Submitted VsCodeWithoutIds(Submitted notebook) => Saved(notebook, (root, cells) =>
    {
        root["nbformat_minor"] = 2;
        root["metadata"] = new JsonObject { ["language_info"] = new JsonObject { ["name"] = "csharp" }, ["orig_nbformat"] = 4 };
        foreach (JsonObject cell in cells)
        {
            cell.Remove("id");
            cell["metadata"] = new JsonObject();
        }
    });

    /// <summary>Polyglot Notebooks: each cell says its language twice, and the notebook its kernels.</summary>
    internal static Submitted Polyglot(Submitted notebook) => Saved(notebook, (root, cells) =>
    {
        root["metadata"]!["kernelspec"] = new JsonObject
        {
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["name"] = ".net-csharp",
        };
        root["metadata"]!["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" };
        foreach (JsonObject cell in cells)
        {
            cell["metadata"]!["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" };
            cell["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" };
            cell["metadata"]!["vscode"] = new JsonObject { ["languageId"] = "polyglot-notebook" };
            Ran(cell, Display("text/html", "<div class=\"dni-plaintext\">42</div>"));
        }

        cells.Insert(1, Code("d4c3b2a1", "#!set --value @csharp:mine --name yours"));
    });

    /// <summary>Colab: nbformat 4.0, so a cell has its id in the metadata; a new cell has one of Colab's own.</summary>
    internal static Submitted Colab(Submitted notebook) => OfColab(notebook, cell => (string)cell["id"]!);

    /// <summary>Colab, where the cells were pasted into a new notebook: all ids are its own, and nothing says what the cells are.</summary>
    internal static Submitted ColabWithOtherIds(Submitted notebook) =>
        OfColab(notebook, cell => new string([.. ((string)cell["id"]!).Reverse()]), keepsMetadata: false);

    private static Submitted OfColab(Submitted notebook, Func<JsonObject, string> id, bool keepsMetadata = true) =>
        Saved(notebook, (root, cells) =>
        {
            root["nbformat_minor"] = 0;
            root["metadata"] = new JsonObject
            {
                ["colab"] = new JsonObject { ["provenance"] = new JsonArray(), ["toc_visible"] = true },
                ["kernelspec"] = new JsonObject { ["name"] = "python3", ["display_name"] = "Python 3" },
                ["language_info"] = new JsonObject { ["name"] = "python" },
            };
            foreach (JsonObject cell in cells)
            {
                JsonObject metadata = keepsMetadata ? cell["metadata"]!.AsObject() : [];
                metadata["id"] = id(cell);
                metadata["outputId"] = "6f1cbb1e-8d3f-4a0e-d2f3-7f6f0a5c9c11";
                metadata["colab"] = new JsonObject { ["base_uri"] = "https://localhost:8080/", ["height"] = 35 };
                metadata["executionInfo"] = new JsonObject { ["status"] = "ok", ["elapsed"] = 7, ["user_tz"] = -60 };
                cell["metadata"] = metadata.DeepClone();
                cell.Remove("id");
                Ran(cell, Display("application/vnd.google.colaboratory.intrinsic+json", "{\"type\": \"string\"}"));
            }
        });

    private static Submitted Saved(Submitted notebook, Action<JsonObject, List<JsonObject>> change)
    {
        JsonObject root = JsonNode.Parse(notebook.Document.ToJson())!.AsObject();
        List<JsonObject> cells = [.. root["cells"]!.AsArray().Select(cell => cell!.DeepClone().AsObject())];
        List<JsonObject> code = [.. cells.Where(cell => (string)cell["cell_type"]! == "code")];
        JsonObject first = code[0];
        int before = code.Count;
        change(root, code);
        if (code.Count > before)
            cells.Insert(cells.IndexOf(first) + 1, code[1]);
        // What keeps no ids keeps none of any cell.
        if (!first.ContainsKey("id"))
            cells.ForEach(cell => cell.Remove("id"));
        root["cells"] = new JsonArray([.. cells]);
        return Submitted.Of(root.ToJsonString());
    }

    private static void Ran(JsonObject cell, params JsonNode[] outputs)
    {
        cell["execution_count"] = 1;
        cell["outputs"] = new JsonArray(outputs);
    }

    private static JsonObject Code(string id, string source) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };

    private static JsonObject Display(string mimeType, string content) => new()
    {
        ["output_type"] = "display_data",
        ["data"] = new JsonObject { [mimeType] = mimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(content) : content },
        ["metadata"] = new JsonObject { ["tags"] = null },
    };
}
