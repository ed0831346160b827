namespace Course;

/// <summary>The kind of a claim, declared before the run. It limits the verdicts that the claim can get.</summary>
public enum ClaimKind
{
    /// <summary>A theorem or a count: only a mistake of ours can miss it.</summary>
    Theorem,

    /// <summary>
    /// A published result, measured on the paper's own data with the paper's machine. The claim's setting says how our training differs
    /// from the paper's.
    /// </summary>
    SameData,

    /// <summary>
    /// A published result, measured on other data or with another machine. It can point in the same direction, but cannot be the same.
    /// </summary>
    OtherData,

    /// <summary>A check or a figure of the course's own, with no published value.</summary>
    OwnCheck,
}
