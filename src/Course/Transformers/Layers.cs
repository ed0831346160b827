using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Transformers;

/// <summary>The layers that Transformers are made of, with a start that is known. Defined in lesson 12.</summary>
public static class Layers
{
    /// <summary>A table of embeddings, drawn from a normal distribution.</summary>
    /// <param name="tokens">The number of tokens.</param>
    /// <param name="width">The numbers that stand for one token.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    /// <param name="spread">The standard deviation; null for 1 / √width.</param>
    public static Embedding Embedding(int tokens, int width, Device? device = null, double? spread = null)
    {
        Embedding table = nn.Embedding(tokens, width, device: device);
        nn.init.normal_(table.weight!, 0, spread ?? 1 / Math.Sqrt(width));
        return table;
    }

    /// <summary>A linear layer with biases of 0.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    /// <param name="spread">The standard deviation of normally distributed weights; null for Glorot and Bengio's uniform distribution
    /// (2010).</param>
    public static Linear Linear(int inputs, int outputs, Device? device = null, double? spread = null)
    {
        Linear layer = nn.Linear(inputs, outputs, device: device);
        if (spread is { } deviation) nn.init.normal_(layer.weight!, 0, deviation);
        else nn.init.xavier_uniform_(layer.weight!);
        nn.init.zeros_(layer.bias!);
        return layer;
    }

    /// <summary>Layer normalisation: J. L. Ba, J. R. Kiros and G. E. Hinton, 2016 (arXiv:1607.06450).</summary>
    /// <param name="width">The numbers that are brought to mean 0 and variance 1 together.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    /// <param name="epsilon">Is added to the variance, so that nothing is divided by 0.</param>
    public static LayerNorm LayerNorm(int width, Device? device = null, double epsilon = 1e-5)
    {
        LayerNorm layer = nn.LayerNorm(width, epsilon, device: device);
        nn.init.ones_(layer.weight!);                   // torch's own start cannot be relied on: GroupNorm's is raw memory
        nn.init.zeros_(layer.bias!);
        return layer;
    }
}
