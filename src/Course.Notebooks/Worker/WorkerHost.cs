using System.Diagnostics;
using System.Globalization;
using Course.Notebooks.Isolation;
using Course.Notebooks.Kernel;
using Course.Notebooks.Protocol;
using Course.Notebooks.StaticAnalysis;

namespace Course.Notebooks.Worker;

/// <summary>
/// The inside of a notebook's own process: runs the cells that come down one pipe and tells what happens up another. Standard output is
/// not used for that, because native libraries and learners' code print there.
/// </summary>
internal static class WorkerHost
{
    /// <summary>
    /// The name under which a worker leaves what it compiled just in time; those that nobody watches never compile what shows things.
    /// </summary>
    internal static string JitRole(WorkerMode mode) => mode == WorkerMode.Run ? WorkerProtocol.CommandName : "answers";

    /// <summary>
    /// Does what comes down the pipe until the other side closes it; that ends the process at once, whatever the cells left running.
    /// </summary>
    /// <param name="mode">What it is there for.</param>
    /// <param name="control">The handle from which commands are read.</param>
    /// <param name="events">The handle to which events are written.</param>
    public static int Run(WorkerMode mode, string control, string events)
    {
        if (Environment.GetEnvironmentVariable(WorkerProtocol.CultureVariable) is { Length: > 0 } culture)
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo(culture);
        JitProfile profile = JitProfile.Start(JitRole(mode));
        // The others are made ready ahead by whoever grades: there the lesson's opening warms the compiler.
        Task warmth = mode == WorkerMode.Run ? CSharpKernel.WarmUp() : Task.CompletedTask;
        ProcessIsolation.Enter();
        using var commands = new WorkerCommands(control);
        using var report = new WorkerReport(events);
        using var kernel = new CSharpKernel();
        TellOfExits(kernel, report);
        var answers = new SubmittedAnswers(report);
        var study = new CellStudy();
        if (mode != WorkerMode.Run)
        {
            answers.Install();
            report.Send(new WorkerEvent.Ready(WorkerProtocol.Version));
        }

        foreach (WorkerCommand command in commands.Work())
        {
            // Both at once would do the same work twice, and the compiler's caches take two first compilations badly.
            warmth.Wait();
            switch (command)
            {
                case WorkerCommand.RunCell cell:
                    answers.Open(cell.Answers);
                    // The grader ignores displayed output.
                    Action<KernelOutput> show = mode == WorkerMode.Run ? output => report.Send(new WorkerEvent.Output(output)) : _ => { };
                    RunCell(cell, kernel, report, show, commands.StopOf(cell.Number));
                    profile.Stop();
                    break;
                case WorkerCommand.Call call:
                    answers.Open(null);
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
            // Some other thread than the cell's ended the process.
            if (!told)
                report.Send(new WorkerEvent.Exiting(null, Environment.ExitCode));
        };
    }

    private static void RunCell(
        WorkerCommand.RunCell cell, CSharpKernel kernel, WorkerReport report, Action<KernelOutput> show, CancellationToken stop)
    {
        report.Send(new WorkerEvent.Started(cell.Number));
        var clock = Stopwatch.StartNew();
        CellResult result = kernel.Run(cell.Code, $"cell {cell.Number}", show, stop);
        report.Send(new WorkerEvent.Finished(cell.Number, clock.Elapsed.TotalSeconds, result.Value, result.Error, result.OutputTruncated));
    }
}
