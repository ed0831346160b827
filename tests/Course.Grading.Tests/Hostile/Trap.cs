using System.Diagnostics;
using Course.Grading.Submissions;

namespace Course.Grading.Tests.Hostile;

/// <summary>
/// Grades a hostile submission and holds what must hold for each: the time is bounded, nothing outside the sandbox changed, and the next
/// submission gets its full mark.
/// </summary>
internal static class Trap
{
    internal const string Exercise = "01.majority";
    internal const string Right = "bool Majority(bool[] votes) => 2 * votes.Count(v => v) > votes.Length;";
    internal const string Wrong = "bool Majority(bool[] votes) => true;";

    private static readonly TimeSpan most = TimeSpan.FromMinutes(3);

    /// <summary>Grades a notebook and gives the mark of the exercise of the majority, with the whole mark.</summary>
    internal static async Task<(ExerciseMark Exercise, SubmissionMark All)> SpringAsync(WarmGrader warm, Submitted notebook)
    {
        SubmissionMark mark = await SpringAsync(warm, folder => notebook.Save(Path.Combine(folder, "mallory.ipynb")));
        Assert.Null(mark.Problem);
        return (mark.Exercises.Single(exercise => exercise.Exercise == Exercise), mark);
    }

    /// <summary>Grades whatever is laid in a folder.</summary>
    internal static async Task<SubmissionMark> SpringAsync(WarmGrader warm, Func<string, string> lay)
    {
        WarmGrader.SkipWithoutSandbox();
        string folder = Directory.CreateTempSubdirectory("course-class-").FullName;
        try
        {
            string next = Submitted.WithMajority(Right).Save(Path.Combine(folder, "next.ipynb"));
            string path = lay(folder);
            string before = TreeHash.OfCourse() + TreeHash.Of(folder);
            var clock = Stopwatch.StartNew();

            SubmissionMark mark = await warm.Grader.GradeAsync(SubmissionFinder.Find([folder])
                .Single(found => found.Path == path), next: true, TestContext.Current.CancellationToken);

            Assert.InRange(clock.Elapsed, TimeSpan.Zero, most);
            Assert.Equal(before, TreeHash.OfCourse() + TreeHash.Of(folder));
            SubmissionMark after = await warm.Grader.GradeAsync(new Submission("next", next), next: true,
                TestContext.Current.CancellationToken);
            Assert.Equal(1, after.Exercises.Single(exercise => exercise.Exercise == Exercise).Earned);
            return mark;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
