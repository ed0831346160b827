namespace Course.Notebooks.StaticAnalysis;

/// <summary>The dependencies among the units of a notebook's cells.</summary>
internal sealed class DependencySlice
{
    private readonly IReadOnlyList<ReadCell> cells;
    private readonly Dictionary<CodeUnit, List<CodeUnit>> mentionedBy = [];

    public DependencySlice(IReadOnlyList<ReadCell> cells)
    {
        this.cells = cells;
        foreach (CodeUnit unit in cells.SelectMany(cell => cell.Units))
        {
            foreach (CodeUnit mentioned in unit.Mentions)
            {
                if (!mentionedBy.TryGetValue(mentioned, out List<CodeUnit>? by))
                    mentionedBy[mentioned] = by = [];
                by.Add(unit);
            }
        }
    }

    /// <summary>
    /// Everything that may contribute to the answer that a cell submits: what it mentions, what that mentions, and so on. If one of these
    /// holds a value that can be changed, the learner's other units that mention it are included.
    /// </summary>
    public IReadOnlyCollection<CodeUnit> From(ReadCell answer)
    {
        var reached = new HashSet<CodeUnit>();
        var waiting = new Queue<CodeUnit>(answer.Units);
        while (waiting.TryDequeue(out CodeUnit? unit))
        {
            if (!reached.Add(unit))
                continue;
            foreach (CodeUnit mentioned in unit.Mentions)
                waiting.Enqueue(mentioned);
            foreach (CodeUnit changing in unit.HoldsState ? mentionedBy.GetValueOrDefault(unit, []) : [])
            {
                if (!changing.Cell.IsOwn)
                    waiting.Enqueue(changing);
            }
        }

        return reached;
    }

    /// <summary>
    /// The cells that must run: those that the answers depend on, and the learner's cells that may change things outside the notebook; then
    /// everything that these mention, and everything that mentions a value that one of these holds.
    /// </summary>
    public IReadOnlySet<ReadCell> Needed(IEnumerable<ReadCell> answers) =>
        With(answers.SelectMany(MadeFrom).Concat(cells.Where(cell => !cell.IsOwn && cell.Units.Any(SideEffects.MayHave))));

    /// <summary>The cells without which one answer cannot be obtained, whatever else happens in the notebook.</summary>
    public IReadOnlySet<ReadCell> Least(ReadCell answer) => With(MadeFrom(answer));

    private IEnumerable<ReadCell> MadeFrom(ReadCell answer) => From(answer).Select(unit => unit.Cell).Append(answer);

    private HashSet<ReadCell> With(IEnumerable<ReadCell> cells)
    {
        var all = new HashSet<ReadCell>();
        var waiting = new Queue<ReadCell>(this.cells.Where(cell => cell.OpensNames).Concat(cells));
        while (waiting.TryDequeue(out ReadCell? cell))
        {
            if (cell.Problem is not null || !all.Add(cell))
                continue;
            foreach (CodeUnit unit in cell.Units)
            {
                foreach (CodeUnit mentioned in unit.Mentions)
                    waiting.Enqueue(mentioned.Cell);
                foreach (CodeUnit by in unit.HoldsState ? mentionedBy.GetValueOrDefault(unit, []) : [])
                    waiting.Enqueue(by.Cell);
            }
        }

        return all;
    }
}
