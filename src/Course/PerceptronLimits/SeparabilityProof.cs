using System.Numerics;

namespace Course.PerceptronLimits;

/// <summary>Proof that points are linearly separable: the whole-number weights and bias of a unit that is right on all of them.</summary>
/// <param name="Weights">One weight per coordinate.</param>
/// <param name="Bias">Added to the weighted sum; the unit is on if the result is above 0.</param>
public sealed record SeparabilityProof(BigInteger[] Weights, BigInteger Bias) : Separability
{
    /// <inheritdoc/>
    public override bool Holds(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets)
    {
        for (int i = 0; i < points.Count; i++)
        {
            BigInteger sum = Sum(points[i]);
            if (targets[i] ? sum <= 0 : sum >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The weighted sum plus bias at one point.</summary>
    /// <param name="x">The point.</param>
    /// <returns>w · x + b, exactly.</returns>
    public BigInteger Sum(int[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        BigInteger sum = Bias;
        for (int j = 0; j < x.Length; j++)
        {
            sum += Weights[j] * x[j];
        }

        return sum;
    }

    /// <summary>The unit as text, for example <c>on where 2·x1 + 2·x2 − 3 &gt; 0</c>.</summary>
    /// <returns>The inequality.</returns>
    public override string ToString()
    {
        var terms = Weights.Select((w, j) => (Factor: w, Name: $"x{j + 1}")).Append((Factor: Bias, Name: "")).Where(t => t.Factor != 0)
            .ToArray();
        string text = string.Concat(terms.Select((t, i) =>
        {
            string sign = t.Factor < 0 ? (i == 0 ? "−" : " − ") : (i == 0 ? "" : " + ");
            BigInteger size = BigInteger.Abs(t.Factor);
            string factor = t.Name.Length == 0 ? $"{size}" : size.IsOne ? t.Name : $"{size}·{t.Name}";
            return sign + factor;
        }));
        return $"on where {(text.Length == 0 ? "0" : text)} > 0";
    }
}
