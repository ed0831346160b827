using System.Security.Cryptography;
using Course.Grading.Submissions;
using Course.Notebooks.Lessons;

namespace Course.Grading.Marking;

/// <summary>Grades many submissions, several at a time.</summary>
/// <param name="course">The checkout of the course.</param>
/// <param name="options">How to grade.</param>
/// <param name="checkpoint">Holds the marks of an interrupted grading, and stores those of this one; may be null.</param>
public sealed class ClassGrading(CourseFolder course, GradingOptions options, GradingCheckpoint? checkpoint = null)
{
    /// <summary>Grades the submissions.</summary>
    /// <param name="submissions">The submissions.</param>
    /// <param name="graded">Receives each mark as soon as it is known, one at a time, with the number of known marks, and whether it was
    /// known before.</param>
    /// <param name="cancellation">Ends the grading; the checkpoint keeps the known marks.</param>
    /// <returns>The report; the caller adds the commit.</returns>
    /// <exception cref="GradingException">The sandbox or the course is at fault.</exception>
    public async Task<ClassReport> RunAsync(IReadOnlyList<Submission> submissions, Action<SubmissionMark, int, bool> graded,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(submissions);
        ArgumentNullException.ThrowIfNull(graded);
        DateTimeOffset date = checkpoint?.Begun ?? DateTimeOffset.Now;
        await WorkerProfile.EnsureAsync(course, options.Worker, options.Limits);
        using var grader = new Grader(course, options with { Seed = options.Seed ?? checkpoint?.Seed });
        checkpoint?.Begin(grader.Seed, grader.Sandbox, date);

        var marks = new SubmissionMark[submissions.Count];
        var turn = new Lock();
        int known = 0;
        int begun = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, submissions.Count),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellation },
            async (place, stop) =>
            {
                bool more = Interlocked.Increment(ref begun) + options.Parallel <= submissions.Count;
                SubmissionMark? before = Known(submissions[place]);
                SubmissionMark mark = marks[place] = before ?? await grader.GradeAsync(submissions[place], more, stop);
                if (before is null)
                    checkpoint?.Keep(mark);
                lock (turn)
                    graded(mark, ++known, before is not null);
            });
        return new ClassReport { Date = date, Seed = grader.Seed, Sandbox = grader.Sandbox, Submissions = marks };
    }

    private SubmissionMark? Known(Submission submission)
    {
        if (checkpoint is not { Count: > 0 })
            return null;
        try
        {
            return checkpoint.Find(submission.Path, Convert.ToHexStringLower(SHA256.HashData(SubmissionReader.ReadBytes(submission))));
        }
        catch (SubmissionException)
        {
            return null;
        }
    }
}
