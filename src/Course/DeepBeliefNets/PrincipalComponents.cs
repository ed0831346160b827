using static TorchSharp.torch;

namespace Course.DeepBeliefNets;

/// <summary>
/// Principal component analysis: the mean picture and the few directions along which the pictures differ most. K. Pearson, Philosophical
/// Magazine 2, 1901; computed here by the singular value decomposition. Defined in lesson 09.
/// </summary>
public sealed class PrincipalComponents : IDisposable
{
    /// <summary>Finds the directions.</summary>
    /// <param name="pictures">(N, pixels).</param>
    /// <param name="count">The number of directions, and of numbers in a code.</param>
    public PrincipalComponents(Tensor pictures, int count)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        Mean = pictures.mean([0]).DetachFromDisposeScope();
        var (_, _, directions) = linalg.svd(pictures - Mean, fullMatrices: false);        // rows, the most important first
        Components = directions.narrow(0, 0, count).clone().DetachFromDisposeScope();
    }

    /// <summary>The mean picture, (pixels).</summary>
    public Tensor Mean { get; }

    /// <summary>The directions, (count, pixels): orthogonal, of length 1, the most important first.</summary>
    public Tensor Components { get; }

    /// <summary>How far each picture lies along each direction: (B, pixels) → (B, count).</summary>
    public Tensor Encode(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        return (pictures - Mean).mm(Components.t()).MoveToOuterDisposeScope();
    }

    /// <summary>The mean picture plus each direction as far as the code says: (B, count) → (B, pixels).</summary>
    public Tensor Decode(Tensor codes)
    {
        using var scope = NewDisposeScope();
        return (codes.mm(Components) + Mean).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Mean.Dispose();
        Components.Dispose();
    }
}
