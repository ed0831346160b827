using System.Xml.Linq;

namespace Course.Lessons.Tests;

/// <summary>One project stands outside the solution, so that no build of it would tell.</summary>
public class ProjectFilesTests
{
    public static TheoryData<string> Projects =>
    [
        .. new[] { "src", "tests", "bench", "eng" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_file_can_be_read(string file) =>
        Assert.Equal("Project", XDocument.Load(Path.Combine(Repository.Root, file)).Root!.Name.LocalName);
}
