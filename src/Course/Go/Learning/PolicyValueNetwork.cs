using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Go.Learning;

/// <summary>
/// A network that looks at a position once and says both which moves look good and who will win, as AlphaGo Zero's does: three 3 × 3
/// convolutions of 32 kernels, then one head for the moves and one for the result. The network for 5 × 5 has 67,323 weights. Defined in
/// lesson 11.
/// </summary>
public sealed class PolicyValueNetwork : Module<Tensor, (Tensor Policy, Tensor Value)>
{
    /// <summary>Kernels of each convolution, and units of the value head.</summary>
    public const int Width = 32;

    private readonly Conv2d first, second, third;
    private readonly Linear policy, value, result;

    /// <summary>Creates a network with torch's own random weights.</summary>
    /// <param name="size">Rows and columns of the board, 1 to 7.</param>
    public PolicyValueNetwork(int size)
        : base(nameof(PolicyValueNetwork))
    {
        Size = size;
        int points = size * size;
        first = Conv2d(BoardPlanes.Count, Width, 3, padding: 1);
        second = Conv2d(Width, Width, 3, padding: 1);
        third = Conv2d(Width, Width, 3, padding: 1);
        policy = Linear(Width * points, points + 1);
        value = Linear(Width * points, Width);
        result = Linear(Width, 1);
        RegisterComponents();
    }

    /// <summary>Rows and columns of the board.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    public override (Tensor Policy, Tensor Value) forward(Tensor input)
    {
        Tensor h1 = functional.relu(first.call(input));                         // (B, 8, n, n) → (B, 32, n, n)
        Tensor h2 = functional.relu(second.call(h1));
        Tensor h3 = functional.relu(third.call(h2) + h1).flatten(1);            // → (B, 32 n²)
        Tensor judged = tanh(result.call(functional.relu(value.call(h3))));     // → (B, 1)
        return (policy.call(h3), judged.squeeze(1));                            // (B, n² + 1) logits, (B) from −1 to 1
    }

    /// <summary>Takes the weights out of the network.</summary>
    public PolicyValueWeights ToWeights() => new(Size, [.. parameters().Select(one => one.data<float>().ToArray())]);

    /// <summary>Puts weights into the network.</summary>
    /// <param name="weights">Weights for a board of the same size.</param>
    public void CopyFrom(PolicyValueWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (var (ours, theirs) in parameters().Zip(weights.Parameters)) ours.copy_(tensor(theirs).reshape(ours.shape));
    }
}
