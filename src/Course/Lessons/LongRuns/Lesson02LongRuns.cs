namespace Course;

internal static class Lesson02LongRuns
{
    internal static IReadOnlyList<LongRun> All { get; } = [];
}
