namespace Course;

/// <summary>What came of a check.</summary>
internal enum CheckStatus
{
    Passed,
    Failed,
    NotAttempted,
    Error,
}
