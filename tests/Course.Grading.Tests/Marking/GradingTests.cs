using Course.Grading.HiddenTests;
using Course.Grading.Marking;
using Course.Grading.Submissions;
using Course.Grading.Tests.Hostile;
using Course.Grading.Tests.Submissions;

namespace Course.Grading.Tests.Marking;

/// <summary>Whole notebooks through the sandbox.</summary>
public sealed class GradingTests(WarmGrader warm) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-class-").FullName;

    public static TheoryData<string> Lessons =>
        [.. ExerciseCells.Lessons.Where(lesson => HiddenTestCatalog.All.Any(test => test.Id[..2] == lesson[..2]))];

    private static readonly SubmittedClass all = new(Lessons.SelectMany(lesson => ((string, Submitted)[])
        [($"{lesson.Data} solved", Submitted.Solved(lesson)), ($"{lesson.Data} blank", Submitted.Blank(lesson))]));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_notebook_with_the_published_solutions_gets_full_marks(string lesson)
    {
        SubmissionMark mark = (await all.MarksAsync(warm))[$"{lesson} solved"];

        Assert.Null(mark.Problem);
        Assert.All(mark.Exercises, exercise => Assert.Equal((exercise.Points, ExerciseStatus.Passed, null),
            (exercise.Earned, exercise.Status, exercise.Message)));
        Assert.Equal(HiddenTestCatalog.All.Where(test => test.Id[..2] == lesson[..2])
            .Select(test => test.Id), mark.Exercises.Select(exercise => exercise.Exercise));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_blank_notebook_gets_nothing(string lesson)
    {
        SubmissionMark mark = (await all.MarksAsync(warm))[$"{lesson} blank"];

        Assert.Null(mark.Problem);
        Assert.Equal(0, mark.Earned);
        Assert.All(mark.Exercises, exercise => Assert.Equal(ExerciseStatus.NotAttempted, exercise.Status));
    }

    [Theory]
    [Trait("Grader", "any user")]
    [InlineData("Course.Data.Mnist.Load(\"mnist-10k\");")]
    [InlineData("if (TorchSharp.torch.get_num_threads() != 1) throw new Exception(\"torch on more than one thread\");")]
    [InlineData("if ($\"{0.5}\" != \"0.5\") throw new Exception(\"numbers with a comma\");")]
    [InlineData("if (AppDomain.CurrentDomain.GetAssemblies().Any(loaded => loaded.GetName().Name is \"Plotly.NET\" or \"TorchSharp\")) "
        + "throw new Exception(\"loaded, although nobody asked for it\");")]
    public async Task A_cell_finds_in_the_sandbox_what_it_finds_in_the_lesson(string code)
    {
        string cell = "System.IO.File.Exists(\"x\");\n" + code;

        SubmissionMark mark = await GradeAsync(Submitted.WithMajority(Trap.Right).Insert("nand-xor", cell)
            .Save(Path.Combine(folder, "ada.ipynb")));

        Assert.DoesNotContain(mark.Remarks, remark => remark.Contains(" fails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_grading_that_was_interrupted_goes_on_with_its_seed_and_its_marks()
    {
        WarmGrader.SkipWithoutSandbox();
        foreach (string student in (string[])["a", "b", "c"])
            Submitted.WithMajority(Trap.Right).Save(Path.Combine(folder, student + ".ipynb"));
        string report = Path.Combine(folder, "report.json");
        IReadOnlyList<Submission> all = SubmissionFinder.Find([folder]);
        using var interrupt = new CancellationTokenSource();
        GradingOptions options = WarmGrader.Options with { Parallel = 1 };

        using (GradingCheckpoint first = GradingCheckpoint.Open(report))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                new ClassGrading(WarmGrader.Course, options, first).RunAsync(all, (_, known, _) => { if (known == 2) interrupt.Cancel(); },
                interrupt.Token));
        }

        List<(string Student, bool Before)> told = [];
        using GradingCheckpoint second = GradingCheckpoint.Open(report);
        ClassReport done = await new ClassGrading(WarmGrader.Course, options, second).RunAsync(
            all, (mark, _, before) => told.Add((mark.Student, before)), TestContext.Current.CancellationToken);

        Assert.Equal([("a", true), ("b", true), ("c", false)], told);
        Assert.Equal(second.Seed, done.Seed);
        Assert.All(done.Submissions, mark => Assert.Equal(1, mark.Earned));
    }

    [Fact]
    public async Task Without_a_sandbox_the_report_says_so()
    {
        Submitted.WithMajority(Trap.Right).Save(Path.Combine(folder, "a.ipynb"));

        ClassReport report = await new ClassGrading(WarmGrader.Course, WarmGrader.Options with { UseSandbox = false }).RunAsync(
            SubmissionFinder.Find([folder]), (_, _, _) => { }, TestContext.Current.CancellationToken);

        Assert.StartsWith("NONE", report.Sandbox, StringComparison.Ordinal);
        Assert.Equal(1, report.Submissions[0].Earned);
    }

    private async Task<SubmissionMark> GradeAsync(string path)
    {
        WarmGrader.SkipWithoutSandbox();
        return await warm.Grader.GradeAsync(new Submission("ada", path), next: false, TestContext.Current.CancellationToken);
    }
}
