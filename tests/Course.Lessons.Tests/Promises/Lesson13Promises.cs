namespace Course.Lessons.Tests.Promises;

internal static class Lesson13Promises
{
    internal static readonly Promise[] All =
    [
    ];
}
