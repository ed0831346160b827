using System.Globalization;
using System.Threading.Channels;
using Course.Grading.Sandboxes;
using Course.Notebooks.Protocol;
using Course.Notebooks.Runner;
using Course.Notebooks.Worker;

namespace Course.Grading.Marking;

/// <summary>
/// The grader's side of a worker in the sandbox. It trusts the worker with nothing that a student's code could not have claimed anyway:
/// that a cell ran, that an answer returned a value. A worker that is late, or sends something unreadable, is killed.
/// </summary>
internal sealed class AnswerWorker : IDisposable
{
    private static readonly TimeSpan startLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan stopGrace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan watchEvery = TimeSpan.FromMilliseconds(200);

    private readonly WorkerProcess process;
    private readonly int mostFiles;
    private readonly Timer watch;
    private readonly HashSet<string> answers = new(StringComparer.Ordinal);
    private WorkerEvent.Exiting? exiting;
    private volatile bool overdue;
    private volatile bool tooManyFiles;

    private AnswerWorker(WorkerProcess process, int mostFiles)
    {
        (this.process, this.mostFiles) = (process, mostFiles);
        watch = new Timer(_ => Watch(), null, watchEvery, watchEvery);
    }

    /// <summary>Whether it is gone: it exited, or was killed.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Starts a worker and waits for its first message.</summary>
    /// <param name="starter">Starts it.</param>
    /// <param name="mode">Its task.</param>
    /// <param name="library">The file of the library that it loads; null for the course's own.</param>
    /// <exception cref="GradingException">It does not start: the sandbox does not work.</exception>
    public static async Task<AnswerWorker> StartAsync(WorkerStarter starter, WorkerMode mode, string? library = null)
    {
        var worker = new AnswerWorker(await starter.StartAsync(mode, library), starter.Limits.Inodes);
        WorkerEvent.Ready? ready = await worker.AskAsync(null, startLimit, happened => happened as WorkerEvent.Ready,
            CancellationToken.None);
        if (ready is { Protocol: WorkerProtocol.Version })
            return worker;
        string why = ready is null ? await worker.EndAsync() : "it speaks another version of the protocol; build the course anew";
        worker.Dispose();
        throw new GradingException($"A worker did not come up in the sandbox: {why}. `course doctor` says what is missing.");
    }

    /// <summary>Analyses cells without running them; null if the compiler does not finish.</summary>
    public async Task<StudyResult?> StudyAsync(WorkerCommand.Study cells, TimeSpan limit, CancellationToken cancellation) =>
        (await AskAsync(cells, limit, happened => happened as WorkerEvent.Studied, cancellation))?.Result;

    /// <summary>Runs a cell; null if the worker did not survive it.</summary>
    public async Task<WorkerEvent.Finished?> RunAsync(WorkerCommand.RunCell cell, TimeSpan limit, CancellationToken cancellation)
    {
        // First ask it to stop: then only this cell is lost.
        using var late = new CancellationTokenSource(limit);
        await using (late.Token.UnsafeRegister(_ => process.Tell(new WorkerCommand.StopCell(cell.Number)), null))
        {
            WorkerEvent.Finished? ended = await AskAsync(cell, limit + stopGrace, happened => happened is WorkerEvent.Finished finished
                && finished.Cell == cell.Number ? finished : null, cancellation);
            if (cell.Answers is { } exercise && ended is { Error: null })
                answers.Add(exercise);
            return ended;
        }
    }

    /// <summary>Calls an answer; null if the worker did not survive it.</summary>
    public Task<WorkerEvent.Answered?> CallAsync(WorkerCommand.Call call, TimeSpan limit, CancellationToken cancellation) =>
        AskAsync(call, limit, happened => happened is WorkerEvent.Answered answered && answered.Number == call.Number
            ? answered : null, cancellation);

    /// <summary>Whether an exercise's check has run to its end, so that its value can be called.</summary>
    public bool HasAnswerTo(string exercise) => answers.Contains(exercise);

    /// <summary>How the worker ended, in one line.</summary>
    public async Task<string> EndAsync()
    {
        if (tooManyFiles)
            return string.Create(CultureInfo.InvariantCulture, $"it made more than {mostFiles:N0} files and folders, and was stopped");
        if (overdue)
            return "it took too long and was stopped";
        ProcessEnd end = await process.EndAsync();
        return exiting is { } exit && exit is not { Line: null, ExitCode: 143 }
            ? $"it ended its own process with exit code {exit.ExitCode} (Environment.Exit)" : CrashDiagnosis.Of(end);
    }

    public void Dispose()
    {
        IsGone = true;
        watch.Dispose();
        process.Dispose();
    }

    private async Task<T?> AskAsync<T>(WorkerCommand? command, TimeSpan limit, Func<WorkerEvent, T?> isAnswer,
        CancellationToken cancellation)
        where T : class
    {
        if (IsGone)
            return null;
        using var overdue = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        overdue.CancelAfter(limit);
        // It is killed, not just ignored: a worker that does not read would block anyone who writes to it.
        await using CancellationTokenRegistration end = overdue.Token.UnsafeRegister(_ => Overdue(), null);
        try
        {
            if (command is not null)
                process.Tell(command);
            while (true)
            {
                WorkerEvent happened = await process.Events.ReadAsync(overdue.Token);
                if (isAnswer(happened) is { } answer)
                    return answer;
                if (happened is WorkerEvent.Exiting exiting)
                    this.exiting = exiting;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            IsGone = true;
            cancellation.ThrowIfCancellationRequested();
            // Whoever waits for an event is woken before the registration above has its turn, and leaving here takes it back.
            if (e is OperationCanceledException) Overdue();
            return null;
        }
    }

    private void Watch()
    {
        try
        {
            if (process.Id is not { } id || TemporaryFiles.Of(id) is not { } files || files <= mostFiles)
                return;
            tooManyFiles = true;
            process.End();
        }
        catch (InvalidOperationException)
        {
            // It was disposed of in the meantime.
        }
    }

    private void Overdue()
    {
        overdue = true;
        process.End();
    }
}
