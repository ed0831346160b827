namespace Course;

internal static class Lesson01Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } = [];
}
