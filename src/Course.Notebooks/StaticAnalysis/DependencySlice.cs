namespace Course.Notebooks.StaticAnalysis;

/// <summary>What depends on what among the units of a notebook's cells.</summary>
internal sealed class DependencySlice
{
    private const string Exercises = "Course.Exercises";

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
    /// Everything from which the answer that a cell hands in may be made: what it mentions, what that mentions, and, where one of these
    /// holds a value that can be changed, whatever else of the learner's mentions it. A unit by which a learner hands answers in herself
    /// belongs to every answer.
    /// </summary>
    public IReadOnlyCollection<CodeUnit> From(ReadCell answer)
    {
        var reached = new HashSet<CodeUnit>();
        var waiting = new Queue<CodeUnit>(
            answer.Units.Concat(cells.Where(cell => !cell.IsOwn).SelectMany(cell => cell.Units).Where(HandsIn)));
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
    /// The cells that must run: those from which the answers are made, and those of the learner that may change what lies outside the
    /// notebook; then all that these mention, and all that mention a value that one of these holds.
    /// </summary>
    public IReadOnlySet<ReadCell> Needed(IEnumerable<ReadCell> answers) =>
        With(answers.SelectMany(MadeFrom).Concat(cells.Where(cell => !cell.IsOwn && cell.Units.Any(SideEffects.MayHave))));

    /// <summary>The cells without which one answer cannot be had, whatever else goes on in the notebook.</summary>
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

    private static bool HandsIn(CodeUnit unit) => unit.Uses.Keys.Any(use => use.Type == Exercises);
}
