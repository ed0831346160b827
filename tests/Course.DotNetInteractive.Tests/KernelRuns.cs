using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.TestTools;

namespace Course.DotNetInteractive.Tests;

/// <summary>
/// The notebooks as our own kernel executed them. The lessons' tests, which come before these, leave their runs in
/// <c>artifacts/test-runs</c>; where one is missing or older than what it was made from, the command runs the lesson.
/// </summary>
internal static class KernelRuns
{
    private static readonly string folder = Path.Combine(RepositoryRoot.Path, "artifacts", "test-runs");
    private static readonly string cli = Path.Combine(RepositoryRoot.Path, "artifacts", "cli");

    /// <summary>The code cells of the executed notebook.</summary>
    internal static async Task<JsonNode[]> CodeCellsAsync(string file)
    {
        string run = Path.Combine(folder, file);
        string[] madeFrom =
        [
            Path.Combine(Repository.Notebooks, file), Path.Combine(cli, "Course.Notebooks.dll"),
            Path.Combine(RepositoryRoot.Path, "artifacts", "course", "Course.dll"),
        ];
        if (!File.Exists(run) || madeFrom.Any(source => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(run)))
            await ExecuteAsync(file);
        JsonNode notebook = JsonNode.Parse(await File.ReadAllTextAsync(run, TestContext.Current.CancellationToken))!;
        return [.. notebook["cells"]!.AsArray().Select(cell => cell!).Where(cell => (string?)cell["cell_type"] == "code")];
    }

    private static async Task ExecuteAsync(string file)
    {
        string[] arguments = [Path.Combine(cli, "Course.Cli.dll"), "run", Path.Combine(Repository.Notebooks, file), "--output", folder];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }
}
