using System.Numerics.Tensors;

namespace Course.Generation;

/// <summary>
/// How the next token is drawn from what a model says of it. The temperature comes first, then the k likeliest tokens are kept (A. Fan, M.
/// Lewis and Y. Dauphin, Hierarchical neural story generation, 2018, section 5.1), then the smallest set of the likeliest whose probability
/// reaches p (A. Holtzman, J. Buys, L. Du, M. Forbes and Y. Choi, The curious case of neural text degeneration, 2020, section 3.1). Defined
/// in lesson 14.
/// </summary>
/// <param name="Temperature">Divides the logits: below 1 the likely tokens become likelier; 0 always takes the likeliest.</param>
/// <param name="TopK">k; null for all tokens.</param>
/// <param name="TopP">p, above 0; 1 for all tokens.</param>
public sealed record Sampling(double Temperature = 1, int? TopK = null, double TopP = 1)
{
    /// <summary>Always the likeliest token; of equally likely ones the first.</summary>
    public static Sampling Greedy { get; } = new(Temperature: 0);

    /// <summary>The probability with which each token is drawn.</summary>
    /// <param name="logits">(V), −∞ for what is impossible.</param>
    /// <returns>(V), together 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is negative, k is below 1, or p is not in (0, 1].</exception>
    /// <exception cref="ArgumentException">There are no logits, or the largest is not finite.</exception>
    public double[] Probabilities(ReadOnlySpan<float> logits)
    {
        if (!(Temperature >= 0) || TopK < 1 || TopP is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(logits), $"This can't be sampled with: {this}.");
        if (logits.IsEmpty || !float.IsFinite(TensorPrimitives.Max(logits)))
            throw new ArgumentException("The largest logit is not a finite number.", nameof(logits));
        var p = new double[logits.Length];
        if (Temperature == 0)
        {
            p[TensorPrimitives.IndexOfMax(logits)] = 1;
            return p;
        }
        float largest = TensorPrimitives.Max(logits);
        for (int n = 0; n < p.Length; n++) p[n] = Math.Exp((logits[n] - (double)largest) / Temperature);
        if (TopK < p.Length || TopP < 1) Cut(p);
        double sum = p.Sum();
        for (int n = 0; n < p.Length; n++) p[n] /= sum;
        return p;
    }

    /// <summary>Draws a token.</summary>
    /// <param name="logits">(V).</param>
    /// <param name="random">Where chance comes from; the greedy sampling needs none.</param>
    /// <returns>Its number.</returns>
    public int Draw(ReadOnlySpan<float> logits, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double[] p = Probabilities(logits);
        double rest = random.NextDouble();
        for (int n = 0; n < p.Length; n++)
        {
            rest -= p[n];
            if (rest < 0) return n;
        }
        return Array.FindLastIndex(p, one => one > 0);          // the sum may be a little below 1
    }

    /// <summary>Sets to 0 what is not among the k likeliest, or behind those that make up p.</summary>
    private void Cut(double[] p)
    {
        int[] order = [.. Enumerable.Range(0, p.Length)];
        Array.Sort(order, (one, other) => p[one] != p[other] ? p[other].CompareTo(p[one]) : one.CompareTo(other));
        int kept = Math.Min(TopK ?? p.Length, p.Length);
        if (TopP < 1)
        {
            double all = order.Take(kept).Sum(n => p[n]), sum = 0;
            int needed = 0;
            while (needed < kept && sum < TopP * all) sum += p[order[needed++]];
            kept = needed;
        }
        foreach (int n in order.AsSpan(kept)) p[n] = 0;
    }
}
