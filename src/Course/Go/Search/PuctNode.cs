namespace Course.Go.Search;

/// <summary>
/// One position in the tree of <see cref="Puct"/>, with what is known of each legal move. Arrays have one entry a move, in the order of
/// <see cref="Moves"/>. Defined in lesson 11.
/// </summary>
public sealed class PuctNode
{
    private readonly int[] moves;
    private double total;

    internal PuctNode(SmallBoard board, bool lastWasPass, bool isOver, float value, int[] moves, float[] priors)
    {
        (Board, LastWasPass, IsOver, Value, this.moves, Priors) = (board, lastWasPass, isOver, value, moves, priors);
        (Visits, Totals, Children) = (new int[moves.Length], new double[moves.Length], new PuctNode?[moves.Length]);
    }

    /// <summary>The board, seen by the player whose turn it is.</summary>
    public SmallBoard Board { get; }

    /// <summary>Whether the last move was a pass.</summary>
    public bool LastWasPass { get; }

    /// <summary>Whether the last two moves were passes; then <see cref="Value"/> is the result.</summary>
    public bool IsOver { get; }

    /// <summary>The evaluator's judgement of this position for the player whose turn it is, −1 to 1.</summary>
    public float Value { get; }

    /// <summary>The legal moves: points or <see cref="Vertex.Pass"/>.</summary>
    public IReadOnlyList<int> Moves => moves;

    /// <summary>The prior probability of each move, by the policy.</summary>
    public float[] Priors { get; }

    /// <summary>How many simulations took each move.</summary>
    public int[] Visits { get; }

    /// <summary>The sum of the results of these simulations for the player whose turn it is here.</summary>
    public double[] Totals { get; }

    /// <summary>The positions after the moves; null for a move that has not been evaluated.</summary>
    public PuctNode?[] Children { get; }

    /// <summary>How many simulations went on from here.</summary>
    public int TotalVisits { get; private set; }

    /// <summary>The mean result for the player whose turn it is, this position's own judgement included.</summary>
    public double Mean => (Value + total) / (1 + TotalVisits);

    /// <summary>The mean result of a move, for the player whose turn it is here.</summary>
    /// <param name="index">The move's place in <see cref="Moves"/>.</param>
    public double MeanOf(int index) => Visits[index] == 0 ? 0 : Totals[index] / Visits[index];

    /// <summary>The place in <see cref="Moves"/> of the move that was tried most often.</summary>
    public int MostVisited => Array.IndexOf(Visits, Visits.Max());

    internal int MoveAt(int index) => moves[index];

    /// <summary>Counts a visit whose result is not known yet as lost, so that another thread looks elsewhere.</summary>
    internal void Enter(int index)
    {
        Visits[index]++;
        TotalVisits++;
        Add(index, -1);
    }

    /// <summary>Puts the result in place of the loss.</summary>
    internal void Leave(int index, double result) => Add(index, result + 1);

    private void Add(int index, double result)
    {
        Totals[index] += result;
        total += result;
    }
}
