using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>Digits between the two worlds: arrays from 0 (paper) to 1 (ink), and tensors from −1 to 1. Defined in lesson 17.</summary>
public static class DigitTensors
{
    /// <summary>Pictures as a tensor.</summary>
    /// <param name="images">Square pictures of one size, 0 to 1.</param>
    /// <returns>(N, 1, side, side), from −1 to 1.</returns>
    public static Tensor Of(IReadOnlyList<float[]> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        long side = (long)Math.Round(Math.Sqrt(images[0].Length));
        using var scope = NewDisposeScope();
        return (2 * tensor(images.SelectMany(image => image).ToArray()).reshape(-1, 1, side, side) - 1).MoveToOuterDisposeScope();
    }

    /// <summary>A tensor as pictures.</summary>
    /// <param name="pictures">(N, 1, side, side); what lies outside of −1 to 1 is cut off.</param>
    /// <returns>Pictures from 0 to 1.</returns>
    public static float[][] Images(Tensor pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        Tensor ink = ((pictures + 1) / 2).clamp(0, 1).contiguous();
        return [.. ink.data<float>().ToArray().Chunk((int)(pictures.numel() / pictures.shape[0]))];
    }
}
