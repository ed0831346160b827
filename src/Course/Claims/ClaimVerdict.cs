namespace Course;

/// <summary>How a measurement stands to a published result: the strongest that holds of what the claim declared before the run.</summary>
public enum ClaimVerdict
{
    /// <summary>Nothing was promised; the reader compares.</summary>
    Reported,

    /// <summary>Nothing that was promised holds.</summary>
    Missed,

    /// <summary>It points the paper's way, by the weaker of the two acceptances.</summary>
    SameDirection,

    /// <summary>It is what the paper found, within the paper's own scatter.</summary>
    Same,
}
