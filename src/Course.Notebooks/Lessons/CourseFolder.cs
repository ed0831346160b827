namespace Course.Notebooks.Lessons;

/// <summary>The locations of files in a checkout of the course.</summary>
/// <param name="Root">The checkout's top folder.</param>
public sealed record CourseFolder(string Root)
{
    /// <summary>The lessons' notebooks.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>A learner's own copies of the notebooks, beside them; git ignores it.</summary>
    public string Work => Path.Combine(Root, "work");

    /// <summary>The file that marks a repository that <c>course handout</c> wrote.</summary>
    public string HandoutMark => Path.Combine(Root, "handout.json");

    /// <summary>Whether this is a handout: there the notebooks themselves are the learner's.</summary>
    public bool IsHandout => File.Exists(HandoutMark);

    /// <summary>The last report of each lesson.</summary>
    public string Runs => Path.Combine(Root, "artifacts", "runs");

    /// <summary>The reports of long runs, kept with the sources.</summary>
    public string Results => Path.Combine(Root, "docs", "results");

    /// <summary>The library that notebooks load.</summary>
    public string Library => Path.Combine(Root, "artifacts", "course", "Course.dll");

    /// <summary>Searches for a checkout from a folder upwards.</summary>
    /// <param name="start">A folder inside it, for example the program's own.</param>
    /// <returns>The checkout, or null if there is none.</returns>
    public static CourseFolder? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Course.sln")))
                return new CourseFolder(folder.FullName);
        }

        return null;
    }
}
