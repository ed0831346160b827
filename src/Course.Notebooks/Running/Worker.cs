using System.Diagnostics;
using System.Globalization;
using Course.Notebooks.Kernels;

namespace Course.Notebooks.Running;

/// <summary>
/// The inside of a notebook's own process: runs the cells that come down one pipe and tells what happens up another. Standard output is
/// not used for that, because native libraries and learners' code print there.
/// </summary>
internal static class Worker
{
    /// <summary>The variable in which the runner names the culture to begin in.</summary>
    internal const string CultureVariable = "COURSE_CULTURE";

    /// <summary>Runs cells until the runner closes its end of the pipe; that ends the process at once, whatever the cells left running.</summary>
    /// <param name="control">The handle from which commands are read.</param>
    /// <param name="events">The handle to which events are written.</param>
    public static int Run(string control, string events)
    {
        if (Environment.GetEnvironmentVariable(CultureVariable) is { Length: > 0 } culture)
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo(culture);
        JitProfile profile = JitProfile.Start();
        Task warmth = CSharpKernel.WarmUp();
        ProcessFence.Raise();
        using var commands = new WorkerCommands(control);
        using var report = new WorkerReport(events);
        using var kernel = new CSharpKernel();
        bool told = false;
        kernel.Exiting += (_, exit) =>
        {
            told = true;
            report.Send(new WorkerEvent.Exiting(exit.Line, exit.ExitCode));
        };
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            // Some other thread than the cell's ended the process.
            if (!told)
                report.Send(new WorkerEvent.Exiting(null, Environment.ExitCode));
        };

        foreach (WorkerCommand.RunCell cell in commands.Cells())
        {
            // Both at once would do the same work twice, and the compiler's caches take two first compilations badly.
            warmth.Wait();
            RunCell(cell, kernel, report, commands.StopOf(cell.Number));
            profile.Stop();
        }

        return 0;
    }

    private static void RunCell(WorkerCommand.RunCell cell, CSharpKernel kernel, WorkerReport report, CancellationToken stop)
    {
        report.Send(new WorkerEvent.Started(cell.Number));
        var clock = Stopwatch.StartNew();
        CellResult result = kernel.RunAsync(cell.Code, $"cell {cell.Number}", output => report.Send(EventOf(output)), stop).GetAwaiter().GetResult();
        report.Send(new WorkerEvent.Finished(cell.Number, clock.Elapsed.TotalSeconds, result.Value?.ToTexts(), result.Error, result.OutputTruncated));
    }

    private static WorkerEvent EventOf(KernelOutput output) => output switch
    {
        StreamWritten written => new WorkerEvent.Written(written.Name, written.Text),
        Displayed displayed => new WorkerEvent.Shown(displayed.Id, displayed.Data.ToTexts()),
        DisplayUpdated updated => new WorkerEvent.Updated(updated.Id, updated.Data.ToTexts()),
        OutputCleared cleared => new WorkerEvent.Cleared(cleared.Wait),
        _ => throw new UnreachableException(),
    };
}
