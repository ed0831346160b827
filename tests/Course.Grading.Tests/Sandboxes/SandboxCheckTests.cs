using Course.Grading.Sandboxes;

namespace Course.Grading.Tests.Sandboxes;

/// <summary>What is said where the sandbox does not work, and what goes into it.</summary>
public class SandboxCheckTests
{
    [Fact]
    public void What_bubblewrap_says_stands_in_the_message_with_something_to_do()
    {
        (string problem, string remedy) = SandboxCheck.Explain("bwrap: setting up uid map: Permission denied");

        Assert.Contains("Permission denied", problem, StringComparison.Ordinal);
        Assert.NotEmpty(remedy);
    }

    [Fact]
    public void The_workers_files_are_the_workers_alone()
    {
        IReadOnlyList<string> names = new WorkerFiles(Path.Combine(Repository.Course.Root, "artifacts", "cli")).Names();

        Assert.Contains(WorkerFiles.Program, names);
        Assert.Contains("Microsoft.CodeAnalysis.CSharp.dll", names);
        Assert.DoesNotContain(names, name => name.Contains("Grading", StringComparison.Ordinal)
            || name.Contains("Course.Cli", StringComparison.Ordinal) || name.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_the_graders_environment_goes_into_the_workers()
    {
        Dictionary<string, string> environment = WorkerEnvironment.Of(new WorkerFiles("/nowhere"), new WorkerLimits(), "/tmp");

        Assert.All(environment.Keys, name => Assert.True(name is "HOME" or "TMPDIR" or "LANG" or "OMP_NUM_THREADS"
            || name.StartsWith("DOTNET_", StringComparison.Ordinal) || name.StartsWith("COURSE_", StringComparison.Ordinal), name));
    }
}
