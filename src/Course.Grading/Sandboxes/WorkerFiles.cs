using System.Text.Json;
using Course.Notebooks.Protocol;
using Course.Notebooks.Worker;

namespace Course.Grading.Sandboxes;

/// <summary>The files of the worker: Course.Notebooks with its dependencies, and nothing else from their folder.</summary>
/// <param name="Folder">The folder that contains them.</param>
internal sealed record WorkerFiles(string Folder)
{
    public const string Program = "Course.Notebooks.dll";

    /// <summary>Whether one of these workers has left its profile.</summary>
    public bool HasProfile => JitProfile.IsRecorded(WorkerHost.JitRole(WorkerMode.Grade), Folder);

    /// <summary>The names of the files.</summary>
    /// <exception cref="GradingException">The folder does not contain a worker.</exception>
    public IReadOnlyList<string> Names()
    {
        string dependencies = Path.Combine(Folder, "Course.Notebooks.deps.json");
        if (!File.Exists(dependencies))
            throw new GradingException(
                $"{Folder} does not hold the worker (Course.Notebooks): run `dotnet build` at the top of the repository.");
        using JsonDocument listed = JsonDocument.Parse(File.ReadAllText(dependencies));
        IEnumerable<string> libraries =
            from target in listed.RootElement.GetProperty("targets").EnumerateObject()
            from package in target.Value.EnumerateObject()
            where package.Value.TryGetProperty("runtime", out _)
            from library in package.Value.GetProperty("runtime").EnumerateObject()
            select Path.GetFileName(library.Name);
        return
        [
            .. libraries.Append("Course.Notebooks.deps.json").Append("Course.Notebooks.runtimeconfig.json")
                .Concat(Directory.EnumerateFiles(Folder, $"{WorkerHost.JitRole(WorkerMode.Grade)}-*.jit")
                    .Select(file => Path.GetFileName(file)))
                .Where(name => File.Exists(Path.Combine(Folder, name)))
                .Distinct(),
        ];
    }
}
