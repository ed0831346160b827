using Course.Plots;
using Plotly.NET;
using TorchSharp;

namespace Course.Transformers.Charts;

/// <summary>The weights of a small Transformer as pictures, matrix by matrix. Defined in lesson 12.</summary>
public static class WeightPictures
{
    /// <summary>
    /// Draws all matrices, the encoder's with an E and the decoder's with a D. Each picture is d_model numbers wide and high; a larger
    /// matrix takes several pictures, and a smaller one does not fill its own. Biases and norms are left out.
    /// </summary>
    /// <param name="model">The model.</param>
    public static GenericChart Of(Transformer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        int size = model.Settings.Block.Width * model.Settings.Block.Width;
        (string Name, float[] Values)[] pictures = [.. model.named_parameters().Where(entry => entry.parameter.shape.Length > 1)
            .SelectMany(entry => Values(entry.parameter).Chunk(size), (entry, part) =>
                (Short(entry.name), part.Concat(Enumerable.Repeat(0f, size - part.Length)).ToArray()))];
        return Pictures.Evidence(pictures.Select(picture => picture.Values), model.Settings.Block.Width, model.Settings.Block.Width,
            pictures.Select(picture => picture.Name), perRow: 6);
    }

    private static float[] Values(torch.Tensor weights)
    {
        using var scope = torch.NewDisposeScope();
        return [.. weights.detach().contiguous().data<float>()];
    }

    // encoder.0.self.WQ.weight → E self Q
    private static string Short(string name) => string.Join(' ', name.Split('.').Where(part => part is not ("weight" or "0"))
        .Select(part => part switch { "encoder" => "E", "decoder" => "D", _ => part.TrimStart('W') }));
}
