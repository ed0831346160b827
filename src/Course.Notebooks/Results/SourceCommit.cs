using System.Diagnostics;
using Course.Notebooks.Isolation;

namespace Course.Notebooks.Results;

/// <summary>Asks git for the commit of a folder.</summary>
public static class SourceCommit
{
    /// <summary>The commit's short name, followed by <c>-dirty</c> if files have changed since; null if git cannot tell.</summary>
    /// <param name="folder">A folder of the checkout.</param>
    /// <returns>The name.</returns>
    public static async Task<string?> OfAsync(string folder)
    {
        if (ProgramPath.Find("git") is not { } program)
            return null;
        try
        {
            var start = new ProcessStartInfo(program, ["-C", folder, "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process git = Process.Start(start)!;
            Task<string> said = git.StandardOutput.ReadToEndAsync();
            Task<string> complained = git.StandardError.ReadToEndAsync();
            await Task.WhenAll(said, complained, git.WaitForExitAsync());
            string name = (await said).Trim();
            return git.ExitCode == 0 && name.Length > 0 ? name : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // It cannot be run.
        }
    }
}
