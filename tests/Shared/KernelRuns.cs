using System.Diagnostics;

namespace Course.TestTools;

/// <summary>
/// The notebooks as our own kernel executed them. The lessons' tests leave their runs in <c>artifacts/test-runs</c>, and the tests that
/// compare with them come later; where a run is missing or older than what it was made from, the command makes it.
/// </summary>
internal static class KernelRuns
{
    private static readonly string cli = Path.Combine(RepositoryRoot.Path, "artifacts", "cli");

    /// <summary>Where the runs are kept, each under its notebook's file name.</summary>
    internal static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "artifacts", "test-runs");

    /// <summary>The executed notebook of a lesson.</summary>
    /// <param name="file">The file name of the lesson's notebook.</param>
    internal static async Task<string> PathOfAsync(string file)
    {
        if (Fresh(file) is { } run) return run;
        await ExecuteAsync(Path.Combine(RepositoryRoot.Path, "notebooks", file));
        return Path.Combine(Folder, file);
    }

    /// <summary>The executed notebook of a lesson, if it is not older than what it was made from; else null.</summary>
    /// <param name="file">The file name of the lesson's notebook.</param>
    internal static string? Fresh(string file)
    {
        string run = Path.Combine(Folder, file);
        string[] madeFrom =
        [
            Path.Combine(RepositoryRoot.Path, "notebooks", file), Path.Combine(cli, "Course.Notebooks.dll"),
            Path.Combine(RepositoryRoot.Path, "artifacts", "course", "Course.dll"),
        ];
        return File.Exists(run) && !madeFrom.Any(source => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(run)) ? run : null;
    }

    private static async Task ExecuteAsync(string notebook)
    {
        Assert.True(Directory.Exists(cli), "The command is not there yet: run `dotnet build` first.");
        string[] arguments = [Path.Combine(cli, "Course.Cli.dll"), "run", notebook, "--output", Folder];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }
}
