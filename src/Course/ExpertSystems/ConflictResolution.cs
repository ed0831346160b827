namespace Course.ExpertSystems;

/// <summary>
/// Which of several rules that could fire goes first. Defined in lesson 04. J. McDermott and C. Forgy, Production system conflict
/// resolution strategies, 1978.
/// </summary>
public enum ConflictResolution
{
    /// <summary>The rule that is written first.</summary>
    Order,

    /// <summary>The rule with the most conditions, since it speaks of the narrowest case; of equals the first written.</summary>
    Specificity,

    /// <summary>The rule one of whose conditions rests on the newest fact; of equals the first written.</summary>
    Recency,
}
