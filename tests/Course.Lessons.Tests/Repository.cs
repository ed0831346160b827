using Course.TestTools;

namespace Course.Lessons.Tests;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Repository
{
    internal static string Root => RepositoryRoot.Path;

    internal static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The lessons' file names, in order.</summary>
    internal static IReadOnlyList<string> LessonFiles { get; } = Directory.Exists(Notebooks)
        ? [.. Directory.EnumerateFiles(Notebooks, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];
}
