using System.Diagnostics;
using Course.Grading.Submissions;

namespace Course.Grading.Tests.Hostile;

/// <summary>
/// Grades a hostile submission. For each that attacks the machine or the grader it holds that the time is bounded, that nothing outside the
/// sandbox changed, and that the next submission gets its full mark.
/// </summary>
internal static class Trap
{
    internal const string Exercise = "01.majority";
    internal const string Right = "bool Majority(bool[] votes) => 2 * votes.Count(v => v) > votes.Length;";
    internal const string Wrong = "bool Majority(bool[] votes) => true;";

    private static readonly TimeSpan most = TimeSpan.FromMinutes(3);

    /// <summary>Grades a notebook that attacks, and gives the mark of the exercise of the majority, with the whole mark.</summary>
    internal static async Task<(ExerciseMark Exercise, SubmissionMark All)> SpringAsync(WarmGrader warm, Submitted notebook) =>
        OfMajority(await MarkOfAttackAsync(warm, notebook));

    /// <summary>Grades a notebook that attacks, whether or not it can be graded at all.</summary>
    internal static Task<SubmissionMark> MarkOfAttackAsync(WarmGrader warm, Submitted notebook) =>
        InAFolderAsync(async folder =>
        {
            string next = Submitted.WithMajority(Right).Save(Path.Combine(folder, "next.ipynb"));
            string path = notebook.Save(Path.Combine(folder, "mallory.ipynb"));
            string before = TreeHash.Of(WarmGrader.Course.Root) + TreeHash.Of(folder);
            var clock = Stopwatch.StartNew();

            SubmissionMark mark = await FindAndGradeAsync(warm, folder, path);

            Assert.InRange(clock.Elapsed, TimeSpan.Zero, most);
            Assert.Equal(before, TreeHash.Of(WarmGrader.Course.Root) + TreeHash.Of(folder));
            SubmissionMark after = await warm.Grader.GradeAsync(new Submission("next", next), next: true,
                TestContext.Current.CancellationToken);
            Assert.Equal(1, after.Exercises.Single(exercise => exercise.Exercise == Exercise).Earned);
            return mark;
        });

    /// <summary>Grades a notebook that harms nobody: no other is graded after it, and nothing is hashed.</summary>
    internal static async Task<(ExerciseMark Exercise, SubmissionMark All)> GradeAsync(WarmGrader warm, Submitted notebook) =>
        OfMajority(await GradeAsync(warm, folder => notebook.Save(Path.Combine(folder, "mallory.ipynb"))));

    /// <summary>Grades whatever is laid in a folder.</summary>
    internal static Task<SubmissionMark> GradeAsync(WarmGrader warm, Func<string, string> lay) =>
        InAFolderAsync(folder => FindAndGradeAsync(warm, folder, lay(folder)));

    private static (ExerciseMark Exercise, SubmissionMark All) OfMajority(SubmissionMark mark)
    {
        Assert.Null(mark.Problem);
        return (mark.Exercises.Single(exercise => exercise.Exercise == Exercise), mark);
    }

    private static Task<SubmissionMark> FindAndGradeAsync(WarmGrader warm, string folder, string path) => warm.Grader.GradeAsync(
        SubmissionFinder.Find([folder]).Single(found => found.Path == path), next: true, TestContext.Current.CancellationToken);

    private static async Task<SubmissionMark> InAFolderAsync(Func<string, Task<SubmissionMark>> grade)
    {
        WarmGrader.SkipWithoutSandbox();
        string folder = Directory.CreateTempSubdirectory("course-class-").FullName;
        try
        {
            return await grade(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
