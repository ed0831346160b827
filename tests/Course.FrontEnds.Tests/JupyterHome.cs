using System.Diagnostics;

namespace Course.FrontEnds.Tests;

/// <summary>
/// A Jupyter of its own, with our kernel installed in it and with a copy of the course's notebooks beside the real library, so that nothing
/// of the machine or the repository is touched.
/// </summary>
public sealed class JupyterHome : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-jupyter-").FullName;

    /// <summary>A folder with the notebooks as they are and, beside it, what they load.</summary>
    internal string Notebooks => Path.Combine(folder, "course", "notebooks");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Notebooks);
        foreach (string notebook in Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb"))
            File.Copy(notebook, Path.Combine(Notebooks, Path.GetFileName(notebook)));
        Directory.CreateSymbolicLink(Path.Combine(folder, "course", "artifacts"), Path.Combine(Repository.Root, "artifacts"));
        await Programs.RunAsync(
            Start("dotnet", Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), "kernel", "install"),
            TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        // The link first: what it points to stays.
        Directory.Delete(Path.Combine(folder, "course", "artifacts"));
        try { Directory.Delete(folder, recursive: true); }
        catch (IOException) { /* A browser or server may still be closing its files. */ }
        return ValueTask.CompletedTask;
    }

    /// <summary>How a program is started that uses this Jupyter.</summary>
    internal ProcessStartInfo Start(string program, params string[] arguments) => StartIn(folder, Notebooks, program, arguments);

    /// <summary>How a program is started that uses the Jupyter of a folder.</summary>
    internal static ProcessStartInfo StartIn(string folder, string workingDirectory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = workingDirectory };
        foreach (string kind in (string[])["DATA", "CONFIG", "RUNTIME"])
            start.Environment[$"JUPYTER_{kind}_DIR"] = Directory.CreateDirectory(Path.Combine(folder, kind)).FullName;
        start.Environment["IPYTHONDIR"] = Path.Combine(folder, "ipython");
        start.Environment.Remove("JUPYTER_PATH");
        return start;
    }
}
