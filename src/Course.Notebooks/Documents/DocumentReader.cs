using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>Reads the JSON of a notebook into a document. Each step removes the members it knows; the rest are the unknown ones.</summary>
internal static class DocumentReader
{
    internal static NotebookDocument Read(string text)
    {
        JsonObject root = ReadRoot(text.StartsWith('\ufeff') ? text[1..] : text);
        CheckVersion(root);
        var document = new NotebookDocument
        {
            NbformatMinor = Integer(root, "nbformat_minor", "the notebook") ?? 0,
            Metadata = Take<JsonObject>(root, "metadata", "the notebook", "an object") ?? [],
        };
        root.Remove("nbformat");
        JsonArray cells = Take<JsonArray>(root, "cells", "the notebook", "a list")
            ?? throw new NotebookFormatException("not a notebook: it has no list of cells");
        document.OtherMembers = root;

        for (int i = 0; i < cells.Count; i++)
            document.Cells.Add(ReadCell(cells[i], FormattableString.Invariant($"cell {i + 1}")));
        if (document.NbformatMinor >= 5)
            CellIds.FillIn(document.Cells);
        return document;
    }

    private static JsonObject ReadRoot(string text)
    {
        try
        {
            return PythonJsonReader.Read(text) as JsonObject
                ?? throw new NotebookFormatException("not a notebook: its JSON is not an object");
        }
        catch (FormatException e)
        {
            throw new NotebookFormatException($"not a notebook: it is not JSON ({e.Message})", e);
        }
    }

    private static void CheckVersion(JsonObject root)
    {
        int? version = Integer(root, "nbformat", "the notebook", remove: false);
        if (version == 4)
            return;
        throw new NotebookFormatException(version switch
        {
            null => "not a notebook: it does not say its nbformat version",
            < 4 => FormattableString.Invariant($"nbformat {version} is too old: convert it with Jupyter ")
                + "(jupyter nbconvert --to notebook --nbformat 4) or save it in VS Code",
            _ => FormattableString.Invariant($"nbformat {version} is newer than what can be read here, which is nbformat 4"),
        });
    }

    private static NotebookCell ReadCell(JsonNode? node, string where)
    {
        JsonObject members = AsObject(node, where);
        string type = Take<string>(members, "cell_type", where, "text") ?? throw Wrong(where, "has no cell_type");
        string source = Lines(members, "source", where);
        string? id = Take<string>(members, "id", where, "text");
        JsonObject metadata = Take<JsonObject>(members, "metadata", where, "an object") ?? [];
        NotebookCell cell = type switch
        {
            "markdown" => new MarkdownCell(source, id),
            "raw" => new RawCell(source, id),
            "code" => ReadCode(members, source, id, where),
            _ => throw Wrong(where, $"has the unknown cell_type '{type}'"),
        };
        cell.Metadata = metadata;
        cell.OtherMembers = members;
        foreach ((_, JsonNode? attachment) in members["attachments"] as JsonObject ?? [])
        {
            if (attachment is JsonObject bundle)
                Rejoin(bundle);
        }
        return cell;
    }

    private static CodeCell ReadCode(JsonObject members, string source, string? id, string where)
    {
        var cell = new CodeCell(source, id) { ExecutionCount = Integer(members, "execution_count", where) };
        JsonArray outputs = Take<JsonArray>(members, "outputs", where, "a list") ?? [];
        for (int i = 0; i < outputs.Count; i++)
            cell.Outputs.Add(ReadOutput(outputs[i], FormattableString.Invariant($"{where}, output {i + 1}")));
        return cell;
    }

    private static CellOutput ReadOutput(JsonNode? node, string where)
    {
        JsonObject members = AsObject(node, where);
        string type = Take<string>(members, "output_type", where, "text") ?? throw Wrong(where, "has no output_type");
        CellOutput output = type switch
        {
            "stream" => new StreamOutput(Take<string>(members, "name", where, "text") ?? "stdout", Lines(members, "text", where)),
            "display_data" => new DisplayOutput(Bundle(members, where)) { Metadata = OutputMetadata(members, where) },
            "execute_result" => new ResultOutput(Bundle(members, where), Integer(members, "execution_count", where))
            {
                Metadata = OutputMetadata(members, where),
            },
            "error" => new ErrorOutput(
                Take<string>(members, "ename", where, "text") ?? "",
                Take<string>(members, "evalue", where, "text") ?? "",
                Traceback(members, where)),
            _ => throw Wrong(where, $"has the unknown output_type '{type}'"),
        };
        output.OtherMembers = members;
        return output;
    }

    private static JsonObject OutputMetadata(JsonObject members, string where) =>
        Take<JsonObject>(members, "metadata", where, "an object") ?? [];

    private static MimeBundle Bundle(JsonObject members, string where)
    {
        JsonObject data = Take<JsonObject>(members, "data", where, "an object") ?? [];
        Rejoin(data);
        var bundle = new MimeBundle();
        foreach (string mimeType in data.Select(form => form.Key).ToArray())
        {
            JsonNode? content = data[mimeType];
            data.Remove(mimeType);
            bundle[mimeType] = content;
        }
        return bundle;
    }

    private static void Rejoin(JsonObject data)
    {
        foreach ((string mimeType, JsonNode? content) in data.ToArray())
        {
            if (!MimeBundle.IsJson(mimeType) && content is JsonArray lines && TryJoin(lines, out string? text))
                data[mimeType] = JsonValue.Create(text);
        }
    }

    private static string[] Traceback(JsonObject members, string where)
    {
        JsonArray lines = Take<JsonArray>(members, "traceback", where, "a list") ?? [];
        return [.. lines.Select(line => AsText(line) ?? throw Wrong(where, "has a traceback that is not a list of texts"))];
    }

    private static string Lines(JsonObject members, string name, string where)
    {
        if (!members.Remove(name, out JsonNode? node) || node is null)
            throw Wrong(where, $"has no {name}");
        if (AsText(node) is { } text)
            return text;
        if (node is JsonArray lines && TryJoin(lines, out string? joined))
            return joined;
        throw Wrong(where, $"has a {name} that is neither text nor a list of lines");
    }

    private static bool TryJoin(JsonArray lines, [NotNullWhen(true)] out string? text)
    {
        string?[] parts = [.. lines.Select(AsText)];
        text = parts.Contains(null) ? null : string.Concat(parts);
        return text is not null;
    }

    private static string? AsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonObject AsObject(JsonNode? node, string where) => node as JsonObject ?? throw Wrong(where, "is not an object");

    private static T? Take<T>(JsonObject members, string name, string where, string wanted)
        where T : class
    {
        if (!members.Remove(name, out JsonNode? node) || node is null)
            return null;
        return node as T ?? (typeof(T) == typeof(string) ? AsText(node) as T : null)
            ?? throw Wrong(where, $"has a {name} that is not {wanted}");
    }

    private static int? Integer(JsonObject members, string name, string where, bool remove = true)
    {
        JsonNode? node = members[name];
        if (remove)
            members.Remove(name);
        if (node is null)
            return null;
        return node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue(out int number)
            ? number
            : throw Wrong(where, $"has a {name} that is not a whole number");
    }

    private static NotebookFormatException Wrong(string where, string what) => new($"not a notebook: {where} {what}");
}
