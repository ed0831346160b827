using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Transformers;

/// <summary>The layers that Transformers are made of, with a start that is known. Defined in lesson 12.</summary>
public static class Layers
{
    /// <summary>A table of embeddings, drawn from a normal distribution with variance 1 / width.</summary>
    /// <param name="tokens">The number of tokens.</param>
    /// <param name="width">The numbers that stand for one token.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public static Embedding Embedding(int tokens, int width, Device? device = null)
    {
        Embedding table = nn.Embedding(tokens, width, device: device);
        nn.init.normal_(table.weight!, 0, 1 / Math.Sqrt(width));
        return table;
    }

    /// <summary>A linear layer: weights from Glorot and Bengio's uniform distribution (2010), biases 0.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public static Linear Linear(int inputs, int outputs, Device? device = null)
    {
        Linear layer = nn.Linear(inputs, outputs, device: device);
        nn.init.xavier_uniform_(layer.weight!);
        nn.init.zeros_(layer.bias!);
        return layer;
    }

    /// <summary>Layer normalisation: J. L. Ba, J. R. Kiros and G. E. Hinton, 2016 (arXiv:1607.06450).</summary>
    /// <param name="width">The numbers that are brought to mean 0 and variance 1 together.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public static LayerNorm LayerNorm(int width, Device? device = null)
    {
        LayerNorm layer = nn.LayerNorm(width, device: device);
        nn.init.ones_(layer.weight!);                   // torch's own start cannot be relied on: GroupNorm's is raw memory
        nn.init.zeros_(layer.bias!);
        return layer;
    }
}
