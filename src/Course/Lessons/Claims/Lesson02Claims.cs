namespace Course;

internal static class Lesson02Claims
{
    internal static IReadOnlyList<Claim> All { get; } = [];
}
