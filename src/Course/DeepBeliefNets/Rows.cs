using static TorchSharp.torch;

namespace Course.DeepBeliefNets;

/// <summary>Pictures as tensors and back: one row per picture. Defined in lesson 09.</summary>
public static class Rows
{
    /// <summary>Copies rows into a tensor.</summary>
    /// <param name="rows">B rows of equal length.</param>
    /// <returns>(B, length), in torch's own, aligned memory, so that sums round alike from run to run.</returns>
    public static Tensor Stack(float[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var scope = NewDisposeScope();
        return tensor(rows.SelectMany(row => row).ToArray()).clone().reshape(rows.Length, -1).MoveToOuterDisposeScope();
    }

    /// <summary>Copies a tensor's rows into arrays.</summary>
    /// <param name="rows">(B, length).</param>
    public static float[][] Of(Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using Tensor dense = rows.contiguous();
        return [.. dense.data<float>().ToArray().Chunk((int)rows.shape[1])];
    }

    /// <summary>The squared error per picture: summed over the pixels, averaged over the pictures.</summary>
    /// <param name="pictures">(B, pixels).</param>
    /// <param name="reconstructions">(B, pixels).</param>
    public static double SquaredError(Tensor pictures, Tensor reconstructions)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        return (pictures - reconstructions).square().sum(dim: 1).mean().item<float>();
    }
}
