namespace Course.Grading.HiddenTests;

/// <summary>One case that the learner does not see.</summary>
/// <param name="Kind">Which edge it lies on; null for one that is merely random.</param>
/// <param name="Name">What it is, in words that may be told to the learner: "a tie: half of the voters".</param>
/// <param name="Arguments">What the answer is called with; copies, for the caller alone.</param>
public sealed record HiddenCase(EdgeKind? Kind, string Name, object?[] Arguments);

/// <summary>Where wrong answers give themselves away: what is unusual about a hidden case.</summary>
public enum EdgeKind
{
    /// <summary>An array of no items.</summary>
    Empty,

    /// <summary>An array of one item.</summary>
    One,

    /// <summary>More than anybody would try by hand.</summary>
    Many,

    /// <summary>Two things are equally large, or a sum lies exactly on its threshold.</summary>
    Tie,

    /// <summary>Numbers below zero where others would do.</summary>
    Negative,

    /// <summary>Numbers so large, or so many, that a careless way overflows.</summary>
    VeryLarge,

    /// <summary>A NaN or an infinity among the arguments.</summary>
    NotFinite,

    /// <summary>Something that only this exercise has; its name says what.</summary>
    Special,
}
