using System.Diagnostics;
using Course.Notebooks.Isolation;
using Course.Notebooks.Kernel;
using Course.Notebooks.Protocol;
using Course.Notebooks.StaticAnalysis;

namespace Course.Notebooks.Worker;

/// <summary>
/// The inside of a notebook's own process: runs the cells that arrive on one pipe and reports events on another. Standard output is not
/// used for this, because native libraries and learners' code print there.
/// </summary>
internal static class WorkerHost
{
    /// <summary>
    /// The name under which a worker stores its JIT profile. Workers that nobody watches never compile the display code, so they have their
    /// own.
    /// </summary>
    internal static string JitRole(WorkerMode mode) => mode == WorkerMode.Run ? WorkerProtocol.CommandName : "answers";

    /// <summary>
    /// Executes the commands from the pipe until the other side closes it. That ends the process at once, whatever the cells left running.
    /// </summary>
    /// <param name="mode">The worker's task.</param>
    /// <param name="control">The handle for reading commands.</param>
    /// <param name="events">The handle for writing events.</param>
    public static int Run(WorkerMode mode, string control, string events)
    {
        JitProfile profile = JitProfile.Start(JitRole(mode));
        // The grader prepares the other workers ahead of time; there the lesson's opening cell warms the compiler.
        Task warmth = mode == WorkerMode.Run ? CSharpKernel.WarmUp() : Task.CompletedTask;
        ProcessIsolation.Enter();
        if (mode == WorkerMode.Run) MemoryReserve.Keep();
        using var commands = new WorkerCommands(control);
        using var report = new WorkerReport(events);
        using var kernel = new CSharpKernel(new KernelOptions { FormatsValues = mode == WorkerMode.Run });
        TellOfExits(kernel, report);
        var answers = new SubmittedAnswers();
        var study = new CellStudy();
        if (mode != WorkerMode.Run)
        {
            answers.Install();
            report.Send(new WorkerEvent.Ready(WorkerProtocol.Version));
        }

        foreach (WorkerCommand command in commands.Work())
        {
            // Doing both at once would do the same work twice, and two concurrent first compilations upset the compiler's caches.
            warmth.Wait();
            switch (command)
            {
                case WorkerCommand.RunCell cell:
                    // The grader ignores displayed output.
                    Action<KernelOutput> show = mode == WorkerMode.Run ? output => report.Send(new WorkerEvent.Output(output)) : _ => { };
                    RunCell(cell, kernel, report, answers, show, commands.StopOf(cell.Number));
                    profile.Stop();
                    break;
                case WorkerCommand.Call call:
                    report.Send(answers.Call(call));
                    break;
                case WorkerCommand.Study asked:
                    report.Send(new WorkerEvent.Studied(study.Of(asked.Library, asked.Cells)));
                    break;
            }
        }

        return 0;
    }

    private static void TellOfExits(CSharpKernel kernel, WorkerReport report)
    {
        bool told = false;
        kernel.Exiting += (_, exit) =>
        {
            told = true;
            report.Send(new WorkerEvent.Exiting(exit.Line, exit.ExitCode));
        };
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            // A thread other than the cell's ended the process.
            if (!told)
                report.Send(new WorkerEvent.Exiting(null, Environment.ExitCode));
        };
    }

    private static void RunCell(
        WorkerCommand.RunCell cell, CSharpKernel kernel, WorkerReport report, SubmittedAnswers answers, Action<KernelOutput> show,
        CancellationToken stop)
    {
        report.Send(new WorkerEvent.Started(cell.Number));
        var clock = Stopwatch.StartNew();
        CellResult result = kernel.Run(cell.Code, $"cell {cell.Number}", show, stop);
        if (cell.Answers is { } exercise)
            answers.Keep(exercise, result.Returned);
        report.Send(new WorkerEvent.Finished(cell.Number, clock.Elapsed.TotalSeconds, result.Value, result.Error, result.OutputTruncated));
    }
}
