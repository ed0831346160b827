namespace Course;

internal static class Lesson03Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } = [];
}
