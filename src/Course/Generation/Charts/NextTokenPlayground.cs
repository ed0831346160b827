using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Generation.Charts;

/// <summary>
/// A small GPT to play with in the page: type a text, see its tokens and what may come next, turn temperature, top-k and top-p, and let it
/// write. Its matrices are rounded to four bits a number, so that they fit. Defined in lesson 14.
/// </summary>
public static class NextTokenPlayground
{
    private const int Bytes = 256, ExactAsHalf = 2_048;

    /// <summary>Takes the weights as they are now.</summary>
    /// <param name="model">The model; some 430,000 weights fit.</param>
    /// <param name="tokens">Its tokens, numbered as <see cref="BytePairTrainer"/> does: bytes, merges in their order, special ones.</param>
    /// <exception cref="ArgumentException">Model and tokens do not fit, or the model is too large for a page.</exception>
    public static Playground Of(Gpt2 model, BytePairEncoding tokens)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tokens);
        Gpt2Settings settings = model.Settings;
        if (tokens.Count != settings.Vocabulary)
            throw new ArgumentException($"The model knows {settings.Vocabulary:N0} tokens, not {tokens.Count:N0}.", nameof(tokens));
        if (!AreInOrder(tokens)) throw new ArgumentException("The page numbers tokens in the order of their merges.", nameof(tokens));
        float[] merges = [.. tokens.Merges.SelectMany(pair => (float[])[tokens.Vocabulary[pair.Left], tokens.Vocabulary[pair.Right]])];
        var weights = new JsonObject();
        foreach ((string name, long[] shape, float[] numbers) in Rows(model))
        {
            weights[name] = new JsonObject
            {
                ["shape"] = new JsonArray([.. shape.Select(size => (JsonNode)size)]),
                ["numbers"] = shape.Length == 1 ? PackedNumbers.Half(numbers) : FourBits.Pack(numbers, settings.Width),
            };
        }
        var machine = new JsonObject
        {
            ["width"] = settings.Width,
            ["heads"] = settings.Heads,
            ["layers"] = settings.Layers,
            ["context"] = settings.Context,
            ["epsilon"] = settings.Epsilon,
            ["merges"] = tokens.Count <= ExactAsHalf ? PackedNumbers.Half(merges) : PackedNumbers.Single(merges),
            ["special"] = new JsonArray([.. tokens.Special.OrderBy(one => one.Value).Select(one => (JsonNode)one.Key)]),
            ["letters"] = FourBits.Letters,
            ["weights"] = weights,
        };
        return new Playground("next-token", "What comes next",
            $"Type a beginning: the GPT of {model.ParameterCount:N0} weights names a probability for each of its {tokens.Count:N0} tokens. "
            + "Turn a knob and see which bars are cut; then let it write.",
            machine, "Course.Transformers.Charts.attention.js", "Course.Generation.Charts.next-token-model.js",
            "Course.Generation.Charts.next-token.js");
    }

    /// <summary>The model that the page computes: matrices in four bits a number, biases and norms in sixteen.</summary>
    /// <param name="model">The model; it stays as it is.</param>
    /// <returns>A copy with rounded weights; the caller disposes of it.</returns>
    public static Gpt2 Rounded(Gpt2 model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var rounded = new Gpt2(model.Settings);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Dictionary<string, Parameter> places = rounded.named_parameters().ToDictionary(one => one.name, one => one.parameter);
        foreach ((string name, long[] shape, float[] numbers) in Rows(model))
        {
            float[] now = shape.Length == 1 ? Array.ConvertAll(numbers, number => (float)(Half)number)
                : FourBits.Rounded(numbers, model.Settings.Width);
            Tensor rows = tensor(now).reshape(shape);
            places[name].copy_(IsTurned(name) ? rows.t() : rows);
        }
        return rounded;
    }

    /// <summary>Each matrix with a row for each output. OpenAI's Conv1D keeps the transpose.</summary>
    private static IEnumerable<(string Name, long[] Shape, float[] Numbers)> Rows(Gpt2 model)
    {
        foreach ((string name, Parameter weight) in model.named_parameters())
        {
            using var scope = NewDisposeScope();
            Tensor rows = (weight.shape.Length == 2 && IsTurned(name) ? weight.t() : weight).detach().contiguous();
            yield return (name, rows.shape, [.. rows.data<float>()]);
        }
    }

    private static bool IsTurned(string name) =>
        name.EndsWith(".weight", StringComparison.Ordinal) && name.Contains(".c_", StringComparison.Ordinal);

    private static bool AreInOrder(BytePairEncoding tokens)
    {
        int next = Bytes;
        for (int n = 0; n < Bytes; n++) if (!tokens.BytesOf(n).SequenceEqual([ByteAlphabet.Order[n]])) return false;
        foreach ((string left, string right) in tokens.Merges)
        {
            int number = tokens.Vocabulary[left + right];
            if (number > next) return false;
            if (number == next) next++;
        }
        return tokens.Special.Values.Order().SequenceEqual(Enumerable.Range(next, tokens.Special.Count));
    }
}
