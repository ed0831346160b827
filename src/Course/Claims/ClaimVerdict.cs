namespace Course;

/// <summary>
/// How a measurement compares with a published result: the strongest of the acceptances declared before the run that holds.
/// </summary>
public enum ClaimVerdict
{
    /// <summary>Nothing was promised; the reader compares.</summary>
    Reported,

    /// <summary>Nothing that was promised holds.</summary>
    Missed,

    /// <summary>It points in the paper's direction, by the weaker of the two acceptances.</summary>
    SameDirection,

    /// <summary>It matches the paper, within the paper's own scatter.</summary>
    Same,
}
