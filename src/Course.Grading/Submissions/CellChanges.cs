namespace Course.Grading.Submissions;

/// <summary>In what a submission's code cells differ from the course's, beyond the answers.</summary>
public sealed record CellChanges
{
    /// <summary>How many cells the student added.</summary>
    public int Added { get; init; }

    /// <summary>The course's cells that are not there; those that are locked were put back.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>The course's cells that are there more than once.</summary>
    public IReadOnlyList<string> Duplicated { get; init; } = [];

    /// <summary>Locked cells that were changed; the course's own text ran instead.</summary>
    public IReadOnlyList<string> LockedChanged { get; init; } = [];

    /// <summary>Whether the course's cells stand in another order.</summary>
    public bool Reordered { get; init; }

    internal static CellChanges Of(LessonNotebook lesson, IReadOnlyList<Handed> handed)
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
