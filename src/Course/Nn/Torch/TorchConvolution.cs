using static TorchSharp.torch;

namespace Course.Nn.Torch;

/// <summary>
/// TorchSharp's convolution with a workaround. On a CPU, libtorch 2.10 calls oneDNN 3.7, which stores channels in blocks of 16. If the
/// number of kernels does not fill whole blocks, its gradient for the input multiplies the rest of the block by 0. That is uninitialised
/// memory: if it happens to contain NaN, the gradient becomes NaN. Defined in lesson 07.
/// </summary>
public static class TorchConvolution
{
    private const int Block = 16;

    /// <summary>
    /// The result of <c>functional.conv2d</c>, computed with the number of kernels padded to whole blocks; the added kernels are 0.
    /// </summary>
    /// <param name="input">(B, C, H, W).</param>
    /// <param name="kernels">(K, C, height, width).</param>
    /// <param name="bias">(K), or null for none.</param>
    /// <param name="stride">The step from one kernel position to the next, in both directions.</param>
    /// <returns>(B, K, H', W').</returns>
    public static Tensor Conv2d(Tensor input, Tensor kernels, Tensor? bias = null, long stride = 1)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        long count = kernels.shape[0], missing = (Block - count % Block) % Block;
        if (missing == 0) return nn.functional.conv2d(input, kernels, bias, strides: [stride, stride]);
        using var scope = NewDisposeScope();
        Tensor whole = cat([kernels, zeros([missing, .. kernels.shape[1..]], kernels.dtype)]);
        Tensor? wholeBias = bias is null ? null : cat([bias, zeros(missing, bias.dtype)]);
        return nn.functional.conv2d(input, whole, wholeBias, strides: [stride, stride]).narrow(1, 0, count).MoveToOuterDisposeScope();
    }
}
