using System.Globalization;

namespace Course;

/// <summary>
/// What our measurement must be for a claim to get a verdict, with the reason for that bar. It is stated before the run. A value that is
/// not finite never meets it.
/// </summary>
public sealed class Acceptance
{
    private readonly Func<IReadOnlyList<double>, bool> holds;
    private readonly Func<string, string> words;

    private Acceptance(Func<IReadOnlyList<double>, bool> holds, Func<string, string> words, string? reason = null)
    {
        this.holds = holds;
        this.words = words;
        Reason = reason;
    }

    /// <summary>The reason for the bar; <see langword="null"/> for a theorem or a count that must be met exactly.</summary>
    public string? Reason { get; }

    /// <summary>
    /// Every measured value is strictly greater than the one before it. Use it for an order, if sizes are not comparable.
    /// </summary>
    public static Acceptance Rising { get; } = new(
        measured => measured.Zip(measured.Skip(1)).All(pair => pair.First < pair.Second),
        _ => "each above the one before");

    /// <summary>The last measured value is strictly greater than the one before it; earlier values are only shown.</summary>
    public static Acceptance RisingAtLast { get; } = new(
        measured => measured.Count > 1 && measured[^1] > measured[^2],
        _ => "the last above the one before");

    /// <summary>Every measured value is <paramref name="least"/> or more.</summary>
    /// <param name="least">The smallest accepted value, in the claim's unit.</param>
    /// <returns>The acceptance.</returns>
    public static Acceptance AtLeast(double least) =>
        new(measured => measured.All(value => value >= least), format => $"at least {Show(least, format)}");

    /// <summary>Every measured value is <paramref name="most"/> or less.</summary>
    /// <param name="most">The greatest accepted value, in the claim's unit.</param>
    /// <returns>The acceptance.</returns>
    public static Acceptance AtMost(double most) =>
        new(measured => measured.All(value => value <= most), format => $"at most {Show(most, format)}");

    /// <summary>Every measured value lies between the two, ends included.</summary>
    /// <param name="least">The smallest accepted value, in the claim's unit.</param>
    /// <param name="most">The greatest accepted value, in the claim's unit.</param>
    /// <returns>The acceptance.</returns>
    /// <exception cref="ArgumentException"><paramref name="least"/> is greater than <paramref name="most"/>.</exception>
    public static Acceptance Between(double least, double most)
    {
        if (!(least <= most))
        {
            throw new ArgumentException($"Between({Show(least, "")}, {Show(most, "")}) accepts nothing: the smaller end comes first.");
        }

        return new(
            measured => measured.All(value => value >= least && value <= most),
            format => $"between {Show(least, format)} and {Show(most, format)}");
    }

    /// <summary>The measured values are exactly these, in this order: for counts.</summary>
    /// <param name="values">The expected values, at least one.</param>
    /// <returns>The acceptance.</returns>
    /// <exception cref="ArgumentException">No value is given.</exception>
    public static Acceptance Exactly(params double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0)
        {
            throw new ArgumentException("Exactly() needs at least one value.");
        }

        double[] expected = [.. values];
        return new(
            measured => measured.SequenceEqual(expected),
            format => $"exactly {string.Join(", ", expected.Select(value => Show(value, format)))}");
    }

    /// <summary>The same bar with its reason.</summary>
    /// <param name="reason">Where its width comes from: the paper's scatter, a standard error, a rounding. It must not come from our own
    /// value.</param>
    /// <returns>The acceptance.</returns>
    public Acceptance Because(string reason) => new(holds, words, reason);

    /// <summary>Judges a measurement.</summary>
    /// <param name="measured">The measured values, in the claim's unit.</param>
    /// <returns>Whether it is met.</returns>
    public bool Holds(IReadOnlyList<double> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return measured.Count > 0 && measured.All(double.IsFinite) && holds(measured);
    }

    /// <summary>The acceptance in words: "at least 90.0 %".</summary>
    /// <param name="format">A .NET number format, such as <c>0.0 %</c>; empty for the shortest exact digits.</param>
    /// <returns>The words.</returns>
    public string InWords(string format) => words(format);

    internal static string Show(double value, string? format) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−'),
    };
}
