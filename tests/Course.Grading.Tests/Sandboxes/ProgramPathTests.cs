using Course.Notebooks.Isolation;

namespace Course.Grading.Tests.Sandboxes;

/// <summary>Where the grader takes its programs from.</summary>
public sealed class ProgramPathTests : IDisposable
{
    private const string Name = "course-planted-program";

    private readonly string? path = Environment.GetEnvironmentVariable("PATH");
    private readonly string folder = Directory.CreateTempSubdirectory("course-class-").FullName;

    public void Dispose()
    {
        ProgramPath.Distrust([]);
        Environment.SetEnvironmentVariable("PATH", path);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    public void A_program_is_not_taken_from_where_submissions_lie(string student)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("What may be executed is a matter of its ending there.");
            return;
        }

        string home = Directory.CreateDirectory(Path.Combine(folder, student)).FullName;
        string planted = Path.Combine(home, Name);
        File.WriteAllText(planted, "#!/bin/sh\n");
        File.SetUnixFileMode(planted, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string link = folder + "-link";
        Directory.CreateSymbolicLink(link, home);
        try
        {
            Environment.SetEnvironmentVariable("PATH", $"{path}{Path.PathSeparator}{home}{Path.PathSeparator}{link}");
            Assert.Equal(planted, ProgramPath.Find(Name));

            ProgramPath.Distrust([folder]);

            Assert.Null(ProgramPath.Find(Name));
            Assert.NotNull(ProgramPath.Find("sh"));
        }
        finally
        {
            File.Delete(link);
        }
    }
}
