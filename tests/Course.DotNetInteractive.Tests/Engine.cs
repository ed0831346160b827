using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Events;
using KernelInfo = Microsoft.DotNet.Interactive.Documents.KernelInfo;

namespace Course.DotNetInteractive.Tests;

/// <summary>Runs notebooks as .NET Interactive does, each in a kernel of its own and once, however many tests ask how it went.</summary>
internal static class Engine
{
    /// <summary>
    /// The collection of all tests that run a kernel. Formatters are one process's: two kernels at once would take them from each other,
    /// and could load a library twice.
    /// </summary>
    internal const string OneAtATime = "one kernel at a time";

    // What the engine tells its document reader of itself.
    private static readonly KernelInfoCollection kernels =
        [new KernelInfo("csharp", languageName: "C#"), new KernelInfo("markdown", languageName: "Markdown")];
    private static readonly Dictionary<string, NotebookRun> runs = [];
    private static readonly SemaphoreSlim turn = new(1);

    /// <summary>What came of a notebook.</summary>
    internal static async Task<NotebookRun> RunAsync(string file)
    {
        await turn.WaitAsync();
        try
        {
            if (!runs.TryGetValue(file, out NotebookRun? run))
                runs[file] = run = await ExecuteAsync(Path.Combine(Repository.Notebooks, file));
            return run;
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<NotebookRun> ExecuteAsync(string path)
    {
        InteractiveDocument document = await InteractiveDocument.LoadAsync(new FileInfo(path), kernels);
        return await ExecuteAsync(document.Elements.Where(element => element.KernelName == "csharp").Select(cell => cell.Contents));
    }

    /// <summary>Runs cells in the folder of the notebooks, to the last or to the first that fails.</summary>
    internal static async Task<NotebookRun> ExecuteAsync(IEnumerable<string> code)
    {
        // The engine resolves #r against the current directory; frontends start it in the notebook's folder.
        Directory.SetCurrentDirectory(Repository.Notebooks);
        using var kernel = new CompositeKernel { new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing() };
        List<CellRun> cells = [];
        foreach (string cell in code)
        {
            KernelCommandResult result = await kernel.SendAsync(new SubmitCode(cell, "csharp"));
            cells.Add(new CellRun([.. result.Events.OfType<DisplayEvent>()]));
            if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failed)
                return new NotebookRun(cells, $"code cell {cells.Count}: {failed.Message}\n{cell}");
        }

        return new NotebookRun(cells, null);
    }
}
