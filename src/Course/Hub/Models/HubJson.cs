using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Hub.Repositories;

namespace Course.Hub.Models;

/// <summary>Reads JSON that a stranger wrote: not too long, not too deep, no name twice. Defined in lesson 17.</summary>
internal static class HubJson
{
    /// <summary>As Python writes it into the Hub's files: indented, letters of all languages as they are.</summary>
    internal static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Reads a file whose text is one JSON object.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">The most bytes that are read.</param>
    /// <exception cref="HubFileException">It is not such a file; the message says in one line why.</exception>
    internal static JsonDocument Read(string path, long mostBytes)
    {
        long length = new FileInfo(path).Length;
        if (length > mostBytes) throw new HubFileException($"{path} has {length} bytes, and no more than {mostBytes} are read.");
        RefusePointer(path);
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory(), strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
        }
        catch (JsonException error)
        {
            throw new HubFileException($"{path} is not JSON, is nested too deeply, or names something twice.", error);
        }
        json.Dispose();
        throw new HubFileException($"{path} is not a JSON object.");
    }

    /// <summary>Says what to do if a file was never fetched and its pointer is in its place.</summary>
    /// <exception cref="HubFileException">The file is a pointer of Git LFS.</exception>
    internal static void RefusePointer(string path)
    {
        using FileStream file = File.OpenRead(path);
        var start = new byte[LfsPointer.MostBytes];
        if (LfsPointer.Announces(start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false))))
            throw new HubFileException($"{path} is a pointer of Git LFS, not the file itself: fetch it with git lfs pull.");
    }

    /// <summary>A member that is there and not null.</summary>
    internal static bool Has(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value)
            && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>A member that is a text, or null.</summary>
    internal static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.Has(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)           // half a surrogate pair, which no text holds
        {
            return null;
        }
    }

    /// <summary>The names and values of an object.</summary>
    /// <exception cref="HubFileException">A name is no text.</exception>
    internal static IEnumerable<(string Name, JsonElement Value)> Members(this JsonElement element, string path)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string name;
            try
            {
                name = member.Name;
            }
            catch (InvalidOperationException error)
            {
                throw new HubFileException($"{path} has a name that is no text.", error);
            }
            yield return (name, member.Value);
        }
    }
}
