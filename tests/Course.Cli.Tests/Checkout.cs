using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Course.TestTools;

namespace Course.Cli.Tests;

/// <summary>
/// A small checkout of its own, with the built command in it and notebooks that tests write, so that nothing of the real one is touched.
/// </summary>
public sealed class Checkout : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-").FullName;

    public Checkout()
    {
        string real = Repository.Root;
        Root = Path.Combine(folder, "der Kurs ü");
        Directory.CreateDirectory(Notebooks);
        File.WriteAllText(Path.Combine(Root, "Course.sln"), "");
        foreach (string script in (string[])["course", "course.cmd"])
            File.Copy(Path.Combine(real, script), Path.Combine(Root, script));
        BuiltFiles.Copy(Path.Combine(real, "artifacts", "cli"), Path.Combine(Root, "artifacts", "cli"));
        Directory.CreateDirectory(Path.Combine(Root, "artifacts", "course"));
        // The script only asks whether it is there; these tests' notebooks do not load it.
        File.WriteAllText(Path.Combine(Root, "artifacts", "course", "Course.dll"), "");
        Work = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
    }

    /// <summary>Puts the real library in, with its symbols, for commands that look things up in it.</summary>
    public Checkout WithLibrary()
    {
        foreach (string file in (string[])["Course.dll", "Course.pdb"])
        {
            File.Copy(Path.Combine(Repository.Root, "artifacts", "course", file),
                Path.Combine(Root, "artifacts", "course", file), overwrite: true);
        }

        return this;
    }

    public string Root { get; }

    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The folder in which commands are given: not the checkout.</summary>
    public string Work { get; }

    /// <summary>Calls the command.</summary>
    internal Task<CourseProcess> RunAsync(params string[] arguments) =>
        CourseProcess.StartAsync(DotNet, Work, [Path.Combine(Root, "artifacts", "cli", "Course.Cli.dll"), .. arguments]);

    /// <summary>Writes a lesson; its cells are called part-1, part-2 and so on.</summary>
    /// <returns>Its path.</returns>
    public string Lesson(string name, int number, params string[] cells) => Write(Path.Combine(Notebooks, name + ".ipynb"), number, cells);

    /// <summary>Writes a notebook that is no lesson into the folder in which commands are given.</summary>
    public string Notebook(string name, params string[] cells) => Write(Path.Combine(Work, name + ".ipynb"), null, cells);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal static string DotNet { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows()
        ? "dotnet.exe" : "dotnet"));

    private static string Write(string path, int? number, string[] cells)
    {
        var metadata = new JsonObject();
        if (number is not null)
            metadata["course"] = new JsonObject
            {
                ["number"] = number,
                ["year"] = 1900 + number,
                ["title"] = $"Lesson {number}",
                ["torchThreads"] = 1,
                ["budgetSeconds"] = 60
            };
        var document = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((code, place) => new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = $"part-{place + 1}",
                ["metadata"] = new JsonObject(),
                ["outputs"] = new JsonArray(),
                ["source"] = code,
            })]),
            ["metadata"] = metadata,
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        File.WriteAllText(path, document.ToJsonString());
        return path;
    }
}
