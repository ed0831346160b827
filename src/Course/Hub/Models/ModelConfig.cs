using System.Text.Json;

namespace Course.Hub.Models;

/// <summary>
/// The file config.json of a model: its kind, <c>model_type</c>, and its sizes. Each value is checked before it is used, since a stranger
/// wrote the file. Defined in lesson 17.
/// </summary>
public sealed class ModelConfig
{
    /// <summary>The file's name.</summary>
    public const string FileName = "config.json";

    /// <summary>The largest size that a config may name.</summary>
    public const int MostSize = 1 << 26;

    private const long MostBytes = 1 << 20;

    private readonly JsonElement json;

    private ModelConfig(string path, JsonElement json)
    {
        (Path, this.json) = (path, json);
        ModelType = Word("model_type", null) ?? throw Fault("it has no model_type");
        // Transformers would offer to run it (trust_remote_code). Nothing here runs code from a hub.
        if (json.Has("auto_map", out _)) throw Fault("it names code of its own in auto_map, and no code from a hub is run here");
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The kind of model, as <c>gpt2</c>.</summary>
    public string ModelType { get; }

    /// <summary>The classes that the file names, as <c>GPT2LMHeadModel</c>.</summary>
    public IReadOnlyList<string> Architectures => json.Has("architectures", out JsonElement list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EntryNotFoundException">There is no such file.</exception>
    /// <exception cref="HubFileException">It is malformed; the message says in one line how.</exception>
    public static ModelConfig Read(string path)
    {
        if (!File.Exists(path)) throw new EntryNotFoundException($"There is no {path}.");
        using JsonDocument document = HubJson.Read(path, MostBytes);
        return new(path, document.RootElement.Clone());
    }

    /// <summary>A size: a whole number from 1 on.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="otherwise">What it is if it is absent; null if it must be there.</param>
    /// <exception cref="HubFileException">It is absent or no size.</exception>
    public int Size(string name, int? otherwise = null)
    {
        if (!json.Has(name, out JsonElement value)) return otherwise ?? throw Fault($"it has no {name}");
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int size) && size is > 0 and <= MostSize ? size
            : throw Fault($"its {name} is not a whole number from 1 to {MostSize}");
    }

    /// <summary>A number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="otherwise">What it is if it is absent.</param>
    /// <exception cref="HubFileException">It is no number.</exception>
    public double Number(string name, double otherwise)
    {
        if (!json.Has(name, out JsonElement value)) return otherwise;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number
            : throw Fault($"its {name} is no number");
    }

    /// <summary>A share: a number from 0 to less than 1.</summary>
    /// <inheritdoc cref="Number"/>
    public double Share(string name, double otherwise) => Number(name, otherwise) is >= 0 and < 1 and var share ? share
        : throw Fault($"its {name} is not from 0 to 1");

    /// <summary>A number above 0.</summary>
    /// <inheritdoc cref="Number"/>
    public double Positive(string name, double otherwise) => Number(name, otherwise) is > 0 and var number ? number
        : throw Fault($"its {name} is not above 0");

    /// <summary>A word.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="otherwise">What it is if it is absent.</param>
    /// <exception cref="HubFileException">It is no text.</exception>
    public string? Word(string name, string? otherwise)
    {
        if (!json.Has(name, out JsonElement value)) return otherwise;
        return value.ValueKind == JsonValueKind.String && json.Text(name) is { } text ? text : throw Fault($"its {name} is no text");
    }

    /// <summary>A yes or a no.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="otherwise">What it is if it is absent.</param>
    /// <exception cref="HubFileException">It is neither.</exception>
    public bool Flag(string name, bool otherwise) => !json.Has(name, out JsonElement value) ? otherwise
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Fault($"its {name} is neither true nor false");

    /// <summary>Demands something of the file.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="fault">What is wrong if it does not.</param>
    /// <exception cref="HubFileException">It does not hold.</exception>
    public void Require(bool holds, string fault)
    {
        if (!holds) throw Fault(fault);
    }

    /// <summary>Demands that a word, if it is there, is the only one that the model class knows.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="only">The word.</param>
    /// <exception cref="HubFileException">It is another.</exception>
    public void RequireWord(string name, string only) => Require(Word(name, only) == only, $"its {name} is not {only}");

    /// <summary>The exception for a wrong file.</summary>
    /// <param name="fault">What is wrong with it.</param>
    public HubFileException Fault(string fault) => new($"{Path} can't be read: {fault}.");
}
