using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// Lets the compiler analyse submissions, in a sandboxed process that never runs their code. No submission can influence the analysis of
/// another, so one process serves the whole class. Some code keeps a compiler busy forever: a process that hangs is killed and replaced.
/// </summary>
internal sealed class AnalysisProcess(WorkerStarter starter, TimeSpan limit) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private AnswerWorker? worker;
    private bool cameUp;

    /// <exception cref="GradingException">The sandbox does not work: the process has never come up in it.</exception>
    /// <exception cref="SubmissionException">The compiler does not finish, or the process does not come up again.</exception>
    public async Task<StudyResult> StudyAsync(IReadOnlyList<PlannedCell> cells, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (worker is not { IsGone: false })
            {
                worker?.Dispose();
                worker = null;
                worker = await AnswerWorker.StartAsync(starter, WorkerMode.Analyze);
                cameUp = true;
            }

            var asked = new WorkerCommand.Study(starter.Sandbox.Library,
                [.. cells.Select(cell => new StudyCell(cell.Number, cell.Code, cell.IsOwn, cell.Answers))]);
            return await worker.StudyAsync(asked, limit, cancellation)
                ?? throw new SubmissionException($"the compiler does not come to an end with it: {await worker.EndAsync()}");
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
