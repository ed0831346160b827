namespace Course;

/// <summary>What a claim is, said before it is run. It limits what verdict the claim can get.</summary>
public enum ClaimKind
{
    /// <summary>A theorem or a count: only a mistake of ours can miss it.</summary>
    Theorem,

    /// <summary>
    /// A published result, measured on the paper's own data with the paper's machine. How our way of learning departs from the paper's
    /// stands in the setting.
    /// </summary>
    SameData,

    /// <summary>
    /// A published result beside one on other data, or of another machine: it can point in the same direction, it can't be the same.
    /// </summary>
    OtherData,

    /// <summary>A check or a figure of the course's own, for which nothing was published.</summary>
    OwnCheck,
}
