namespace Course;

internal static class Lesson02Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } = [];
}
