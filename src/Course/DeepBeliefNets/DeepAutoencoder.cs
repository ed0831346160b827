using Course.BoltzmannMachines;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.DeepBeliefNets;

/// <summary>
/// A network that squeezes a picture through a few numbers, its code, and draws it again: layers of sigmoids down to a code of plain sums,
/// and the same sizes back. G. E. Hinton and R. R. Salakhutdinov, Reducing the dimensionality of data with neural networks, Science 313,
/// 2006. Defined in lesson 09.
/// </summary>
public sealed class DeepAutoencoder : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Sequential encoder = Sequential(), decoder = Sequential();

    /// <summary>Creates an autoencoder with torch's own random weights.</summary>
    /// <param name="sizes">Units per layer from the pixels to the code: [784, 500, 250, 30].</param>
    public DeepAutoencoder(params int[] sizes)
        : base(nameof(DeepAutoencoder))
    {
        ArgumentNullException.ThrowIfNull(sizes);
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            if (layer > 1) encoder.append($"sigmoid{layer}", Sigmoid());          // none behind the code
            encoder.append($"up{layer}", Linear(sizes[layer - 1], sizes[layer]));
        }
        for (int layer = sizes.Length - 1; layer > 0; layer--)
        {
            decoder.append($"down{layer}", Linear(sizes[layer], sizes[layer - 1]));
            if (layer > 1) decoder.append($"sigmoid{layer}", Sigmoid());
        }
        RegisterComponents();
    }

    /// <summary>The code of each picture: (B, pixels) → (B, code).</summary>
    public Tensor Encode(Tensor pictures) => encoder.call(pictures);

    /// <summary>The picture that belongs to each code: (B, code) → (B, pixels), from 0 to 1.</summary>
    public Tensor Decode(Tensor codes)
    {
        using Tensor sums = decoder.call(codes);
        return sums.sigmoid();
    }

    /// <summary>The sums of the last layer, for a cross-entropy that does the sigmoid itself: (B, pixels) → (B, pixels).</summary>
    public override Tensor forward(Tensor pictures) => decoder.call(encoder.call(pictures));

    /// <summary>Unrolls a stack: its weights up to the code, the same weights mirrored on the way back.</summary>
    /// <param name="stack">Machines of the same sizes, the last one a linear code.</param>
    public void CopyFrom(StackedMachines stack)
    {
        ArgumentNullException.ThrowIfNull(stack);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        stack.CopyTo(encoder);
        var down = decoder.parameters().ToArray();
        for (int layer = 0; layer < stack.Machines.Count; layer++)
        {
            RestrictedBoltzmannMachine machine = stack.Machines[^(layer + 1)];
            down[2 * layer].copy_(Rows.Stack(machine.Weights).t());
            down[2 * layer + 1].copy_(tensor(machine.VisibleBiases));
        }
    }
}
