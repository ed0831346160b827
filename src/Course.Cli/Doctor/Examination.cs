using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Course.Data;
using Course.Grading.Sandboxes;
using Course.Notebooks.Documents;
using Course.Notebooks.Isolation;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Cli.Doctor;

/// <summary>Checks everything that the course needs, by using it.</summary>
internal static class Examination
{
    private const string Download = "https://dotnet.microsoft.com/download/dotnet/10.0";

    public static async IAsyncEnumerable<Finding> OfAsync(CourseFolder course, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await SdkAsync(cancellation);
        yield return Machine();
        yield return Library(course);
        yield return await CellAsync(course, "C# kernel", "int answer = 6 * 7;\nConsole.WriteLine(answer);", "runs a cell",
            "run `dotnet build`, then `course doctor` again", cancellation);
        if (File.Exists(course.Library))
        {
            yield return await TensorAsync(course, cancellation);
            yield return Data();
        }

        if (!course.IsHandout)
            yield return Sandbox();
        foreach (Finding finding in KernelSpecs.Examine(course))
            yield return finding;
        yield return Notebooks(course);
        yield return await CommitAsync(course);
    }

    private static async Task<Finding> SdkAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> sdks = await InstalledSdks.ListAsync(cancellation);
        return sdks.Any(sdk => int.TryParse(sdk.Split('.')[0], CultureInfo.InvariantCulture, out int major) && major >= 10)
            ? new Finding(FindingState.Works, ".NET SDK", string.Join(", ", sdks))
            : new Finding(FindingState.Fails, ".NET SDK", sdks.Count == 0
                ? "none found"
                : $"only {string.Join(", ", sdks)}", $"install the .NET 10 SDK from {Download}; what is built keeps running without");
    }

    private static Finding Machine()
    {
        string memory = string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores; a notebook may take {MemoryLimits.ForThisMachine.HeapBytes / 1e9:0.0} GB of objects");
        bool tensors = RuntimeInformation.OSArchitecture == Architecture.X64
            ? !OperatingSystem.IsMacOS() : OperatingSystem.IsMacOS() && RuntimeInformation.OSArchitecture == Architecture.Arm64;
        return tensors
            ? new Finding(FindingState.Works, "machine", memory)
            : new Finding(
                FindingState.Note,
                "machine",
                $"{memory}; there is no libtorch package for it, so lessons that use tensors will not run",
                "open the repository in its dev container, which asks for linux/amd64, or use an x64 machine");
    }

    private static Finding Library(CourseFolder course) => File.Exists(course.Library)
        ? new Finding(FindingState.Works, "library",
        $"{course.Library}, built {File.GetLastWriteTime(course.Library).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}")
        : new Finding(FindingState.Fails, "library", $"{course.Library} is not there", "run `dotnet build` at the top of the repository");

    private static Task<Finding> TensorAsync(CourseFolder course, CancellationToken cancellation) => CellAsync(
        course,
        "libtorch",
        $"""
        #r "{course.Library}"
        var sum = TorchSharp.torch.ones(2, 3).matmul(TorchSharp.torch.ones(3, 2)).sum();
        Console.WriteLine(sum.item<float>());
        """,
        "multiplies two matrices",
        Directory.Exists(Path.Combine(course.Root, "artifacts", "course", "cpu"))
            ? "the folder artifacts/course/cpu shows that an earlier load failed; delete artifacts/course and run `dotnet build`"
            : "delete artifacts/course and run `dotnet build`; on Linux, libgomp (package libgomp1) must be installed",
        cancellation);

    /// <summary>Runs a cell in a worker, as a lesson would.</summary>
    private static async Task<Finding> CellAsync(CourseFolder course, string subject, string code, string works, string remedy,
        CancellationToken cancellation)
    {
        var document = new NotebookDocument();
        document.Cells.Add(new CodeCell(code));
        var request = new RunRequest(Path.Combine(course.Root, "doctor.ipynb"))
        {
            Document = document,
            CellTimeout = TimeSpan.FromSeconds(60)
        };
        NotebookReport report = await NotebookRunner.RunAsync(request, null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return report.Failure is { } failure
            ? new Finding(FindingState.Fails, subject, failure.Message, remedy)
            : new Finding(FindingState.Works, subject, string.Create(CultureInfo.InvariantCulture,
                $"{works} ({report.Seconds:0.0} s with starting its process)"));
    }

    private static Finding Data()
    {
        string[] lost = [.. Datasets.Catalog.Where(dataset => dataset.Ships && !Datasets.IsPresent(dataset.Name))
            .Select(dataset => dataset.Name)];
        if (lost.Length > 0)
            return new Finding(FindingState.Fails, "data", $"{string.Join(", ", lost)} should have come with the repository",
                "git checkout -- datasets");
        string[] absent = [.. Datasets.Catalog.Where(dataset => !Datasets.IsPresent(dataset.Name)).Select(dataset => dataset.Name)];
        return absent.Length == 0
            ? new Finding(FindingState.Works, "data", $"all {Datasets.Catalog.Count} data sets are here")
            : new Finding(
                FindingState.Note,
                "data",
                $"every lesson has its data; not here, and only needed by long runs: {string.Join(", ", absent)}",
                $"`course data get NAME` fetches one; or let {Datasets.MirrorVariable} name a folder that holds them");
    }

    private static Finding Sandbox() => SandboxCheck.Run() is { } fault
        ? new Finding(FindingState.Note, "sandbox", $"`course grade` will refuse: {fault.Problem}", fault.Remedy)
        : new Finding(FindingState.Works, "sandbox", "bubblewrap runs; submissions are graded in it");

    private static Finding Notebooks(CourseFolder course)
    {
        int count = LessonCatalog.Of(course.Notebooks).Lessons.Count;
        return count > 0
            ? new Finding(FindingState.Works, "lessons", $"{count} notebooks in {course.Notebooks}")
            : new Finding(FindingState.Fails, "lessons", $"no notebooks in {course.Notebooks}", "git checkout -- notebooks");
    }

    private static async Task<Finding> CommitAsync(CourseFolder course) => await SourceCommit.OfAsync(course.Root) is { } commit
        ? new Finding(FindingState.Works, "git", $"commit {commit}")
        : new Finding(FindingState.Note, "git", "cannot name the commit, so reports will not either",
            "install git, or clone the repository instead of unpacking it");
}
