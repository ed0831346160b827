namespace Course.Grading.HiddenTests;

/// <summary>One case that the learner does not see.</summary>
/// <param name="Kind">The kind of edge; null for a random case.</param>
/// <param name="Name">A description that the learner may see: "a tie: half of the voters".</param>
/// <param name="Arguments">The arguments of the call; copies that only the caller uses.</param>
public sealed record HiddenCase(EdgeKind? Kind, string Name, object?[] Arguments);

/// <summary>The unusual property of a hidden case, at which wrong answers tend to fail.</summary>
public enum EdgeKind
{
    /// <summary>An empty array.</summary>
    Empty,

    /// <summary>An array with one item.</summary>
    One,

    /// <summary>More than anybody would try by hand.</summary>
    Many,

    /// <summary>Two things are equally large, or a sum lies exactly on its threshold.</summary>
    Tie,

    /// <summary>Negative numbers where positive ones are usual.</summary>
    Negative,

    /// <summary>Numbers so large, or so many, that careless code overflows.</summary>
    VeryLarge,

    /// <summary>A NaN or an infinity among the arguments.</summary>
    NotFinite,

    /// <summary>Something specific to this exercise; the case's name says what.</summary>
    Special,
}
