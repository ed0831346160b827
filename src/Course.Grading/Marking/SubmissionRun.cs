using System.Globalization;
using Course.Grading.HiddenTests;
using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// Runs one submission's cells and grades its answers. If a cell or an answer ends the process, only that one is lost: the rest continues
/// in a fresh process without it. If an answer is missing, the grader tries once more in a process that runs only the cells that the answer
/// depends on, because another cell may have used up the threads or the memory. Exactly the cells that were analysed run: without a cell,
/// the same text may mean something else.
/// </summary>
internal sealed class SubmissionRun(
    GradingOptions options, WorkerPool pool, Analyses analyses, CaseSet cases, LessonNotebook lesson, SubmissionPlan plan,
    StudyResult study, IReadOnlyList<HiddenTest> tests)
{
    private const int MostDeadlyCells = 3;
    private const int MostRemarks = 10;

    // "No overload matches the delegate", "has the wrong return type", "method name expected", "cannot be converted".
    private static readonly string[] otherSignature = ["CS0123", "CS0407", "CS0149", "CS0029", "CS0030", "CS1503", "CS8621"];

    private readonly Dictionary<string, ExerciseMark> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> faults = [];
    private readonly HashSet<int> withoutMachines = [];
    private readonly HashSet<int> deadly = [];
    private readonly HashSet<int> deadlyAlone = [];
    private readonly HashSet<HiddenTest> missing = [];
    private readonly Dictionary<int, PlannedCell> cells = plan.Cells.ToDictionary(cell => cell.Number);

    private readonly StudyResult whole = study;

    // Of the cells that have killed no worker yet.
    private StudyResult rest = study;

    /// <param name="mark">What is known of the submission.</param>
    /// <param name="deadline">Ends the time that the submission has.</param>
    /// <param name="cancellation">Ends the grading; it ends that time too.</param>
    public async Task<SubmissionMark> RunAsync(SubmissionMark mark, CancellationToken deadline, CancellationToken cancellation)
    {
        NoteBroken();
        Judge(ForbiddenMarkOf);
        try
        {
            while (Waiting().Except(missing).Any() && deadly.Count <= MostDeadlyCells)
            {
                using AnswerWorker worker = await pool.TakeAsync(lesson);
                if (await RunCellsAsync(worker, rest.Needed, deadly, deadline))
                    await PutAnswersAsync(worker, deadline);
                else
                    await LeaveOutDeadlyAsync(deadline);
            }

            foreach (HiddenTest test in Waiting().ToArray())
                await FindAloneAsync(test, deadline);
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
            CellsRun = whole.Needed.Count,
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

    private void NoteBroken()
    {
        foreach (BrokenCell broken in rest.Broken)
            faults.TryAdd(broken.Number, string.Create(CultureInfo.InvariantCulture,
                $"does not compile (line {broken.Line}: {SafeText.Short(broken.Message)})"));
    }

    /// <summary>
    /// Answers that are made from a cell that cannot run are looked for alone. The others are analysed anew, as they run now.
    /// </summary>
    private async Task LeaveOutDeadlyAsync(CancellationToken cancellation)
    {
        missing.UnionWith(Waiting().Where(test => UsesOf(test, whole)?.MadeFrom.Any(deadly.Contains) == true));
        rest = await analyses.StudyAsync([.. plan.Cells.Where(cell => !deadly.Contains(cell.Number))], cancellation);
        NoteBroken();
        Judge(test => missing.Contains(test) ? null : ForbiddenMarkOf(test));
    }

    private static AnswerUses? UsesOf(HiddenTest test, StudyResult study) =>
        study.Answers.FirstOrDefault(answer => answer.Exercise == test.Id);

    private ExerciseMark? ForbiddenMarkOf(HiddenTest test)
    {
        if (UsesOf(test, rest) is not { } uses)
            return null;
        SymbolUse[] violations = [.. new ForbiddenRule(test).Violations(uses)];
        if (violations.Length == 0)
            return null;
        SymbolUse first = violations.MinBy(use => use.Member is null)!;
        return ExerciseMark.NoPoints(
            test.Exercise,
            ExerciseStatus.Forbidden,
            string.Create(CultureInfo.InvariantCulture,
                $"the answer uses {first.Said} ({cells[first.Cell].Place}, line {first.Line}), which this exercise does not allow"),
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
                faults[number] = $"fails{where}: {SafeText.Short($"{error.Name}: {error.Message}")}";
                if (error.Message == StrippedLibrary.Message)
                    withoutMachines.Add(number);
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
            if (worker.HasAnswerTo(test.Id))
                marks[test.Id] = await TryAsync(worker, test, cancellation);
            else
                missing.Add(test);
        }
    }

    /// <summary>
    /// Gives a second chance to a cell that the worker did not survive, because another cell may have left it no resources.
    /// </summary>
    private async Task FindAloneAsync(HiddenTest test, CancellationToken cancellation)
    {
        IReadOnlyList<int> least = UsesOf(test, whole)?.Cells ?? [];
        // Pointless if its check does not compile, if no other cell ran, or if one of these has killed such a worker already.
        if (CheckOf(test) is { } check && least.Contains(check.Number) && least.Count < whole.Needed.Count
            && !least.Any(deadlyAlone.Contains))
        {
            using AnswerWorker worker = await pool.TakeAsync(lesson);
            if (await RunCellsAsync(worker, least, deadlyAlone, cancellation) && worker.HasAnswerTo(test.Id))
            {
                marks[test.Id] = await TryAsync(worker, test, cancellation);
                return;
            }
        }

        marks[test.Id] = HasOtherSignature(test)
            ? ExerciseMark.NoPoints(test.Exercise, ExerciseStatus.NoAnswer, "the answer has another signature than "
                + TypeName.OfSignature("Answer", test.Exercise.Invocation.ReturnType,
                    test.Exercise.Invocation.GetParameters().Select(parameter => (parameter.ParameterType, (string?)null))),
                "Keep the first line of the method as the notebook gives it.")
            : ExerciseMark.NoPoints(test.Exercise, ExerciseStatus.NoAnswer, $"there is no answer: {WhyNone(test)}",
                "Run the notebook from the top in VS Code: the cell above the check must run without an error.");
    }

    private Task<ExerciseMark> TryAsync(AnswerWorker worker, HiddenTest test, CancellationToken cancellation) =>
        new ExerciseGrader(worker, test, cases.Of(test), options).RunAsync(cancellation);

    /// <summary>Whether there is something of the answer's name, which the compiler does not take for it.</summary>
    private bool HasOtherSignature(HiddenTest test) =>
        CheckOf(test) is { } check && whole.Broken.FirstOrDefault(broken => broken.Number == check.Number) is { } broken
        && otherSignature.Any(error => broken.Message.StartsWith(error, StringComparison.Ordinal));

    /// <summary>The check itself only says that a name is missing; the cell that should declare it says why.</summary>
    private string WhyNone(HiddenTest test)
    {
        if (CheckOf(test) is not { } check)
            return "the course's notebook has no check for it";
        PlannedCell? before = plan.Cells.LastOrDefault(cell => cell.Number < check.Number && !cell.IsOwn
            && faults.ContainsKey(cell.Number) && !withoutMachines.Contains(cell.Number));
        return before is not null ? $"{before.Place} {faults[before.Number]}"
            : faults.TryGetValue(check.Number, out string? fault) ? $"{check.Place} {fault}"
            : "none was handed in";
    }

    private IEnumerable<string> Remarks()
    {
        if (plan.Version is { } other)
            yield return other;
        (int Number, string Fault)[] broken = [.. faults.OrderBy(fault => fault.Key)
            .Where(fault => cells[fault.Key].Answers is null && !withoutMachines.Contains(fault.Key))
            .Select(fault => (fault.Key, fault.Value))];
        foreach ((int number, string fault) in broken.Take(MostRemarks))
            yield return $"{cells[number].Place} {fault}";
        if (broken.Length > MostRemarks)
            yield return string.Create(CultureInfo.InvariantCulture, $"{broken.Length - MostRemarks} more cells fail or cannot be run");
        foreach (SymbolUse use in whole.Learner.Where(ForbiddenRule.IsRemarkable).Take(MostRemarks))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{cells[use.Cell].Place}, line {use.Line} uses {use.Said}: look at it");
    }
}
