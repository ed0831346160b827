using System.Text.Json;
using static TorchSharp.torch;

namespace Course.Nn.Safetensors;

/// <summary>
/// The header of a <see cref="SafetensorsFile"/>: JSON with the type, the shape and the place of each tensor. It comes from strangers, so
/// nothing in it is believed before it is checked. Defined in lesson 13.
/// </summary>
/// <param name="Tensors">The tensors, in the order of their bytes.</param>
/// <param name="Metadata">Texts that the writer added.</param>
public sealed record SafetensorsHeader(IReadOnlyList<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The longest header that is read, in bytes: the same bound as in the format's own reader.</summary>
    public const int MostBytes = 100_000_000;

    internal const string MetadataName = "__metadata__";

    private const int MostDimensions = 64;      // torch allows no more

    /// <summary>Reads and checks a header.</summary>
    /// <param name="json">Its bytes, without the eight that hold its length.</param>
    /// <param name="dataBytes">The number of bytes behind the header.</param>
    /// <param name="file">What to call the file in an error.</param>
    /// <exception cref="InvalidDataException">The header is wrong; the message says in one line how.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataBytes, string file)
    {
        if (json.Length == 0 || json.Span[0] != '{') throw Fault(file, "its header does not begin with {");
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Check(Properties(document.RootElement, file, "the header"), dataBytes, file);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)      // the latter: text that is no UTF-8
        {
            throw new InvalidDataException(Fault(file, "its header is not JSON").Message, error);
        }
    }

    /// <summary>The exception for a wrong file.</summary>
    internal static InvalidDataException Fault(string file, string fault) => new($"{file} is not a valid safetensors file: {fault}.");

    private static SafetensorsHeader Check(Dictionary<string, JsonElement> entries, long dataBytes, string file)
    {
        var metadata = new Dictionary<string, string>();
        if (entries.Remove(MetadataName, out JsonElement notes))
        {
            foreach ((string name, JsonElement note) in Properties(notes, file, "its metadata"))
            {
                metadata[name] = note.ValueKind == JsonValueKind.String
                    ? note.GetString()! : throw Fault(file, "its metadata are not texts");
            }
        }
        StoredTensor[] tensors = [.. entries.Select(entry => Read(entry.Key, entry.Value, file))
            .OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End)];
        long end = 0;
        foreach (StoredTensor tensor in tensors)
        {
            if (tensor.Begin != end)
                throw Fault(file, $"{Shown(tensor.Name)} begins at byte {tensor.Begin} of the data, but the tensor before it ends at {end}");
            end = tensor.End;
        }
        return end == dataBytes ? new(tensors, metadata)
            : throw Fault(file, $"the header describes {end} bytes of data, but there are {dataBytes}");
    }

    private static StoredTensor Read(string name, JsonElement entry, string file)
    {
        Dictionary<string, JsonElement> parts = Properties(entry, file, Shown(name));
        ScalarType type = parts.TryGetValue("dtype", out JsonElement dtype) && dtype.ValueKind == JsonValueKind.String
            && StoredTypes.Find(dtype.GetString()) is { } known
            ? known : throw Fault(file, $"the dtype of {Shown(name)} is none of {StoredTypes.Names}");
        long[] shape = Numbers(parts, "shape", name, file), offsets = Numbers(parts, "data_offsets", name, file);
        if (shape.Length > MostDimensions) throw Fault(file, $"{Shown(name)} has more than {MostDimensions} dimensions");
        if (offsets.Length != 2 || offsets[0] > offsets[1]) throw Fault(file, $"the data_offsets of {Shown(name)} are not a begin and an end");
        long bytes = StoredTypes.Size(type);
        foreach (long size in shape.Where(size => size > 0))
        {
            if (bytes > long.MaxValue / size) throw Fault(file, $"{Shown(name)} is larger than any file");
            bytes *= size;
        }
        if (shape.Contains(0)) bytes = 0;           // only now: torch refuses the strides of (0, 2^62), too
        return bytes == offsets[1] - offsets[0] ? new(name, type, shape, offsets[0], offsets[1])
            : throw Fault(file, $"{Shown(name)} needs {bytes} bytes for its shape, but has {offsets[1] - offsets[0]}");
    }

    private static long[] Numbers(Dictionary<string, JsonElement> parts, string part, string name, string file)
    {
        if (!parts.TryGetValue(part, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
            throw Fault(file, $"{Shown(name)} has no list {part}");
        return [.. list.EnumerateArray().Select(one =>
            one.ValueKind == JsonValueKind.Number && one.TryGetInt64(out long number) && number >= 0 ? number
            : throw Fault(file, $"the {part} of {Shown(name)} are not whole numbers from 0 to {long.MaxValue}"))];
    }

    private static Dictionary<string, JsonElement> Properties(JsonElement element, string file, string what)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Fault(file, $"{what} is not an object");
        var properties = new Dictionary<string, JsonElement>();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!properties.TryAdd(property.Name, property.Value)) throw Fault(file, $"{Shown(property.Name)} stands twice in {what}");
        }
        return properties;
    }

    /// <summary>A name as an error shows it: on one line, and not without end.</summary>
    private static string Shown(string name)
    {
        string line = string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return $"'{(line.Length > 80 ? line[..80] + "..." : line)}'";
    }
}
