namespace Course.Cli.Tests;

/// <summary>
/// Lessons 01 and 02 as handed out, built in an empty folder as a student's first <c>./course</c> does, but not precompiled. Programs and
/// packages are made of it too, so that no test builds in the repository itself.
/// </summary>
public sealed class BuiltHandout : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-built-").FullName;

    /// <summary>The handout.</summary>
    internal string Root => Path.Combine(folder, "handout");

    public async ValueTask InitializeAsync()
    {
        Succeeded(await CourseAsync("handout", Root, "--lessons", "01-02", "--no-solutions"));
        Succeeded(await DotNetAsync(Root, "build", "src/Course.Cli", "-v", "quiet", "--nologo"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new folder that goes when this does.</summary>
    internal string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    /// <summary>The teacher's command, the repository's own.</summary>
    internal static Task<CourseProcess> CourseAsync(params string[] arguments) => CourseProcess.StartAsync(
        Checkout.DotNet, Path.GetTempPath(), [Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), .. arguments]);

    /// <summary>The student's command.</summary>
    internal Task<CourseProcess> HandedOutAsync(params string[] arguments) =>
        RunAsync(Checkout.DotNet, [Path.Combine(Root, "artifacts", "cli", "Course.Cli.dll"), .. arguments]);

    /// <summary>A program in the handout, with a Jupyter of its own.</summary>
    internal Task<CourseProcess> RunAsync(string program, params string[] arguments) => CourseProcess.StartAsync(program, Root, arguments,
        environment: new Dictionary<string, string>
        {
            ["JUPYTER_DATA_DIR"] = Path.Combine(folder, "jupyter"),
            ["JUPYTER_CONFIG_DIR"] = Path.Combine(folder, "jupyter-config"),
            ["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "jupyter-runtime"),
            ["IPYTHONDIR"] = Path.Combine(folder, "ipython"),
        });

    /// <summary>The SDK, which builds in one of this handout's folders.</summary>
    internal Task<CourseProcess> DotNetAsync(string where, params string[] arguments) => CourseProcess.StartAsync(
        Checkout.DotNet, where, arguments, environment: new Dictionary<string, string>
        {
            // No compiler stays behind, which would hold the pipes of a test open; and the library is not precompiled a second time.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["UseSharedCompilation"] = "false",
            ["PublishReadyToRun"] = "false",
            ["RunAnalyzers"] = "false",
            // Where the SDK keeps what it builds of programs in one file.
            ["XDG_DATA_HOME"] = Path.Combine(folder, "share"),
            ["COURSE_DATA_MIRROR"] = Path.Combine(Repository.Root, "datasets"),
        });

    internal static void Succeeded(CourseProcess process) => Assert.True(process.ExitCode == 0, process.Output + process.Error);
}
