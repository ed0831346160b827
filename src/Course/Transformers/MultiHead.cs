using System.Numerics.Tensors;
using TorchSharp;
using TorchSharp.Modules;

namespace Course.Transformers;

/// <summary>
/// Multi-head attention on plain arrays, section 3.2.2 of the paper: MultiHead(Q, K, V) = Concat(head₁, …, head_h) Wᴼ, where each head
/// attends on its own with projections of its own. <see cref="MultiHeadAttention"/> is its twin. Defined in lesson 12.
/// </summary>
/// <param name="heads">h, a divisor of d_model. Head i owns the i-th of h equal shares of the projected numbers.</param>
/// <param name="WQ">The projection of the queries.</param>
/// <param name="WK">The projection of the keys.</param>
/// <param name="WV">The projection of the values.</param>
/// <param name="WO">The projection of the heads' answers.</param>
public sealed class MultiHead(int heads, Projection WQ, Projection WK, Projection WV, Projection WO)
{
    /// <summary>Attends.</summary>
    /// <param name="queries">T rows of d_model numbers.</param>
    /// <param name="memory">S rows of d_model numbers, for keys and values; the same rows for self-attention.</param>
    /// <param name="mask">T rows of S answers: whether this query may look there. Null: everywhere.</param>
    /// <returns>T rows of d_model numbers, and each head's weights, (h, T, S).</returns>
    public (double[][] Output, double[][][] Weights) Forward(double[][] queries, double[][] memory, bool[][]? mask = null)
    {
        double[][] Q = WQ.Apply(queries), K = WK.Apply(memory), V = WV.Apply(memory);
        AttentionResult[] answers =
            [.. Enumerable.Range(0, heads).Select(i => Attention.ScaledDotProduct(Share(Q, i), Share(K, i), Share(V, i), mask))];
        double[][] joined = [.. queries.Select((_, t) => answers.SelectMany(head => head.Output[t]).ToArray())];
        return (WO.Apply(joined), [.. answers.Select(head => head.Weights)]);
    }

    /// <summary>Copies the weights of the twin.</summary>
    /// <param name="twin">The module.</param>
    public static MultiHead Of(MultiHeadAttention twin)
    {
        ArgumentNullException.ThrowIfNull(twin);
        return new(twin.Heads, Projection.Of(twin.WQ), Projection.Of(twin.WK), Projection.Of(twin.WV), Projection.Of(twin.WO));
    }

    private double[][] Share(double[][] rows, int head)
    {
        int width = rows[0].Length / heads;
        return Array.ConvertAll(rows, row => row[(head * width)..((head + 1) * width)]);
    }
}

/// <summary>A linear map with a bias. Defined in lesson 12.</summary>
/// <param name="Weights">One row of weights per output.</param>
/// <param name="Biases">One bias per output.</param>
public sealed record Projection(double[][] Weights, double[] Biases)
{
    /// <summary>Maps each row.</summary>
    /// <param name="rows">Rows of inputs.</param>
    /// <returns>As many rows of outputs.</returns>
    public double[][] Apply(double[][] rows) => Array.ConvertAll(rows, row =>
        Weights.Zip(Biases, (weights, bias) => TensorPrimitives.Dot<double>(weights, row) + bias).ToArray());

    /// <summary>Copies the weights of a layer.</summary>
    /// <param name="layer">The layer.</param>
    public static Projection Of(Linear layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        using var scope = torch.NewDisposeScope();
        double[] weights = [.. layer.weight!.to(torch.float64).contiguous().data<double>()];
        return new([.. weights.Chunk((int)layer.weight!.shape[1])], [.. layer.bias!.to(torch.float64).data<double>()]);
    }
}
