using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Course.Notebooks.Isolation;
using Course.Notebooks.Lessons;

namespace Course.Grading.Sandboxes;

/// <summary>
/// A bubblewrap sandbox: its own namespaces, no network, and a small temporary folder. Its file system contains the runtime, the library,
/// the data sets and the worker, all read-only. It does not contain the grader's own assembly, its tests, the solutions or the sources.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class Bubblewrap : ISandbox
{
    private const string Inside = "/course";
    private const string Nobody = "65534";
    private const string Checkout = "Course.sln";

    private readonly string stage = OpenFolder.NewStage();
    private readonly string library;
    private readonly string datasets;
    private readonly string runtime;
    private readonly WorkerFiles worker;
    private readonly bool asRoot = Environment.IsPrivilegedProcess;

    /// <summary>Stages the files that the sandbox shows.</summary>
    /// <param name="course">The checkout.</param>
    /// <param name="worker">The worker's files.</param>
    public Bubblewrap(CourseFolder course, WorkerFiles worker)
    {
        this.worker = worker;
        // The library recognises the folder above its data sets by this name. The file is empty, because the checkout's own must not be
        // exposed inside.
        File.WriteAllText(Path.Combine(stage, Checkout), "");
        OpenFolder.CopyFiles(worker.Folder, worker.Names(), Path.Combine(stage, "worker"));
        library = Shown(Path.GetDirectoryName(course.Library)!);
        datasets = Shown(Path.Combine(course.Root, "datasets"));
        runtime = Shown(Path.GetDirectoryName(DotNetHost.Path)!);
    }

    public string Description => asRoot ? "bubblewrap, as a user without rights" : "bubblewrap";

    public string Library => $"{Inside}/artifacts/course/Course.dll";

    public ProcessStartInfo Worker(WorkerLimits limits, string? library)
    {
        ProcessStartInfo start = asRoot
            ? new ProcessStartInfo(Program("setpriv"), [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--", Program("bwrap")])
            : new ProcessStartInfo(Program("bwrap"));
        // What is inside can read the environment of every process there: the grader's tokens must be in none.
        start.Environment.Clear();
        foreach (string argument in Arguments(limits, library))
            start.ArgumentList.Add(argument);
        return start;
    }

    public void Dispose() => OpenFolder.RemoveStage(stage);

    private IEnumerable<string> Arguments(WorkerLimits limits, string? shown)
    {
        // --unshare-user requires what --unshare-all would only try; --disable-userns prevents a nested user namespace, in which the
        // process would have privileges again. --as-pid-1: bubblewrap's own first process would have no limits and no filter of system
        // calls, and the student's code could write its memory. Now the worker is the first process, and the only one.
        string[] isolation = ["--unshare-all", "--unshare-user", "--disable-userns", "--as-pid-1", "--new-session", "--die-with-parent",
            "--clearenv", "--hostname", "sandbox"];
        string[] system = [.. SystemFolders().SelectMany(folder => (string[])["--ro-bind-try", folder, folder])];
        string version = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');
        string runtime = version[Path.GetDirectoryName(DotNetHost.Path)!.Length..];
        string[] dotnet =
        [
            "--ro-bind", Path.Combine(this.runtime, "dotnet"), "/dotnet/dotnet",
            "--ro-bind", Path.Combine(this.runtime, "host"), "/dotnet/host",
            "--ro-bind", this.runtime + runtime, "/dotnet" + runtime,
        ];
        string[] course =
        [
            "--ro-bind", Path.Combine(stage, "worker"), $"{Inside}/worker",
            "--ro-bind", library, $"{Inside}/artifacts/course",
            .. shown is null ? (string[])[] : ["--ro-bind", shown, Library],
            "--ro-bind", datasets, $"{Inside}/datasets",
            "--ro-bind", Path.Combine(stage, Checkout), $"{Inside}/{Checkout}",
        ];
        string size = limits.FileBytes.ToString(CultureInfo.InvariantCulture);
        string[] folders = ["--proc", "/proc", "--dev", "/dev", "--size", size, "--tmpfs", "/tmp", "--dir", $"{Inside}/notebooks",
            "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", $"{Inside}/notebooks"];
        string[] environment = [.. WorkerEnvironment.Of(worker, limits, "/tmp")
            .SelectMany(variable => (string[])["--setenv", variable.Key, variable.Value])];
        return [.. isolation, .. system, .. dotnet, .. course, .. folders, .. environment, "/dotnet/dotnet",
            $"{Inside}/worker/{WorkerFiles.Program}"];
    }

    /// <summary>
    /// System libraries (.NET needs libstdc++, and ICU if installed), and fonts for the cells' drawings. No folder with programs.
    /// </summary>
    private static string[] SystemFolders() =>
        ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/usr/share/fonts", "/usr/share/fontconfig",
        "/usr/share/zoneinfo"];

    private static string Program(string name) =>
        ProgramPath.Find(name) ?? throw new GradingException($"{name} is not installed; `course doctor` says how to install it.");

    private string Shown(string folder) => asRoot ? OpenFolder.Of(folder, stage) : folder;
}
