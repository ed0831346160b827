namespace Course.Notebooks.Results;

/// <summary>Keeps the last report of each notebook in a folder, one file each, for later questions about what was measured.</summary>
/// <param name="folder">The folder; it need not exist.</param>
public sealed class RunArchive(string folder)
{
    /// <summary>Replaces the stored reports of these notebooks.</summary>
    /// <param name="report">A run of one or more notebooks.</param>
    public void Keep(RunReport report)
    {
        foreach (NotebookReport notebook in report.Notebooks)
            (report with { Date = notebook.Started, Notebooks = [notebook] }).Save(PathOf(notebook.Name));
    }

    /// <summary>The stored reports, in the order of the notebooks' names.</summary>
    /// <returns>One report per notebook.</returns>
    /// <exception cref="InvalidDataException">A file in the folder is not a report.</exception>
    public IReadOnlyList<RunReport> All() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(RunReport.Load)]
        : [];

    private string PathOf(string name) => Path.Combine(folder, name + ".json");
}
