using System.Diagnostics;

namespace Course.FrontEnds.Tests;

/// <summary>The programs of other people that these tests drive, where they are installed.</summary>
internal static class Programs
{
    // Debian's own: another Python on the path would not have Debian's packages.
    private static readonly string[] pythons = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"];

    /// <summary>A Python that has a module; the test is skipped, with a clear line, where there is none.</summary>
    internal static string PythonWith(string module, string package)
    {
        string? python = OperatingSystem.IsWindows() ? null : Array.Find(pythons, path => File.Exists(path) && Imports(path, module));
        Assert.SkipWhen(python is null,
            $"Python has no {module} here, so no notebook was run through it (Debian: apt-get install {package}).");
        return python!;
    }

    /// <summary>Runs a program to its end; it must succeed.</summary>
    /// <returns>All that it printed, on both streams.</returns>
    internal static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancel)
    {
        (int code, string output) = await ResultAsync(start, cancel);
        Assert.True(code == 0, $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {code}:\n{output}");
        return output;
    }

    /// <summary>Runs a program to its end, whatever its exit code.</summary>
    internal static async Task<(int Code, string Output)> ResultAsync(ProcessStartInfo start, CancellationToken cancel)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(cancel);
            string output = await process.StandardOutput.ReadToEndAsync(cancel) + await error;
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, output);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static bool Imports(string python, string module)
    {
        using Process process = Process.Start(new ProcessStartInfo(python, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
