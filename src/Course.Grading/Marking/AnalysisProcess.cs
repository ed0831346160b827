using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// Lets the compiler analyse submissions, in a sandboxed process that never runs their code. No submission can influence the analysis of
/// another, so one process serves many. Some code keeps a compiler busy forever: a process that hangs is killed and replaced.
/// </summary>
/// <param name="starter">Starts the process.</param>
/// <param name="limit">How long an analysis may take.</param>
/// <param name="most">How many analyses a process makes before it is replaced: not all memory comes back.</param>
internal sealed class AnalysisProcess(WorkerStarter starter, TimeSpan limit, int most = 200) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private AnswerWorker? worker;
    private bool cameUp;
    private int made;

    /// <summary>How many processes it has started.</summary>
    internal int Started { get; private set; }

    /// <returns>What was found, or why nothing was.</returns>
    /// <exception cref="GradingException">The sandbox does not work: the process has never come up in it.</exception>
    /// <exception cref="SubmissionException">The process does not come up again.</exception>
    public async Task<(StudyResult? Found, string? Why)> StudyAsync(IReadOnlyList<PlannedCell> cells, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (worker is not { IsGone: false } || made == most)
            {
                worker?.Dispose();
                worker = null;
                worker = await AnswerWorker.StartAsync(starter, WorkerMode.Analyze);
                (cameUp, made) = (true, 0);
                Started++;
            }

            made++;
            var asked = new WorkerCommand.Study(starter.Sandbox.Library,
                [.. cells.Select(cell => new StudyCell(cell.Number, cell.Code, cell.IsOwn, cell.Answers))]);
            StudyResult? found = await worker.StudyAsync(asked, limit, cancellation);
            return (found, found is null ? await worker.EndAsync() : null);
        }
        catch (GradingException e) when (cameUp)
        {
            throw new SubmissionException($"no process came up for it: {e.Message}", e);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        worker?.Dispose();
        turn.Dispose();
    }
}
