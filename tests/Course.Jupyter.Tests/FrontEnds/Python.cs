using System.ComponentModel;
using System.Diagnostics;

namespace Course.Jupyter.Tests.FrontEnds;

/// <summary>The system's Python, where Jupyter's own programs are.</summary>
internal static class Python
{
    private static readonly string program = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>Skips the test where a module is not installed.</summary>
    public static async Task RequireAsync(string module)
    {
        try
        {
            Assert.SkipUnless((await RunAsync(["-c", $"import {module}"])).ExitCode == 0,
                $"Python's {module} is not installed here (Debian: python3-{module.Replace('_', '-')}).");
        }
        catch (Win32Exception)
        {
            Assert.Skip("Python is not installed here.");
        }
    }

    /// <summary>Runs Python with a folder of Jupyter's to itself.</summary>
    /// <returns>The exit code, and all that was written.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments, string? data = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (data is not null)
            start.Environment["JUPYTER_DATA_DIR"] = data;
        using Process python = Process.Start(start)!;
        Task<string> output = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await python.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!python.HasExited)
                python.Kill(entireProcessTree: true);
        }

        return (python.ExitCode, await output + await error);
    }
}
