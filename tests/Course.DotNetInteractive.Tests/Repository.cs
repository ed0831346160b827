namespace Course.DotNetInteractive.Tests;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Repository
{
    internal static string Notebooks { get; } = Path.Combine(Find(), "notebooks");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Course.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No Course.sln above {AppContext.BaseDirectory}.");
    }
}
