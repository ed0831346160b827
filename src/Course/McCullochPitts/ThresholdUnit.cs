namespace Course.McCullochPitts;

/// <summary>
/// The weighted threshold unit: fires if w1·x1 + ... + wn·xn reaches the threshold. A negative weight inhibits relatively: it can be
/// outvoted, unlike the absolute inhibition of 1943. Any real weights can be replaced by whole ones without changing the function. Defined
/// in lesson 01.
/// </summary>
/// <param name="Weights">One weight per input, length n.</param>
/// <param name="Threshold">The smallest sum at which the unit fires.</param>
public sealed record ThresholdUnit(IReadOnlyList<int> Weights, int Threshold)
{
    /// <summary>Whether the unit fires for the inputs <paramref name="x"/> (length n).</summary>
    /// <exception cref="ArgumentException">The number of inputs differs from the number of weights.</exception>
    public bool Fires(params bool[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length != Weights.Count)
            throw new ArgumentException($"This unit has {Weights.Count} weights, not {x.Length}.", nameof(x));
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] ? Weights[i] : 0;
        return sum >= Threshold;
    }

    /// <summary>The unit's truth table.</summary>
    public BooleanFunction Function() => BooleanFunction.Of(Weights.Count, Fires);

    /// <summary>The unit as an inequality, such as "a - 2b ≥ 1".</summary>
    public override string ToString()
    {
        string sum = "";
        for (int i = 0; i < Weights.Count; i++)
        {
            int w = Weights[i];
            if (w == 0)
                continue;
            string size = Math.Abs(w) == 1 ? "" : Math.Abs(w).ToString(System.Globalization.CultureInfo.InvariantCulture);
            string sign = w < 0 ? (sum.Length == 0 ? "-" : " - ") : sum.Length == 0 ? "" : " + ";
            sum += $"{sign}{size}{(char)('a' + i)}";
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(sum.Length == 0 ? "0" : sum)} ≥ {Threshold}");
    }
}
