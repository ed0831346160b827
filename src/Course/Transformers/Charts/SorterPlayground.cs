using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;
using Course.Transformers.Tasks;

namespace Course.Transformers.Charts;

/// <summary>
/// The sorter with every weight, to play with in the page: type digits, watch it write them in order, and see whom each symbol looks at,
/// and why. Defined in lesson 12.
/// </summary>
public static class SorterPlayground
{
    /// <summary>Takes the weights as they are now.</summary>
    /// <param name="model">A Transformer for <see cref="SortingTask"/>, as published: the norm behind each part, ReLU.</param>
    /// <exception cref="ArgumentException">The model has another vocabulary, its norms stand first, its curve is GELU, its encoder sees no
    /// positions, or it is too large for a page.</exception>
    public static Playground Of(Transformer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        TransformerSettings settings = model.Settings;
        if (settings.Vocabulary != SortingTask.Vocabulary.Count)
        {
            throw new ArgumentException(
                $"The sorter knows {SortingTask.Vocabulary.Count} tokens, and this model {settings.Vocabulary:N0}.", nameof(model));
        }
        if (settings.Block.NormFirst || settings.Block.Gelu || !settings.SourcePositions)
            throw new ArgumentException("The page computes the Transformer as published: norms behind, ReLU, positions.", nameof(model));
        var machine = new JsonObject
        {
            ["width"] = settings.Block.Width,
            ["heads"] = settings.Block.Heads,
            ["layers"] = settings.Layers,
            ["tokens"] = new JsonArray([.. Enumerable.Range(0, settings.Vocabulary).Select(n => (JsonNode)SortingTask.Vocabulary[n])]),
            ["weights"] = Weights(model),
        };
        return new Playground("sorter", "Every attention weight",
            $"Type digits: a Transformer of {model.ParameterCount:N0} weights writes them in order. Point at a symbol that it writes, "
            + "or tap it: the lines show where it looks, and the table why. Can you find a row that it gets wrong?",
            machine, [.. ((string[])["attention", "sorter-model", "sorter"]).Select(script => $"Course.Transformers.Charts.{script}.js")]);
    }

    private static JsonObject Weights(Transformer model)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var weights = new JsonObject();
        foreach ((string name, TorchSharp.Modules.Parameter weight) in model.named_parameters())
        {
            weights[name] = new JsonObject
            {
                ["shape"] = new JsonArray([.. weight.shape.Select(size => (JsonNode)size)]),
                ["numbers"] = PackedNumbers.Single([.. weight.detach().contiguous().data<float>()]),
            };
        }
        return weights;
    }
}
