using Course.Grading.HiddenTests;
using Course.Grading.Submissions;
using Course.Grading.Tests.HiddenTests;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

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
    public async Task A_solution_is_right_in_every_hidden_case(string lesson) =>
        Assert.All(await TriedAsync(lesson, solved: true), tried => Assert.False(tried.Fails, tried.What));

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_stub_fails_in_every_hidden_case(string lesson) =>
        Assert.All(await TriedAsync(lesson, solved: false), tried => Assert.True(tried.Fails, tried.What));

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_notebook_with_the_solutions_passes_all_its_checks(string lesson)
    {
        string path = ExerciseCells.PathOf(lesson);
        var request = new RunRequest(path) { Document = ExerciseCells.Of(path, solved: true) };

        NotebookReport report = await NotebookRunner.RunAsync(request, progress: null, TestContext.Current.CancellationToken);

        Assert.True(report.Succeeded, report.Failure?.Summary);
        Assert.Equal(
            Exercises.All.Where(exercise => exercise.Id[..2] == lesson[..2])
                .Select(exercise => (exercise.Id, (double?)exercise.Points, (string?)"passed")),
            report.Checks.Select(check => (check.Id, check.Points, check.Status)));
    }

    private static async Task<IReadOnlyList<(string What, bool Fails)>> TriedAsync(string lesson, bool solved)
    {
        IReadOnlyDictionary<string, Delegate> answers = await AnswersOfAsync(ExerciseCells.Of(ExerciseCells.PathOf(lesson), solved));
        Assert.Equal(HiddenTestCatalog.All.Select(test => test.Id).Where(id => id[..2] == lesson[..2]), answers.Keys);
        return [.. from answer in answers
                   from seed in seeds
                   from trial in Trial.Of(HiddenTestCatalog.Find(answer.Key), seed)
                   select ($"{answer.Key}: {trial.Case.Name}", trial.Fails(answer.Value))];
    }

    /// <summary>Runs the cells here and takes from each check cell the method that it checks.</summary>
    private static async Task<IReadOnlyDictionary<string, Delegate>> AnswersOfAsync(NotebookDocument cells)
    {
        using var kernel = new CSharpKernel();
        Dictionary<string, Delegate> answers = [];
        foreach (CodeCell cell in cells.Cells.Cast<CodeCell>())
        {
            string? exercise = ExerciseCells.CheckedBy(cell);
            string code = exercise is null
                ? cell.Source.Replace("../artifacts/course/Course.dll", Repository.Course.Library, StringComparison.Ordinal)
                : $"Delegate answer = {ExerciseCells.MethodOf(cell)};";
            CellResult result = await kernel.RunAsync(code, _ => { }, TestContext.Current.CancellationToken);
            Assert.True(result.Succeeded, $"{cell.Id}: {string.Join('\n', result.Error?.Traceback ?? [])}");
            if (exercise is not null)
                answers[exercise] = (Delegate)kernel.Variables.Single(variable => variable.Name == "answer").Value!;
        }

        return answers;
    }
}
