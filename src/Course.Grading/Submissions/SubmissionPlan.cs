using System.Globalization;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;

namespace Course.Grading.Submissions;

/// <summary>
/// The cells of a submission that will run: the student's cells in her order, and the course's versions of the opening cell and all locked
/// cells.
/// </summary>
internal sealed class SubmissionPlan
{
    private SubmissionPlan(IReadOnlyList<PlannedCell> cells, CellChanges changes, IReadOnlyDictionary<string, string> writtenLater,
        string? version) =>
        (Cells, Changes, WrittenLater, Version) = (cells, changes, writtenLater, version);

    /// <summary>The cells, in order; the first is the course's opening cell.</summary>
    public IReadOnlyList<PlannedCell> Cells { get; }

    /// <summary>How the submission's cells differ from the course's.</summary>
    public CellChanges Changes { get; }

    /// <summary>
    /// The exercises whose answer seems to be written in a cell after its check, with the last such cell. Only the text says so.
    /// </summary>
    public IReadOnlyDictionary<string, string> WrittenLater { get; }

    /// <summary>
    /// With which other version of the lesson it was made, for the teacher; null if with this one, or if it does not say.
    /// </summary>
    public string? Version { get; }

    /// <param name="lesson">The course's own notebook.</param>
    /// <param name="document">The submission.</param>
    /// <exception cref="SubmissionException">It was made with a version whose exercises were others.</exception>
    /// <param name="atTheEnd">The exercises that are checked after all other cells, and no others are checked; null checks each one where
    /// the submission does.</param>
    public static SubmissionPlan Of(LessonNotebook lesson, NotebookDocument document, IReadOnlyCollection<string>? atTheEnd = null)
    {
        string? version = SubmissionVersion.Compare(lesson.Stamp, document);
        SubmittedCell[] submitted = Recognise(lesson, document);
        var order = new List<(SubmittedCell? Cell, LessonCell? Locked)>();
        foreach (SubmittedCell cell in submitted)
        {
            // A locked cell comes from the course. A changed opening cell also runs, because of its using directives.
            if (cell.Lesson is not { IsLocked: true } || (cell.Lesson == lesson.Opening && !cell.IsUnchanged))
                order.Add((cell, null));
        }

        // Backwards, so that of two locked cells with the same place the first comes first.
        foreach (LessonCell locked in lesson.Cells.Where(cell => cell.IsLocked && cell != lesson.Opening
            && (cell.Check is not { } check || atTheEnd?.Contains(check.Exercise) != false)).Reverse())
            order.Insert(locked.Check is not null && atTheEnd is not null ? order.Count : PlaceOf(locked, lesson, submitted, order),
                (null, locked));
        order.Insert(0, (null, lesson.Opening));

        return new SubmissionPlan(
            [.. order.Select((entry, index) => entry.Locked is { } locked
                ? new PlannedCell(index + 1, locked.CodeToRun, true, locked.Check?.Exercise, locked.Check is { } check
                ? $"the check of {check.Exercise}" : $"the course's cell {locked.Id}")
                : new PlannedCell(index + 1, entry.Cell!.Code, entry.Cell.IsUnchanged, null, entry.Cell.Place))],
            ChangesOf(lesson, submitted),
            Later(order).ToDictionary(),
            version);
    }

    private static IEnumerable<(string Exercise, string Place)> Later(List<(SubmittedCell? Cell, LessonCell? Locked)> order) =>
        from entry in order
        where entry.Locked?.Check is not null
        let check = entry.Locked.Check
        let again = order.Skip(order.IndexOf(entry) + 1).LastOrDefault(later => later.Cell is { } cell && check.IsWrittenIn(cell.Code)).Cell
        where again is not null
        select (check.Exercise, again.Place);

    /// <summary>
    /// Matches each cell with the course's cells: by id, which Colab keeps in the metadata, or by nbgrader id. What is still missing then
    /// is looked for by its text.
    /// </summary>
    private static SubmittedCell[] Recognise(LessonNotebook lesson, NotebookDocument document)
    {
        ILookup<string, LessonCell> byId = lesson.Cells.ToLookup(cell => cell.Id);
        ILookup<string, LessonCell> byGradeId = lesson.Cells.Where(cell => cell.GradeId is not null).ToLookup(cell => cell.GradeId!);
        SubmittedCell[] submitted =
        [
            .. document.Cells.OfType<CodeCell>().Select((cell, index) => new SubmittedCell(
                index,
                cell.Source,
                byId[cell.Id ?? ""].Concat(byId[KeptId(cell) ?? ""]).FirstOrDefault()
                    ?? byGradeId[LessonNotebook.GradeId(cell) ?? ""].FirstOrDefault(),
                string.Create(CultureInfo.InvariantCulture, $"code cell {index + 1}"))),
        ];
        HashSet<LessonCell> missing = [.. lesson.Cells.Except(submitted.Select(cell => cell.Lesson).OfType<LessonCell>())];
        foreach (SubmittedCell cell in submitted.Where(cell => cell.Lesson is null))
        {
            if (missing.FirstOrDefault(own => IsTextOf(cell, own, lesson)) is { } found && missing.Remove(found))
                submitted[cell.Index] = cell with { Lesson = found };
        }

        return submitted;
    }

    private static string? KeptId(CodeCell cell) =>
        cell.Metadata["id"] is JsonValue kept && kept.TryGetValue(out string? id) ? id : null;

    /// <summary>Whether it is the same text, or the check of the same exercise, or declares what that cell of the lesson should.</summary>
    private static bool IsTextOf(SubmittedCell cell, LessonCell own, LessonNotebook lesson) =>
        (cell with { Lesson = own }).IsUnchanged
        || (own.Check is { } check && LessonNotebook.CheckedBy(cell.Code) == check.Exercise)
        || lesson.Cells.Any(other => other.Check is { } answer && answer.SolutionId == own.Id && answer.IsWrittenIn(cell.Code));

    /// <summary>
    /// After the student's own copy and after the answer's cell. If she deleted both, after the cell that precedes it in the course,
    /// otherwise at the end.
    /// </summary>
    private static int PlaceOf(LessonCell locked, LessonNotebook lesson, SubmittedCell[] submitted,
        List<(SubmittedCell? Cell, LessonCell? Locked)> order)
    {
        int copy = Array.FindIndex(submitted, cell => cell.Lesson == locked);
        int answer = locked.Check?.SolutionId is { } solution ? Array.FindIndex(submitted, cell => cell.Lesson?.Id == solution) : -1;
        int behind = Math.Max(copy, answer);
        if (behind < 0 && locked.Check is null)
        {
            int own = lesson.Cells.ToList().IndexOf(locked);
            behind = Array.FindLastIndex(submitted, cell => cell.Lesson is not null && lesson.Cells.ToList().IndexOf(cell.Lesson) < own);
        }

        if (behind < 0)
            return order.Count;
        int next = order.FindIndex(entry => entry.Cell is { } cell && cell.Index > behind);
        return next < 0 ? order.Count : next;
    }

    private static CellChanges ChangesOf(LessonNotebook lesson, SubmittedCell[] submitted)
    {
        LessonCell[] known = [.. submitted.Select(cell => cell.Lesson).OfType<LessonCell>()];
        LessonCell[] once = [.. known.Distinct()];
        return new CellChanges
        {
            Added = submitted.Count(cell => cell.Lesson is null),
            Deleted = [.. lesson.Cells.Except(once).Select(cell => cell.Id)],
            Duplicated = [.. known.GroupBy(cell => cell).Where(same => same.Count() > 1).Select(same => same.Key.Id)],
            LockedChanged = [.. submitted.Where(cell => cell.Lesson is { IsLocked: true } && !cell.IsUnchanged)
                .Select(cell => cell.Lesson!.Id).Distinct()],
            Reordered = !once.SequenceEqual(lesson.Cells.Where(once.Contains)),
        };
    }
}

/// <summary>A cell of a submission as it will run.</summary>
/// <param name="Number">Its number among those that run.</param>
/// <param name="Code">Its text.</param>
/// <param name="IsOwn">Whether the text is the course's own.</param>
/// <param name="Answers">The exercise whose answer it submits, or null.</param>
/// <param name="Place">How the student knows it: "code cell 12", counted among all code cells of her notebook; for one that the grader put
/// back, what it checks.</param>
internal sealed record PlannedCell(int Number, string Code, bool IsOwn, string? Answers, string Place);

/// <summary>A code cell as it was submitted.</summary>
/// <param name="Index">Its position among the code cells, from 0.</param>
/// <param name="Code">Its text.</param>
/// <param name="Lesson">The matching cell of the course; null for one that the student added.</param>
/// <param name="Place">The cell's name for the student.</param>
internal sealed record SubmittedCell(int Index, string Code, LessonCell? Lesson, string Place)
{
    /// <summary>Whether the text is the course's own, apart from line endings.</summary>
    public bool IsUnchanged =>
        Lesson is not null && Lines(Code) == Lines(Lesson.Code);

    // Nothing else that ends a line somewhere does so for the compiler, or it would be another program.
    private static string Lines(string code) =>
        code.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd(' ', '\t', '\n');
}
