using Course.Grading.Submissions;

namespace Course.Grading.Tests.Hostile;

/// <summary>Grades single submissions that harm nobody. Those that attack are a <see cref="SubmittedClass"/>.</summary>
internal static class Trap
{
    internal const string Exercise = "01.majority";
    internal const string Right = "bool Majority(bool[] votes) => 2 * votes.Count(v => v) > votes.Length;";
    internal const string Wrong = "bool Majority(bool[] votes) => true;";

    /// <summary>Grades a notebook, and gives the mark of the exercise of the majority, with the whole mark.</summary>
    internal static async Task<(ExerciseMark Exercise, SubmissionMark All)> GradeAsync(WarmGrader warm, Submitted notebook) =>
        OfMajority(await GradeAsync(warm, folder => notebook.Save(Path.Combine(folder, "mallory.ipynb"))));

    /// <summary>Grades whatever is laid in a folder.</summary>
    internal static Task<SubmissionMark> GradeAsync(WarmGrader warm, Func<string, string> lay)
    {
        WarmGrader.SkipWithoutSandbox();
        return InAFolderAsync(folder => FindAndGradeAsync(warm, folder, lay(folder)));
    }

    internal static (ExerciseMark Exercise, SubmissionMark All) OfMajority(SubmissionMark mark)
    {
        Assert.Null(mark.Problem);
        return (mark.Exercises.Single(exercise => exercise.Exercise == Exercise), mark);
    }

    internal static Task<SubmissionMark> FindAndGradeAsync(WarmGrader warm, string folder, string path) => warm.Grader.GradeAsync(
        SubmissionFinder.Find([folder]).Single(found => found.Path == path), next: true, TestContext.Current.CancellationToken);

    internal static async Task<T> InAFolderAsync<T>(Func<string, Task<T>> grade)
    {
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
