using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.AlexNets;

/// <summary>
/// Local response normalisation: each unit is divided by a measure of how strongly its neighbours answer, which look at the same place for
/// other features. Section 3.3 of A. Krizhevsky, I. Sutskever and G. E. Hinton, 2012. Torch has such a layer too; it divides the paper's α
/// by n, and is slower by far. Defined in lesson 10.
/// </summary>
/// <param name="maps">The number of feature maps.</param>
/// <param name="n">Over how many neighbouring maps the sum runs; odd.</param>
/// <param name="k">What is added, so that silence is no division by zero.</param>
/// <param name="alpha">The weight of the neighbours' squares.</param>
/// <param name="beta">The exponent.</param>
public sealed class ResponseNormalisation(int maps, int n = 5, double k = 2, double alpha = 1e-4, double beta = 0.75)
    : Module<Tensor, Tensor>(nameof(ResponseNormalisation))
{
    // (maps, maps, 1, 1), 1 where two maps are neighbours: a convolution of 1 × 1 that adds up. No weight: nothing here learns.
    private readonly Tensor neighbours = ones(maps, maps).triu(-(n / 2)).tril(n / 2).reshape(maps, maps, 1, 1).DetachFromDisposeScope();

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)    // (B, maps, height, width) → the same
    {
        Tensor strength = k + alpha * functional.conv2d(input.square(), neighbours.to(input.dtype, input.device));
        return input * (-beta * strength.log()).exp();    // strength to the power of −β; pow itself takes five times as long
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) neighbours.Dispose();
        base.Dispose(disposing);
    }
}
