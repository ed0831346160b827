using System.Diagnostics;
using Course.Notebooks.Documents;

namespace Course.FrontEnds.Tests;

/// <summary>
/// The tool of .NET Interactive in the version that the repository pins, registered by itself with a Jupyter of its own. What it writes
/// into a home goes into a temporary one.
/// </summary>
public sealed class ShippedTool : IAsyncLifetime
{
    // Jupyter looks for free ports and lets them go before the kernel takes them: meanwhile a kernel of another test may.
    private const int Attempts = 3;

    private static readonly string[] refused =
        ["DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT", "DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"];

    private readonly string folder = Directory.CreateTempSubdirectory("course-tool-").FullName;
    private bool isRestored;

    public async ValueTask InitializeAsync()
    {
        string kernels = Directory.CreateDirectory(Path.Combine(folder, "DATA", "kernels")).FullName;
        (int code, string said) = await Programs.ResultAsync(
            Start("dotnet", "interactive", "jupyter", "install", "--path", kernels), TestContext.Current.CancellationToken);
        isRestored = code == 0;
        Assert.True(isRestored || said.Contains("dotnet tool restore", StringComparison.Ordinal), said);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Executes a lesson through nbconvert, and so through nbclient. A cell that fails ends it, and the test.</summary>
    internal async Task<NotebookDocument> ExecuteAsync(string lesson)
    {
        Assert.SkipUnless(isRestored,
            "The tool of .NET Interactive is not restored here, so no lesson was run on it (run dotnet tool restore).");
        string python = Programs.PythonWith("nbconvert", "jupyter-nbconvert");
        for (int left = Attempts; ; left--)
        {
            (int code, string said) = await Programs.ResultAsync(
                Start(python, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", folder, $"{lesson}.ipynb"),
                TestContext.Current.CancellationToken);
            if (code == 0) break;
            Assert.True(left > 1 && said.Contains("AddressAlreadyInUse", StringComparison.Ordinal), said);
        }
        return NotebookDocument.Load(Path.Combine(folder, $"{lesson}.ipynb"));
    }

    // In the notebooks' folder, since a local tool is found from there.
    private ProcessStartInfo Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = JupyterHome.StartIn(folder, Repository.Notebooks, program, arguments);
        // The SDK remembers in the real home which tools are restored.
        start.Environment["DOTNET_CLI_HOME"] = Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") is { Length: > 0 } home
            ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        start.Environment["HOME"] = folder;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (string variable in refused) start.Environment[variable] = "1";
        return start;
    }
}
