using System.Globalization;
using System.Threading.Channels;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Protocol;
using Course.Notebooks.Results;
using Course.Notebooks.Worker;

namespace Course.Notebooks.Runner;

/// <summary>One run of one notebook on one worker: sends the cells, enforces the time limit, and collects the results.</summary>
internal sealed class NotebookRun(WorkerProcess worker, NotebookDocument document, TimeSpan? cellTimeout, IProgress<RunEvent>? progress)
{
    // After five seconds the kernel gives up on a cell that cannot be stopped, and says so.
    private static readonly TimeSpan stopGrace = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan startGrace = TimeSpan.FromSeconds(60);

    private readonly CellOutputBuilder outputs = new();
    private readonly OutputBudget budget = new(new KernelOptions());
    private readonly List<CellReport> cells = [];
    private readonly OrderedDictionary<string, ClaimRecord> claims = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, CheckRecord> checks = new(StringComparer.Ordinal);

    // The cell's time by the worker's own clock; null if the worker died before reporting it.
    private double? seconds;

    public async Task<NotebookReport> RunAsync(NotebookReport report, CancellationToken cancellation)
    {
        CodeCell[] cells = [.. document.Cells.OfType<CodeCell>().Where(cell => !string.IsNullOrWhiteSpace(cell.Source))];
        foreach (CodeCell cell in document.Cells.OfType<CodeCell>())
        {
            cell.Outputs.Clear();
            cell.ExecutionCount = null;
        }

        NotebookFailure? failure = ForeignCells.FailureOf(document, cells);
        if (failure is { Cell: { } foreign })
        {
            outputs.Turn(cells[foreign - 1]);
            outputs.Error(failure.Kind.ToString(), failure.Message, [failure.Message]);
        }
        for (int number = 1; number <= cells.Length && failure is null; number++)
            failure = await RunCellAsync(cells[number - 1], number, cells.Length, cancellation);
        return report with
        {
            CodeCells = cells.Length,
            Cells = this.cells,
            Claims = [.. claims.Values],
            Checks = [.. checks.Values],
            Failure = failure,
        };
    }

    private async Task<NotebookFailure?> RunCellAsync(CodeCell cell, int number, int of, CancellationToken cancellation)
    {
        progress?.Report(new CellStarted(number, of, cell.Id));
        outputs.Turn(cell);
        budget.Turn();
        cell.ExecutionCount = number;
        worker.Tell(new WorkerCommand.RunCell(number, CellLanguage.Code(document, cell)));

        this.seconds = null;
        long begun = TimeProvider.System.GetTimestamp();
        NotebookFailure? failure = await FollowAsync(number, cancellation);
        if (failure is not null)
            failure = failure with { Cell = number, CellId = cell.Id };
        double seconds = this.seconds ?? TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        cells.Add(new CellReport(number, cell.Id, seconds, failure is null));

        if (failure is not null && !cell.Outputs.OfType<ErrorOutput>().Any())
            outputs.Error(failure.Kind.ToString(), failure.Message, [failure.Message]);
        progress?.Report(new CellFinished(cells[^1], of));
        return failure;
    }

    /// <summary>Processes the worker's events until the cell has finished, its time is up, or the worker is gone.</summary>
    private async Task<NotebookFailure?> FollowAsync(int number, CancellationToken cancellation)
    {
        WorkerEvent.Exiting? exiting = null;
        bool stopping = false;
        DateTime? deadline = DateTime.UtcNow + startGrace;
        bool started = false;
        while (true)
        {
            WorkerEvent? happened;
            try
            {
                happened = await NextAsync(deadline, cancellation);
            }
            catch (OperationCanceledException)
            {
                return new NotebookFailure { Kind = FailureKind.Interrupted, Message = "interrupted" };
            }
            catch (ChannelClosedException e) when (e.InnerException is null)
            {
                return await GoneAsync(exiting);
            }
            catch (ChannelClosedException e)
            {
                return WorkerFailed($"the notebook's process sent what could not be read: {OneLine.Of(e.InnerException!.Message)}");
            }

            switch (happened)
            {
                case null when !started:
                    return WorkerFailed("the notebook's process did not start within a minute");
                case null when stopping:
                    return TimedOut(null);
                case null:
                    stopping = true;
                    deadline = DateTime.UtcNow + stopGrace;
                    worker.Tell(new WorkerCommand.StopCell(number));
                    break;
                case WorkerEvent.Started:
                    started = true;
                    deadline = cellTimeout is { } limit ? DateTime.UtcNow + limit : null;
                    break;
                case WorkerEvent.Exiting exit:
                    exiting = exit;
                    break;
                case WorkerEvent.Finished finished when finished.Cell == number:
                    seconds = finished.Seconds;
                    return Finish(finished, number, stopping);
                case WorkerEvent.Output output:
                    if (!budget.Allows(output.Content))
                    {
                        worker.End();
                        return TooMuch();
                    }

                    Take(output.Content, number);
                    break;
            }
        }
    }

    /// <summary>The next event, or null if the time is up first.</summary>
    private async ValueTask<WorkerEvent?> NextAsync(DateTime? deadline, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (deadline is null)
            return await worker.Events.ReadAsync(cancellation);
        TimeSpan left = deadline.Value - DateTime.UtcNow;
        if (left <= TimeSpan.Zero)
            return null;
        if (worker.Events.TryRead() is { } ready)
            return ready;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(left);
        try
        {
            return await worker.Events.ReadAsync(timer.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Take(KernelOutput shown, int number)
    {
        switch (shown)
        {
            case StreamWritten written:
                progress?.Report(new CellShowed(number, written.Text));
                break;
            case Displayed displayed:
                Note(displayed.Data, number);
                break;
            case DisplayUpdated updated:
                Note(updated.Data, number);
                break;
        }

        outputs.Add(shown);
    }

    private NotebookFailure? Finish(WorkerEvent.Finished finished, int number, bool stopping)
    {
        if (finished.Value is { } value)
        {
            Note(value, number);
            outputs.Result(value, number);
        }

        if (finished.Error is not { } error)
            return finished.OutputCut ? TooMuch() : null;

        bool late = stopping && error.Kind is ErrorKind.Cancelled or ErrorKind.Unstoppable;
        NotebookFailure failure = late ? TimedOut(error.Line) : new NotebookFailure
        {
            Kind = error.Kind switch
            {
                ErrorKind.Compile => FailureKind.Compile,
                ErrorKind.Directive => FailureKind.Directive,
                _ => FailureKind.Runtime,
            },
            Line = error.Line,
            Column = error.Column,
            Message = OneLine.Of(error.Kind == ErrorKind.Directive ? error.Message : $"{error.Name}: {error.Message}"),
        };
        outputs.Error(late ? "Timeout" : error.Name, late ? failure.Message : error.Message, error.Traceback);
        return failure;
    }

    /// <summary>Records the claims and checks among a cell's outputs, and reports plain text to the progress listener.</summary>
    private void Note(MimeBundle shown, int number)
    {
        string? claimType = ((string[])[ClaimRecord.MimeType, ClaimRecord.EarlierMimeType]).FirstOrDefault(shown.Contains);
        if (claimType is not null && ClaimRecord.Read(shown[claimType]) is { } claim)
            claims[claim.Id] = claim;
        if (shown.Contains(CheckRecord.MimeType) && CheckRecord.Read(shown[CheckRecord.MimeType]) is { } check)
            checks[check.Id] = check;
        if (shown.Text("text/plain") is { } text)
            progress?.Report(new CellShowed(number, text));
    }

    private static NotebookFailure WorkerFailed(string message) => new() { Kind = FailureKind.Worker, Message = message };

    private static NotebookFailure TooMuch() => new()
    {
        Kind = FailureKind.Output,
        Message = "printed or displayed more than a notebook may hold, and was cut: print less",
    };

    private NotebookFailure TimedOut(int? line) => new()
    {
        Kind = FailureKind.Timeout,
        Line = line,
        Message = string.Create(CultureInfo.InvariantCulture,
            $"took longer than its {cellTimeout!.Value.TotalSeconds:0.###} s and was stopped"),
    };

    private async Task<NotebookFailure> GoneAsync(WorkerEvent.Exiting? exiting)
    {
        ProcessEnd end = await worker.EndAsync();
        bool terminated = exiting is { Line: null, ExitCode: 143 };
        return exiting is null || terminated
            ? new NotebookFailure { Kind = FailureKind.Crash, Message = CrashDiagnosis.Of(end) }
            : new NotebookFailure
            {
                Kind = FailureKind.Exit,
                Line = exiting.Line,
                Message = $"ended its own process with exit code {exiting.ExitCode} (Environment.Exit)",
            };
    }
}
