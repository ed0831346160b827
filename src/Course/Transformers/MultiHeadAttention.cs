using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Transformers;

/// <summary>
/// Multi-head attention as a TorchSharp module: section 3.2.2 of Vaswani et al., 2017, with the paper's names. <see cref="MultiHead"/> is
/// its twin from scratch. Defined in lesson 12.
/// </summary>
public sealed class MultiHeadAttention : Module<Tensor, Tensor, Tensor?, Tensor>
{
    private readonly double dropout;

    /// <summary>Creates the module; the projections' weights are Xavier's, the biases 0.</summary>
    /// <param name="width">d_model.</param>
    /// <param name="heads">h, a divisor of d_model.</param>
    /// <param name="dropout">The share of attention weights that are dropped in training.</param>
    /// <param name="device">Where the weights lie; null for the processor.</param>
    public MultiHeadAttention(int width, int heads, double dropout = 0, Device? device = null)
        : base(nameof(MultiHeadAttention))
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % heads, 0);
        (Heads, this.dropout) = (heads, dropout);
        (WQ, WK, WV, WO) = (Layers.Linear(width, width, device), Layers.Linear(width, width, device),
            Layers.Linear(width, width, device), Layers.Linear(width, width, device));
        register_module(nameof(WQ), WQ);
        register_module(nameof(WK), WK);
        register_module(nameof(WV), WV);
        register_module(nameof(WO), WO);
    }

    /// <summary>h.</summary>
    public int Heads { get; }

    /// <summary>The projection of the queries.</summary>
    public Linear WQ { get; }

    /// <summary>The projection of the keys.</summary>
    public Linear WK { get; }

    /// <summary>The projection of the values.</summary>
    public Linear WV { get; }

    /// <summary>The projection of the heads' answers.</summary>
    public Linear WO { get; }

    /// <summary>Is shown the weights of each head, (B, h, T, S), whenever this module attends; null, as usual, for nobody.</summary>
    public Action<Tensor>? Watcher { get; set; }

    /// <summary>Attends.</summary>
    /// <param name="queries">(B, T, d_model).</param>
    /// <param name="memory">(B, S, d_model), for keys and values; the same tensor for self-attention.</param>
    /// <param name="mask">True where a query may look, of a shape that fits (B, h, T, S); null: everywhere.</param>
    /// <returns>(B, T, d_model).</returns>
    public override Tensor forward(Tensor queries, Tensor memory, Tensor? mask)
    {
        (Tensor K, Tensor V) = KeysAndValues(memory);
        return Attend(queries, K, V, mask);
    }

    /// <summary>The keys and values of a memory, which may be kept for later queries.</summary>
    /// <param name="memory">(B, S, d_model).</param>
    /// <returns>Both (B, h, S, d_k).</returns>
    public (Tensor K, Tensor V) KeysAndValues(Tensor memory) => (Split(WK.call(memory), Heads), Split(WV.call(memory), Heads));

    /// <summary>Attends to keys and values that are already projected.</summary>
    /// <param name="queries">(B, T, d_model).</param>
    /// <param name="K">(B, h, S, d_k).</param>
    /// <param name="V">(B, h, S, d_k).</param>
    /// <param name="mask">True where a query may look; null: everywhere.</param>
    /// <returns>(B, T, d_model).</returns>
    public Tensor Attend(Tensor queries, Tensor K, Tensor V, Tensor? mask)
    {
        Tensor Q = Split(WQ.call(queries), Heads);                                                // (B, h, T, d_k)
        Watcher?.Invoke(Weights(Q, K, mask));
        Tensor heads = functional.scaled_dot_product_attention(Q, K, V, mask, training ? dropout : 0);
        return WO.call(heads.transpose(1, 2).flatten(2));                                         // Concat: (B, T, h d_k)
    }

    /// <summary>softmax(Q Kᵀ / √d_k): how much of each value each query takes, (B, h, T, S).</summary>
    private static Tensor Weights(Tensor Q, Tensor K, Tensor? mask)
    {
        Tensor match = Q.matmul(K.transpose(2, 3)) / Math.Sqrt(Q.shape[3]);
        return (mask is null ? match : match.masked_fill(mask.logical_not(), double.NegativeInfinity)).softmax(-1);
    }

    /// <summary>A part of the numbers for each head: (B, T, d_model) → (B, h, T, d_k).</summary>
    internal static Tensor Split(Tensor projected, int heads) =>
        projected.reshape(projected.shape[0], projected.shape[1], heads, -1).transpose(1, 2);
}
