namespace Course.Notebooks.Studying;

/// <summary>What depends on what among the pieces of a notebook's cells.</summary>
internal sealed class Reach
{
    private const string Exercises = "Course.Exercises";

    private readonly IReadOnlyList<ReadCell> _cells;
    private readonly Dictionary<Piece, List<Piece>> _mentionedBy = [];

    public Reach(IReadOnlyList<ReadCell> cells)
    {
        _cells = cells;
        foreach (Piece piece in cells.SelectMany(cell => cell.Pieces))
        {
            foreach (Piece mentioned in piece.Mentions)
            {
                if (!_mentionedBy.TryGetValue(mentioned, out List<Piece>? by))
                    _mentionedBy[mentioned] = by = [];
                by.Add(piece);
            }
        }
    }

    /// <summary>
    /// Everything from which the answer that a cell hands in may be made: what it mentions, what that mentions, and, where one of these holds a value that can be changed, whatever else of
    /// the learner's mentions it. A piece by which a learner hands answers in herself belongs to every answer.
    /// </summary>
    public IReadOnlyCollection<Piece> From(ReadCell answer)
    {
        var reached = new HashSet<Piece>();
        var waiting = new Queue<Piece>(answer.Pieces.Concat(_cells.Where(cell => !cell.IsOwn).SelectMany(cell => cell.Pieces).Where(HandsIn)));
        while (waiting.TryDequeue(out Piece? piece))
        {
            if (!reached.Add(piece))
                continue;
            foreach (Piece mentioned in piece.Mentions)
                waiting.Enqueue(mentioned);
            foreach (Piece changing in piece.HoldsState ? _mentionedBy.GetValueOrDefault(piece, []) : [])
            {
                if (!changing.Cell.IsOwn)
                    waiting.Enqueue(changing);
            }
        }

        return reached;
    }

    /// <summary>
    /// The cells that must run: those from which the answers are made, and those of the learner that may change what lies outside the notebook; then all that
    /// these mention, and all that mention a value that one of these holds.
    /// </summary>
    public IReadOnlySet<ReadCell> Needed(IEnumerable<ReadCell> answers) =>
        With(answers.SelectMany(MadeFrom).Concat(_cells.Where(cell => !cell.IsOwn && cell.Pieces.Any(Surroundings.MayChange))));

    /// <summary>The cells without which one answer cannot be had, whatever else goes on in the notebook.</summary>
    public IReadOnlySet<ReadCell> Least(ReadCell answer) => With(MadeFrom(answer));

    private IEnumerable<ReadCell> MadeFrom(ReadCell answer) => From(answer).Select(piece => piece.Cell).Append(answer);

    private HashSet<ReadCell> With(IEnumerable<ReadCell> cells)
    {
        var all = new HashSet<ReadCell>();
        var waiting = new Queue<ReadCell>(_cells.Where(cell => cell.OpensNames).Concat(cells));
        while (waiting.TryDequeue(out ReadCell? cell))
        {
            if (cell.Problem is not null || !all.Add(cell))
                continue;
            foreach (Piece piece in cell.Pieces)
            {
                foreach (Piece mentioned in piece.Mentions)
                    waiting.Enqueue(mentioned.Cell);
                foreach (Piece by in piece.HoldsState ? _mentionedBy.GetValueOrDefault(piece, []) : [])
                    waiting.Enqueue(by.Cell);
            }
        }

        return all;
    }

    private static bool HandsIn(Piece piece) => piece.Uses.Keys.Any(use => use.Type == Exercises);
}
