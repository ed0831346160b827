namespace Course.ExpertSystems;

/// <summary>
/// Which of several applicable rules fires first. Defined in lesson 04. J. McDermott and C. Forgy, Production system conflict resolution
/// strategies, 1978.
/// </summary>
public enum ConflictResolution
{
    /// <summary>The rule that is written first.</summary>
    Order,

    /// <summary>The rule with the most conditions, because it covers the narrowest case; in a tie, the first written.</summary>
    Specificity,

    /// <summary>The rule with a condition that rests on the newest fact; in a tie, the first written.</summary>
    Recency,
}
