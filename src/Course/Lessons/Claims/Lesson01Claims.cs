namespace Course;

internal static class Lesson01Claims
{
    internal static IReadOnlyList<Claim> All { get; } = [];
}
