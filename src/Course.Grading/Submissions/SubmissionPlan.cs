using System.Globalization;
using Course.Notebooks.Documents;

namespace Course.Grading.Submissions;

/// <summary>
/// What of a submission will run: the student's cells in her order, the opening cell and all locked cells as the course has them.
/// </summary>
internal sealed class SubmissionPlan
{
    private SubmissionPlan(IReadOnlyList<PlannedCell> cells, CellChanges changes) => (Cells, Changes) = (cells, changes);

    /// <summary>The cells, in order; the first is the course's opening cell.</summary>
    public IReadOnlyList<PlannedCell> Cells { get; }

    /// <summary>In what the submission's cells differ from the course's.</summary>
    public CellChanges Changes { get; }

    public static SubmissionPlan Of(LessonNotebook lesson, NotebookDocument submitted)
    {
        Handed[] handed = Recognise(lesson, submitted);
        var order = new List<(Handed? Cell, LessonCell? Locked)>();
        foreach (Handed cell in handed)
        {
            // A locked cell comes from the course; an opening cell that was changed runs as well, for the using directives in it.
            if (cell.Lesson is not { IsLocked: true } || (cell.Lesson == lesson.Opening && !cell.IsUnchanged))
                order.Add((cell, null));
        }

        // Backwards, so that of two locked cells with one place the first comes first.
        foreach (LessonCell locked in lesson.Cells.Where(cell => cell.IsLocked && cell != lesson.Opening).Reverse())
            order.Insert(PlaceOf(locked, lesson, handed, order), (null, locked));
        order.Insert(0, (null, lesson.Opening));

        return new SubmissionPlan(
            [.. order.Select((entry, index) => entry.Locked is { } locked
                ? new PlannedCell(index + 1, locked.CodeToRun, true, locked.Answers, locked.Answers is null
                ? $"the course's cell {locked.Id}" : $"the check of {locked.Answers}")
                : new PlannedCell(index + 1, entry.Cell!.Code, entry.Cell.IsUnchanged, null, entry.Cell.Place))],
            ChangesOf(lesson, handed));
    }

    /// <summary>Which of the course's cells each cell is: by id, else by nbgrader's name.</summary>
    private static Handed[] Recognise(LessonNotebook lesson, NotebookDocument submitted)
    {
        ILookup<string, LessonCell> byId = lesson.Cells.ToLookup(cell => cell.Id);
        ILookup<string, LessonCell> byGradeId = lesson.Cells.Where(cell => cell.GradeId is not null).ToLookup(cell => cell.GradeId!);
        return
        [
            .. submitted.Cells.OfType<CodeCell>().Select((cell, index) => new Handed(
                index,
                cell.Source,
                byId[cell.Id ?? ""].FirstOrDefault() ?? byGradeId[LessonNotebook.GradeId(cell) ?? ""].FirstOrDefault(),
                string.Create(CultureInfo.InvariantCulture, $"code cell {index + 1}"))),
        ];
    }

    /// <summary>
    /// Behind the student's own copy and behind the cell of the answer; where she deleted both, behind what precedes it in the course, else
    /// at the end.
    /// </summary>
    private static int PlaceOf(LessonCell locked, LessonNotebook lesson, Handed[] handed, List<(Handed? Cell, LessonCell? Locked)> order)
    {
        int copy = Array.FindIndex(handed, cell => cell.Lesson == locked);
        int answer = locked.SolutionId is null ? -1 : Array.FindIndex(handed, cell => cell.Lesson?.Id == locked.SolutionId);
        int behind = Math.Max(copy, answer);
        if (behind < 0 && locked.Answers is null)
        {
            int own = lesson.Cells.ToList().IndexOf(locked);
            behind = Array.FindLastIndex(handed, cell => cell.Lesson is not null && lesson.Cells.ToList().IndexOf(cell.Lesson) < own);
        }

        if (behind < 0)
            return order.Count;
        int next = order.FindIndex(entry => entry.Cell is { } cell && cell.Index > behind);
        return next < 0 ? order.Count : next;
    }

    private static CellChanges ChangesOf(LessonNotebook lesson, Handed[] handed)
    {
        LessonCell[] known = [.. handed.Select(cell => cell.Lesson).OfType<LessonCell>()];
        LessonCell[] once = [.. known.Distinct()];
        return new CellChanges
        {
            Added = handed.Count(cell => cell.Lesson is null),
            Deleted = [.. lesson.Cells.Except(once).Select(cell => cell.Id)],
            Duplicated = [.. known.GroupBy(cell => cell).Where(same => same.Count() > 1).Select(same => same.Key.Id)],
            LockedChanged = [.. handed.Where(cell => cell.Lesson is { IsLocked: true } && !cell.IsUnchanged).Select(cell => cell.Lesson!.Id)
                .Distinct()],
            Reordered = !once.SequenceEqual(lesson.Cells.Where(once.Contains)),
        };
    }
}
