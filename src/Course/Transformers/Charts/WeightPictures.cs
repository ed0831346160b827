using Course.Plots;
using Plotly.NET;
using TorchSharp;

namespace Course.Transformers.Charts;

/// <summary>All weights and biases of a small Transformer as pictures, matrix by matrix. Defined in lesson 12.</summary>
public static class WeightPictures
{
    /// <summary>
    /// Draws them. Each picture is d_model numbers wide; a matrix that is larger takes several pictures, and the biases and norms share the
    /// last ones.
    /// </summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="model">The model.</param>
    public static GenericChart Of(string title, Transformer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        int side = model.Settings.Block.Width;
        var pictures = new List<(string Name, float[] Values)>();
        var rest = new List<float>();
        foreach ((string name, TorchSharp.Modules.Parameter weights) in model.named_parameters())
        {
            float[] values = Values(weights);
            if (weights.shape.Length == 1) rest.AddRange(values);
            else pictures.AddRange(Tiles(Short(name), values, side));
        }
        pictures.AddRange(Tiles("biases, norms", [.. rest], side));
        return Pictures.Evidence(pictures.Select(picture => picture.Values), side, side, pictures.Select(picture => picture.Name),
            perRow: 6).Titled(title);
    }

    private static float[] Values(torch.Tensor weights)
    {
        using var scope = torch.NewDisposeScope();
        return [.. weights.detach().contiguous().data<float>()];
    }

    private static IEnumerable<(string, float[])> Tiles(string name, float[] values, int side) =>
        values.Chunk(side * side).Select(part => (name, part.Concat(Enumerable.Repeat(0f, side * side - part.Length)).ToArray()));

    // encoder.0.self.WQ.weight → encoder: self Q
    private static string Short(string name)
    {
        string[] parts = [.. name.Split('.').Where(part => part is not ("weight" or "0"))];
        return parts.Length == 1 ? parts[0] : $"{parts[0]}: {string.Join(' ', parts[1..]).Replace("W", "", StringComparison.Ordinal)}";
    }
}
