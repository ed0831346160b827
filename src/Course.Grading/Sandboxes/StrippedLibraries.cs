using System.Collections.Concurrent;
using Course.Notebooks.Lessons;

namespace Course.Grading.Sandboxes;

/// <summary>
/// The stripped libraries of one grading: one for each set of members that exercises allow, made when a worker first needs it, and the
/// same for all workers after it.
/// </summary>
internal sealed class StrippedLibraries(CourseFolder course) : IDisposable
{
    private readonly string stage = OpenFolder.NewStage();
    private readonly ConcurrentDictionary<string, Lazy<string>> made = new(StringComparer.Ordinal);

    /// <summary>The file of the library that keeps the bodies of some members.</summary>
    /// <param name="allowed">The members, by full name.</param>
    public string Of(IEnumerable<string> allowed)
    {
        string[] members = [.. allowed.Distinct().Order(StringComparer.Ordinal)];
        return made.GetOrAdd(string.Join('\n', members), _ => new Lazy<string>(() => Make(members))).Value;
    }

    public void Dispose() => OpenFolder.RemoveStage(stage);

    private string Make(string[] members)
    {
        string folder = Path.Combine(stage, Path.GetRandomFileName());
        OpenFolder.Make(folder);
        string file = Path.Combine(folder, Path.GetFileName(course.Library));
        StrippedLibrary.Write(course.Library, file, members);
        OpenFolder.Open(file);
        return file;
    }
}
