namespace Course.Notebooks.Tests;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("course-").FullName;

    public TemporaryFolder(string name = "a") => Directory.CreateDirectory(Path = System.IO.Path.Combine(root, name));

    public string Path { get; }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
