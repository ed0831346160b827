namespace Course.Jupyter.Specs;

/// <summary>
/// The folders in which Jupyter keeps kernelspecs. (Jupyter, "Common directories and file locations": the variables JUPYTER_PATH and
/// JUPYTER_DATA_DIR, otherwise a folder for each system.)
/// </summary>
public sealed class JupyterFolders
{
    private static readonly string[] pythonEnvironments = ["VIRTUAL_ENV", "CONDA_PREFIX"];

    private JupyterFolders(string user, IReadOnlyList<string> all)
    {
        User = user;
        All = all;
    }

    /// <summary>The user's own kernelspecs; new ones are written here.</summary>
    public string User { get; }

    /// <summary>All folders in which Jupyter looks; the first match wins.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Determines the folders from a set of variables.</summary>
    /// <param name="variable">Returns an environment variable's value; null or empty if it is not set.</param>
    /// <returns>The folders, whether or not they exist.</returns>
    public static JupyterFolders Of(Func<string, string?> variable)
    {
        string user = Kernels(Value("JUPYTER_DATA_DIR") ?? DefaultData(Value));
        string[] path = [.. (Value("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(Kernels)];
        // A Python environment contains its own kernelspecs.
        string[] environments = [.. pythonEnvironments.Select(Value).OfType<string>()
            .Select(prefix => Kernels(Path.Combine(prefix, "share", "jupyter")))];
        string[] system = OperatingSystem.IsWindows()
            ? [Kernels(Path.Combine(Value("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter"))]
            : [Kernels("/usr/local/share/jupyter"), Kernels("/usr/share/jupyter")];
        return new JupyterFolders(user, [.. path, user, .. environments, .. system]);

        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
    }

    private static string Kernels(string data) => Path.Combine(data, "kernels");

    private static string DefaultData(Func<string, string?> value)
    {
        string home = value("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
            return Path.Combine(value("APPDATA") ?? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(value("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }
}
