namespace Course.Grading;

/// <summary>One case that the learner does not see.</summary>
/// <param name="Kind">Which edge it lies on; null for one that is merely random.</param>
/// <param name="Name">What it is, in words that may be told to the learner: "a tie: half of the voters".</param>
/// <param name="Arguments">What the answer is called with; copies, for the caller alone.</param>
public sealed record HiddenCase(EdgeKind? Kind, string Name, object?[] Arguments);
