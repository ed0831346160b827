using Course.Notebooks.Lessons;

namespace Course.Jupyter.Tests;

/// <summary>The checkout in which the tests were built.</summary>
internal static class Repository
{
    public static CourseFolder Course { get; } = CourseFolder.Find(AppContext.BaseDirectory)!;

    public static string Root => Course.Root;

    /// <summary>The built command.</summary>
    public static string Command { get; } = Path.Combine(Root, "artifacts", "cli", "Course.Cli.dll");
}
