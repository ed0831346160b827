using System.Collections.Concurrent;
using Course.Grading.HiddenTests;
using Course.Grading.Submissions;
using Course.Grading.Tests.HiddenTests;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Results;

namespace Course.Grading.Tests.Submissions;

/// <summary>The published solutions, compiled as a learner's answers are.</summary>
public class SolutionTests
{
    private static readonly int[] seeds = [1, 2, 3];

    public static TheoryData<string> Lessons => [.. ExerciseCells.Lessons];

    [Fact]
    public void Every_exercise_has_a_solution_and_every_solution_an_exercise()
    {
        IReadOnlyList<Solution> all = Solutions.All(Repository.Course);

        Assert.Equal(Exercises.All.Select(exercise => exercise.Id), all.Select(solution => solution.Id));
        Assert.All(all, solution => Assert.False(string.IsNullOrWhiteSpace(solution.Code), solution.Id));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_solution_passes_its_check_and_is_right_in_every_hidden_case(string lesson)
    {
        (IReadOnlyList<CheckRecord> checks, IReadOnlyDictionary<string, Delegate> answers) = await RunAsync(lesson, solved: true);

        Assert.Equal(
            Exercises.All.Where(exercise => exercise.Id[..2] == lesson[..2])
                .Select(exercise => (exercise.Id, (double?)exercise.Points, (string?)"passed")),
            checks.Select(check => (check.Id, check.Points, check.Status)));
        Assert.All(Tried(answers), tried => Assert.False(tried.Fails, tried.What));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_stub_fails_in_every_hidden_case(string lesson)
    {
        (IReadOnlyList<CheckRecord> checks, IReadOnlyDictionary<string, Delegate> answers) = await RunAsync(lesson, solved: false);

        Assert.All(checks, check => Assert.Equal("not-attempted", check.Status));
        Assert.All(Tried(answers), tried => Assert.True(tried.Fails, tried.What));
    }

    private static IEnumerable<(string What, bool Fails)> Tried(IReadOnlyDictionary<string, Delegate> answers) =>
        from answer in answers
        from seed in seeds
        from trial in Trial.Of(HiddenTestCatalog.Find(answer.Key), seed)
        select ($"{answer.Key}: {trial.Case.Name}", trial.Fails(answer.Value));

    /// <summary>Runs the cells here. Gives what the checks say, and from each check the method that it checks.</summary>
    private static async Task<(IReadOnlyList<CheckRecord> Checks, IReadOnlyDictionary<string, Delegate> Answers)> RunAsync(
        string lesson, bool solved)
    {
        using var kernel = new CSharpKernel();
        ConcurrentQueue<CheckRecord> checks = [];
        Dictionary<string, Delegate> answers = [];
        foreach (CodeCell cell in ExerciseCells.Of(ExerciseCells.PathOf(lesson), solved).Cells.Cast<CodeCell>())
        {
            await RunAsync(cell.Source.Replace("../artifacts/course/Course.dll", Repository.Course.Library, StringComparison.Ordinal));
            if (ExerciseCells.CheckedBy(cell) is not { } exercise)
                continue;
            await RunAsync($"Delegate answer = {ExerciseCells.MethodOf(cell)};");
            answers[exercise] = (Delegate)kernel.Variables.Single(variable => variable.Name == "answer").Value!;

            async Task RunAsync(string code)
            {
                CellResult result = await kernel.RunAsync(code, Note, TestContext.Current.CancellationToken);
                Assert.True(result.Succeeded, $"{cell.Id}: {string.Join('\n', result.Error?.Traceback ?? [])}");
            }
        }

        Assert.Equal(HiddenTestCatalog.All.Select(test => test.Id).Where(id => id[..2] == lesson[..2]), answers.Keys);
        return ([.. checks], answers);

        void Note(KernelOutput output)
        {
            if (output is Displayed { Data: var shown } && shown.Contains(CheckRecord.MimeType)
                && CheckRecord.Read(shown[CheckRecord.MimeType]) is { } check)
                checks.Enqueue(check);
        }
    }
}
