using System.Numerics.Tensors;

namespace Course.Transformers;

/// <summary>
/// Scaled dot-product attention on plain arrays: A. Vaswani et al., Attention is all you need, 2017 (arXiv:1706.03762), equation 1. Each
/// query looks at every key. The better they match, the more of that key's value it takes. Defined in lesson 12.
/// </summary>
public static class Attention
{
    /// <summary>softmax(Q Kᵀ / √d_k) V.</summary>
    /// <param name="Q">The queries, T rows of d_k numbers.</param>
    /// <param name="K">The keys, S rows of d_k numbers.</param>
    /// <param name="V">The values, S rows of d_v numbers.</param>
    /// <param name="mask">T rows of S answers: whether this query may look at that key. Null: at all. Each query needs at least
    /// one.</param>
    /// <returns>T rows of d_v numbers, and the weights they were mixed with.</returns>
    public static AttentionResult ScaledDotProduct(double[][] Q, double[][] K, double[][] V, bool[][]? mask = null)
    {
        ArgumentNullException.ThrowIfNull(Q);
        ArgumentNullException.ThrowIfNull(K);
        ArgumentNullException.ThrowIfNull(V);
        double[][] weights = Rows(Q.Length, K.Length), output = Rows(Q.Length, V[0].Length);
        for (int t = 0; t < Q.Length; t++)
        {
            for (int s = 0; s < K.Length; s++)
            {
                double match = TensorPrimitives.Dot<double>(Q[t], K[s]) / Math.Sqrt(Q[t].Length);
                weights[t][s] = mask is null || mask[t][s] ? match : double.NegativeInfinity;
            }
            Softmax(weights[t]);
            for (int s = 0; s < K.Length; s++) TensorPrimitives.MultiplyAdd(V[s], weights[t][s], output[t], output[t]);
        }
        return new(output, weights);
    }

    /// <summary>The way back: from the gradient of the output to those of queries, keys and values.</summary>
    /// <param name="Q">The queries, T rows of d_k numbers.</param>
    /// <param name="K">The keys, S rows of d_k numbers.</param>
    /// <param name="V">The values, S rows of d_v numbers.</param>
    /// <param name="weights">The weights of the forward pass, T rows of S numbers. A mask needs no further care: it made its weights
    /// 0.</param>
    /// <param name="gradient">∂E/∂output, T rows of d_v numbers.</param>
    /// <returns>∂E/∂Q, ∂E/∂K and ∂E/∂V, each in the shape of its own.</returns>
    public static (double[][] ToQ, double[][] ToK, double[][] ToV) Backward(
        double[][] Q, double[][] K, double[][] V, double[][] weights, double[][] gradient)
    {
        ArgumentNullException.ThrowIfNull(Q);
        ArgumentNullException.ThrowIfNull(K);
        ArgumentNullException.ThrowIfNull(V);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(gradient);
        double[][] toQ = Rows(Q.Length, Q[0].Length), toK = Rows(K.Length, K[0].Length), toV = Rows(V.Length, V[0].Length);
        for (int t = 0; t < Q.Length; t++)
        {
            double[] g = gradient[t], w = weights[t];
            double[] toWeights = Array.ConvertAll(V, value => TensorPrimitives.Dot<double>(g, value));
            double mean = TensorPrimitives.Dot<double>(w, toWeights);
            for (int s = 0; s < K.Length; s++)
            {
                double toMatch = w[s] * (toWeights[s] - mean) / Math.Sqrt(Q[t].Length);        // back through the softmax
                TensorPrimitives.MultiplyAdd(g, w[s], toV[s], toV[s]);
                TensorPrimitives.MultiplyAdd(K[s], toMatch, toQ[t], toQ[t]);
                TensorPrimitives.MultiplyAdd(Q[t], toMatch, toK[s], toK[s]);
            }
        }
        return (toQ, toK, toV);
    }

    /// <summary>The mask of a decoder: position t may look at itself and at what stands before it.</summary>
    /// <param name="length">T.</param>
    /// <returns>T rows of T answers.</returns>
    public static bool[][] Causal(int length) =>
        [.. Enumerable.Range(0, length).Select(t => Enumerable.Range(0, length).Select(s => s <= t).ToArray())];

    private static void Softmax(double[] row)
    {
        TensorPrimitives.Subtract(row, TensorPrimitives.Max<double>(row), row);     // changes nothing, and keeps exp from overflowing
        TensorPrimitives.Exp<double>(row, row);
        TensorPrimitives.Divide(row, TensorPrimitives.Sum<double>(row), row);
    }

    private static double[][] Rows(int count, int width) => [.. Enumerable.Range(0, count).Select(_ => new double[width])];
}

/// <summary>What attention returns. Defined in lesson 12.</summary>
/// <param name="Output">For each query its mixture of the values, (T, d_v).</param>
/// <param name="Weights">The share of each value in it, (T, S); every row sums to 1.</param>
public sealed record AttentionResult(double[][] Output, double[][] Weights);
