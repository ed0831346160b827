using System.Diagnostics;
using Course.TestTools;

namespace Course.Tests.Hub;

/// <summary>Runs a script by Node, with the packages that <c>.ci/run</c> installs.</summary>
internal static class Node
{
    /// <summary>Where Node is; null if it is not on this machine.</summary>
    internal static string? Path { get; } = Array.Find(["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"], File.Exists);

    /// <summary>Where its packages are.</summary>
    internal static string Packages { get; } = System.IO.Path.Combine(RepositoryRoot.Path, "artifacts", "npm", "node_modules");

    /// <param name="script">The script, in the folder of these tests.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What the script printed.</returns>
    internal static async Task<string> RunAsync(string script, string[] arguments, CancellationToken cancel)
    {
        string path = System.IO.Path.Combine(RepositoryRoot.Path, "tests", "Course.Tests", "Hub", script);
        var start = new ProcessStartInfo(Path!, [path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NODE_PATH"] = Packages;
        start.Environment.Remove("HF_TOKEN");
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(cancel);
            string output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}:\n{output}{await error}");
            return output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
