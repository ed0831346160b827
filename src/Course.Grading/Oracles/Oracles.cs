namespace Course.Grading;

/// <summary>The hidden halves of all exercises.</summary>
public static class Oracles
{
    /// <summary>Every oracle, lesson by lesson.</summary>
    public static IReadOnlyList<Oracle> All { get; } =
    [
        .. Lesson01Oracles.All, .. Lesson02Oracles.All, .. Lesson03Oracles.All, .. Lesson04Oracles.All, .. Lesson05Oracles.All,
        .. Lesson06Oracles.All, .. Lesson07Oracles.All,
    ];

    /// <summary>Finds one.</summary>
    /// <param name="id">The exercise, for example <c>02.learn</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message names the nearest, or all where none is near.</exception>
    public static Oracle Find(string id) =>
        All.FirstOrDefault(oracle => oracle.Id == id)
        ?? throw new ArgumentException(DidYouMean.For("exercise", id, All.Select(oracle => oracle.Id)));
}
