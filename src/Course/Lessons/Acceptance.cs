using System.Globalization;

namespace Course;

/// <summary>What a reproduction must measure for a claim to hold, stated before it is run.</summary>
public sealed class Acceptance
{
    private readonly Func<IReadOnlyList<double>, bool?> holds;
    private readonly Func<Func<double, string>, string> inWords;

    private Acceptance(Func<IReadOnlyList<double>, bool?> holds, Func<Func<double, string>, string> inWords)
    {
        this.holds = holds;
        this.inWords = inWords;
    }

    /// <summary>Nothing is demanded: the value is shown beside the paper's.</summary>
    public static Acceptance ReportedOnly { get; } = new(_ => null, _ => "reported, nothing demanded");

    /// <summary>Every measured value is at least this.</summary>
    public static Acceptance AtLeast(double least) => new(All(value => value >= least), text => $"at least {text(least)}");

    /// <summary>Every measured value is at most this.</summary>
    public static Acceptance AtMost(double most) => new(All(value => value <= most), text => $"at most {text(most)}");

    /// <summary>Every measured value lies between these, both included.</summary>
    public static Acceptance Between(double least, double most) => new(All(value => value >= least && value <= most), text => $"between {text(least)} and {text(most)}");

    /// <summary>The measured values are exactly these, in this order.</summary>
    public static Acceptance Exactly(params double[] values) => new(measured => measured.SequenceEqual(values), text => $"exactly {string.Join(", ", values.Select(text))}");

    /// <summary>The acceptance in words.</summary>
    /// <param name="format">The number format of the claim's values.</param>
    internal string InWords(string format) => inWords(value => value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>Whether the measured values are accepted; null where nothing is demanded.</summary>
    internal bool? Holds(IReadOnlyList<double> measured) => holds(measured);

    /// <summary>No value at all proves nothing, and NaN satisfies no comparison.</summary>
    private static Func<IReadOnlyList<double>, bool?> All(Func<double, bool> condition) => measured => measured.Count > 0 && measured.All(condition);
}
