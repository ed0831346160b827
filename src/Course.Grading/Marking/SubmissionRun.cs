using System.Globalization;
using Course.Grading.HiddenTests;
using Course.Grading.Submissions;
using Course.Notebooks.Protocol;
using Course.Notebooks.Results;

namespace Course.Grading.Marking;

/// <summary>
/// Runs one submission's cells and grades its answers. If a cell or an answer ends the process, only that one is lost: the rest continues
/// in a fresh process without it. If an answer is missing, the grader tries once more in a process that runs only the cells that the answer
/// depends on, because another cell may have used up the threads or the memory.
/// </summary>
internal sealed class SubmissionRun(
    GradingOptions options, WorkerPool pool, CaseSet cases, LessonNotebook lesson, SubmissionPlan plan, StudyResult study,
    IReadOnlyList<HiddenTest> tests)
{
    private const int MostDeadlyCells = 3;
    private const int MostRemarks = 10;

    private readonly Dictionary<string, ExerciseMark> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> faults = [];
    private readonly HashSet<int> deadly = [];
    private readonly HashSet<int> deadlyAlone = [];
    private readonly HashSet<HiddenTest> missing = [];
    private readonly Dictionary<int, PlannedCell> cells = plan.Cells.ToDictionary(cell => cell.Number);

    public async Task<SubmissionMark> RunAsync(SubmissionMark mark, CancellationToken cancellation)
    {
        foreach (BrokenCell broken in study.Broken)
            faults[broken.Number] = string.Create(CultureInfo.InvariantCulture,
                $"does not compile (line {broken.Line}: {OneLine.Of(broken.Message)})");
        Judge(ForbiddenMarkOf);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.SubmissionTimeout);
        try
        {
            while (Waiting().Except(missing).Any() && deadly.Count <= MostDeadlyCells)
            {
                using AnswerWorker worker = await pool.TakeAsync(lesson);
                if (await RunCellsAsync(worker, study.Needed, deadly, deadline.Token))
                    await PutAnswersAsync(worker, deadline.Token);
            }

            foreach (HiddenTest test in Waiting().ToArray())
                await FindAloneAsync(test, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Judge(test => ExerciseMark.NoPoints(test.Exercise, ExerciseStatus.Stopped,
                string.Create(CultureInfo.InvariantCulture,
                    $"the submission took longer than its {options.SubmissionTimeout.TotalSeconds:0} s")));
        }

        return mark with
        {
            Exercises = [.. tests.Select(test => marks[test.Id])],
            CellsRun = study.Needed.Count,
            Remarks = [.. Remarks()],
        };
    }

    private PlannedCell? CheckOf(HiddenTest test) => plan.Cells.FirstOrDefault(cell => cell.Answers == test.Id);

    private IEnumerable<HiddenTest> Waiting() => tests.Where(test => !marks.ContainsKey(test.Id));

    private void Judge(Func<HiddenTest, ExerciseMark?> judgement)
    {
        foreach (HiddenTest test in Waiting().ToArray())
        {
            if (judgement(test) is { } mark)
                marks[test.Id] = mark;
        }
    }

    private ExerciseMark? ForbiddenMarkOf(HiddenTest test)
    {
        if (study.Answers.FirstOrDefault(answer => answer.Exercise == test.Id) is not { } uses)
            return null;
        SymbolUse[] violations = [.. new ForbiddenRule(test).Violations(uses)];
        if (violations.Length == 0)
            return null;
        SymbolUse first = violations.MinBy(use => use.Member is null)!;
        return ExerciseMark.NoPoints(
            test.Exercise,
            ExerciseStatus.Forbidden,
            string.Create(CultureInfo.InvariantCulture,
                $"the answer uses {first.Name} ({cells[first.Cell].Place}, line {first.Line}), which this exercise does not allow"),
            ForbiddenRule.IsAround(first)
                ? "An answer here needs no reflection and no native code: write the computation itself."
                : "The library may not answer for you: write the computation itself, in plain C#.");
    }

    /// <param name="worker">A fresh worker.</param>
    /// <param name="numbers">The cells.</param>
    /// <param name="deadly">The cells among them to leave out; a cell that the worker does not survive is added.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>Whether the worker survived all cells.</returns>
    private async Task<bool> RunCellsAsync(AnswerWorker worker, IEnumerable<int> numbers, HashSet<int> deadly,
        CancellationToken cancellation)
    {
        // The opening cell has run in every worker of the pool.
        foreach (int number in numbers.Where(number => number != 1 && !deadly.Contains(number)))
        {
            PlannedCell cell = cells[number];
            WorkerEvent.Finished? finished = await worker.RunAsync(new WorkerCommand.RunCell(number, cell.Code, cell.Answers),
                options.CellTimeout, cancellation);
            if (finished is null)
            {
                deadly.Add(number);
                faults[number] = $"cannot be run: {await worker.EndAsync()}";
                return false;
            }

            if (finished.Error is { } error)
            {
                string where = error.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : "";
                faults[number] = $"fails{where}: {OneLine.Of($"{error.Name}: {error.Message}")}";
            }

            // The memory or threads that it took are missing for later cells, which would be blamed for its fault.
            if (finished.Error is { Name: nameof(OutOfMemoryException) })
            {
                deadly.Add(number);
                return false;
            }
        }

        return true;
    }

    private async Task PutAnswersAsync(AnswerWorker worker, CancellationToken cancellation)
    {
        foreach (HiddenTest test in Waiting().Except(missing).ToArray())
        {
            if (worker.IsGone)
                return;
            if (worker.AnswerTo(test.Id) is { } answer)
                marks[test.Id] = await TryAsync(worker, test, answer, cancellation);
            else
                missing.Add(test);
        }
    }

    /// <summary>
    /// Gives a second chance to a cell that the worker did not survive, because another cell may have left it no resources.
    /// </summary>
    private async Task FindAloneAsync(HiddenTest test, CancellationToken cancellation)
    {
        IReadOnlyList<int> least = study.Answers.FirstOrDefault(answer => answer.Exercise == test.Id)?.Cells ?? [];
        // Pointless if its check does not compile, or if no other cell ran.
        if (CheckOf(test) is { } check && least.Contains(check.Number) && least.Count < study.Needed.Count)
        {
            using AnswerWorker worker = await pool.TakeAsync(lesson);
            if (await RunCellsAsync(worker, least, deadlyAlone, cancellation) && worker.AnswerTo(test.Id) is { } answer)
            {
                marks[test.Id] = await TryAsync(worker, test, answer, cancellation);
                return;
            }
        }

        marks[test.Id] = ExerciseMark.NoPoints(test.Exercise, ExerciseStatus.NoAnswer, $"there is no answer: {WhyNone(test)}",
            "Run the notebook from the top in VS Code: the cell above the check must run without an error.");
    }

    private Task<ExerciseMark> TryAsync(AnswerWorker worker, HiddenTest test, WorkerEvent.AnswerSubmitted answer,
        CancellationToken cancellation) =>
        new ExerciseGrader(worker, test, cases.Of(test), options).RunAsync(answer, cancellation);

    /// <summary>The check itself only says that a name is missing; the cell that should declare it says why.</summary>
    private string WhyNone(HiddenTest test)
    {
        if (CheckOf(test) is not { } check)
            return "the course's notebook has no check for it";
        PlannedCell? before = plan.Cells.LastOrDefault(cell => cell.Number < check.Number && !cell.IsOwn
            && faults.ContainsKey(cell.Number));
        return before is not null ? $"{before.Place} {faults[before.Number]}"
            : faults.TryGetValue(check.Number, out string? fault) ? $"{check.Place} {fault}"
            : "none was handed in";
    }

    private IEnumerable<string> Remarks()
    {
        foreach ((int number, string fault) in faults.Where(fault => cells[fault.Key].Answers is null).OrderBy(fault => fault.Key))
            yield return $"{cells[number].Place} {fault}";
        foreach (SymbolUse use in study.Learner.Where(ForbiddenRule.IsRemarkable).Take(MostRemarks))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{cells[use.Cell].Place}, line {use.Line} uses {use.Name}: look at it");
    }
}
