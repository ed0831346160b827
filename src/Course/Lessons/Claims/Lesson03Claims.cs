namespace Course;

internal static class Lesson03Claims
{
    internal static IReadOnlyList<Claim> All { get; } = [];
}
