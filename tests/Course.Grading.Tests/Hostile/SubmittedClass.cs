namespace Course.Grading.Tests.Hostile;

/// <summary>
/// A class of submissions, hostile or not. The first question for a mark grades all of them, some beside each other, since most of the
/// hostile wait for a limit. It holds that each takes a bounded time, that nothing outside the sandbox changes, and that the submission
/// after them gets its full mark.
/// </summary>
/// <param name="submissions">The submissions, each with a name that tells it from the others.</param>
/// <param name="atOnce">How many are graded beside each other: as many as a small machine has cores, or more if they mostly wait.</param>
internal sealed class SubmittedClass(IEnumerable<(string Name, Submitted Notebook)> submissions, int atOnce = 2)
{
    private static readonly TimeSpan most = TimeSpan.FromMinutes(3);

    // Of all classes together, because each submission may take 3 GB, and because what is right must not be late.
    private static readonly SemaphoreSlim places = new(4);

    private Task<IReadOnlyDictionary<string, SubmissionMark>>? marks;

    /// <summary>The marks of all, by name.</summary>
    internal async Task<IReadOnlyDictionary<string, SubmissionMark>> MarksAsync(WarmGrader warm)
    {
        WarmGrader.SkipWithoutSandbox();
        return await (marks ??= Trap.InAFolderAsync(folder => GradeAsync(warm, folder)));
    }

    /// <summary>The mark of one submission's answer to the exercise of the majority, with the whole mark.</summary>
    internal async Task<(ExerciseMark Exercise, SubmissionMark All)> MajorityOfAsync(WarmGrader warm, string name) =>
        Trap.OfMajority((await MarksAsync(warm))[name]);

    private async Task<IReadOnlyDictionary<string, SubmissionMark>> GradeAsync(WarmGrader warm, string folder)
    {
        string next = Submitted.WithMajority(Trap.Right).Save(Path.Combine(folder, "next.ipynb"));
        (string Name, Submitted Notebook)[] all = [.. submissions];
        string[] paths = [.. all.Select((each, place) => each.Notebook.Save(Path.Combine(folder, $"student-{place}.ipynb")))];
        string before = TreeHash.Of(WarmGrader.Course.Root) + TreeHash.Of(folder);

        var graded = new SubmissionMark[paths.Length];
        var beside = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(paths.Index(), beside, async (path, stop) =>
        {
            await places.WaitAsync(stop);
            try
            {
                graded[path.Index] = await Trap.FindAndGradeAsync(warm, folder, path.Item);
            }
            finally
            {
                places.Release();
            }
        });

        Assert.All(graded, mark => Assert.InRange(mark.Seconds, 0, most.TotalSeconds));
        Assert.Equal(before, TreeHash.Of(WarmGrader.Course.Root) + TreeHash.Of(folder));
        Assert.Equal(1, Trap.OfMajority(await Trap.FindAndGradeAsync(warm, folder, next)).Exercise.Earned);
        return all.Zip(graded).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }
}
