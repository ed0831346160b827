using System.Text.Json;

namespace Course.Generation;

/// <summary>The size of a <see cref="Gpt2"/>. Defined in lesson 14.</summary>
/// <param name="Vocabulary">V: the number of tokens.</param>
/// <param name="Context">T: the most tokens of a text.</param>
/// <param name="Width">C, d_model: the numbers that stand for one token.</param>
/// <param name="Layers">Blocks.</param>
/// <param name="Heads">Heads of each block's attention, a divisor of the width.</param>
/// <param name="Dropout">The share of numbers that are dropped in training.</param>
public sealed record Gpt2Settings(int Vocabulary, int Context, int Width, int Layers, int Heads, double Dropout = 0)
{
    private const int PublishedVocabulary = 50_257, PublishedContext = 1_024;

    /// <summary>The smallest of the four models of 2019, table 2; the paper counts 117 million parameters.</summary>
    public static Gpt2Settings Small { get; } = new(PublishedVocabulary, PublishedContext, 768, 12, 12, Dropout: 0.1);

    /// <summary>The second; the paper counts 345 million parameters.</summary>
    public static Gpt2Settings Medium { get; } = new(PublishedVocabulary, PublishedContext, 1_024, 24, 16, Dropout: 0.1);

    /// <summary>The third; the paper counts 762 million parameters.</summary>
    public static Gpt2Settings Large { get; } = new(PublishedVocabulary, PublishedContext, 1_280, 36, 20, Dropout: 0.1);

    /// <summary>GPT-2 itself; the paper counts 1,542 million parameters.</summary>
    public static Gpt2Settings Xl { get; } = new(PublishedVocabulary, PublishedContext, 1_600, 48, 25, Dropout: 0.1);

    /// <summary>The standard deviation of the weights before training.</summary>
    public double Spread { get; init; } = 0.02;

    /// <summary>Is added to a variance, so that no norm divides by 0.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>
    /// The number of weights and biases: V C for tokens, T C for positions, 12 C² + 13 C for a block, 2 C for the last norm. The matrix
    /// that reads the answer is the tokens' own.
    /// </summary>
    public long ParameterCount => ((long)Vocabulary + Context) * Width + Layers * (12L * Width * Width + 13L * Width) + 2L * Width;

    /// <summary>Reads the config.json of a folder of Hugging Face's Hub.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is of another kind of model; the message says in one line why.</exception>
    public static Gpt2Settings Read(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
            return From(json.RootElement, path);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(Fault(path, "it is not JSON").Message, error);
        }
    }

    /// <summary>Writes a config.json that Hugging Face's library reads.</summary>
    /// <param name="path">The file.</param>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["architectures"] = (string[])["GPT2LMHeadModel"],
        ["model_type"] = "gpt2",
        ["activation_function"] = "gelu_new",
        ["vocab_size"] = Vocabulary,
        ["n_positions"] = Context,
        ["n_embd"] = Width,
        ["n_layer"] = Layers,
        ["n_head"] = Heads,
        ["embd_pdrop"] = Dropout,
        ["attn_pdrop"] = Dropout,
        ["resid_pdrop"] = Dropout,
        ["layer_norm_epsilon"] = Epsilon,
        ["initializer_range"] = Spread,
    }));

    private static Gpt2Settings From(JsonElement json, string path)
    {
        bool Has(string name, out JsonElement value) => json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
        int Size(string name, string? other = null) =>
            (Has(name, out JsonElement value) || (other is not null && Has(other, out value))) && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt32(out int size) && size > 0 ? size : throw Fault(path, $"it has no number {name}");
        double Number(string name, double otherwise) => !Has(name, out JsonElement value) ? otherwise
            : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Fault(path, $"{name} is no number");
        string Word(string name, string otherwise) => Has(name, out JsonElement value) ? value.ToString() : otherwise;

        if (json.ValueKind != JsonValueKind.Object) throw Fault(path, "it is not an object");
        if (Word("model_type", "none") is not "gpt2" and var kind) throw Fault(path, $"its model_type is {kind}, not gpt2");
        if (Word("activation_function", "gelu_new") is not "gelu_new" and var activation)
            throw Fault(path, $"its activation_function is {activation}, not gelu_new");
        var settings = new Gpt2Settings(Size("vocab_size"), Size("n_positions", "n_ctx"), Size("n_embd"), Size("n_layer"), Size("n_head"),
            Number("resid_pdrop", 0.1))
        { Epsilon = Number("layer_norm_epsilon", 1e-5), Spread = Number("initializer_range", 0.02) };
        if (settings.Width % settings.Heads != 0) throw Fault(path, "n_head does not divide n_embd");
        if (Has("n_inner", out _) && Size("n_inner") != 4 * settings.Width) throw Fault(path, "n_inner is not 4 n_embd");
        if (Word("scale_attn_weights", "True") != "True" || Word("scale_attn_by_inverse_layer_idx", "False") != "False"
            || Word("tie_word_embeddings", "True") != "True") throw Fault(path, "it scales attention, or reads the answer, in another way");
        return settings;
    }

    private static InvalidDataException Fault(string path, string fault) => new($"{path} is not of a GPT-2: {fault}.");
}
