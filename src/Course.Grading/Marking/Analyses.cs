using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// The analyses of a class. Each gets a short time first; what needs longer waits in a process of its own, where it keeps nobody else
/// waiting. So notebooks that a compiler never finishes with hold up each other, and the class only for moments.
/// </summary>
internal sealed class Analyses(WorkerStarter starter, TimeSpan limit) : IDisposable
{
    // An analysis takes a tenth of a second, or a second or two in a new process.
    private readonly AnalysisProcess quick = new(starter, limit / 4);
    private readonly AnalysisProcess slow = new(starter, limit);

    /// <exception cref="GradingException">The sandbox does not work: no process has ever come up in it.</exception>
    /// <exception cref="SubmissionException">The compiler does not finish, or no process comes up again.</exception>
    public async Task<StudyResult> StudyAsync(IReadOnlyList<PlannedCell> cells, CancellationToken cancellation)
    {
        if (await quick.StudyAsync(cells, cancellation) is { Found: { } soon })
            return soon;
        try
        {
            (StudyResult? found, string? why) = await slow.StudyAsync(cells, cancellation);
            return found ?? throw new SubmissionException($"the compiler does not come to an end with it: {why}");
        }
        catch (GradingException e)
        {
            // The first process came up.
            throw new SubmissionException($"no process came up for it: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        quick.Dispose();
        slow.Dispose();
    }
}
