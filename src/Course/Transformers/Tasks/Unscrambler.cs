using static TorchSharp.torch;

namespace Course.Transformers.Tasks;

/// <summary>Solves puzzles with a <see cref="PointerTransformer"/>. Defined in lesson 12.</summary>
/// <param name="model">The model.</param>
public sealed class Unscrambler(PointerTransformer model)
{
    /// <summary>
    /// The loss on some puzzles: how unlikely the model finds each next piece, if it is told the pieces before. Alike pieces are all right.
    /// </summary>
    /// <param name="puzzles">The puzzles.</param>
    /// <returns>The mean over all places, one number, in nats.</returns>
    public Tensor Loss(IReadOnlyList<Puzzle> puzzles)
    {
        ArgumentNullException.ThrowIfNull(puzzles);
        int[][] orders = [.. puzzles.Select(puzzle => puzzle.Order)];
        int longest = orders.Max(order => order.Length), most = puzzles.Max(puzzle => puzzle.Pieces.Length);
        bool[] allowed = new bool[puzzles.Count * longest * most], right = new bool[allowed.Length];
        int places = 0;
        for (int n = 0; n < puzzles.Count; n++)
        {
            (int[] order, int[] pieces) = (orders[n], puzzles[n].Pieces);
            for (int t = 0; t < longest; t++)
            {
                int row = (n * longest + t) * most;
                // Behind the last place anything goes, and everything is right: that adds nothing to the loss.
                if (t >= order.Length) (allowed[row], right[row]) = (true, true);
                for (int later = t; later < order.Length; later++)
                {
                    allowed[row + order[later]] = true;
                    right[row + order[later]] = pieces[order[later]] == pieces[order[t]];
                }
            }
            places += order.Length;
        }
        Tensor may = tensor(allowed).reshape(puzzles.Count, longest, most).clone(), shall = tensor(right).reshape(may.shape).clone();
        Tensor previous = SequencePairs.Padded([.. puzzles.Select(puzzle => puzzle.Solution[..^2])]);
        Tensor logits = model.call(SequencePairs.Padded([.. puzzles.Select(puzzle => puzzle.Pieces)]), previous, may);
        Tensor wanted = logits.masked_fill(shall.logical_not(), double.NegativeInfinity);
        return (logits.logsumexp(-1) - wanted.logsumexp(-1)).sum() / places;
    }

    /// <summary>Solves many puzzles by pointing at the likeliest piece, always.</summary>
    /// <param name="puzzles">The puzzles.</param>
    /// <returns>For each the numbers of its pieces, in order.</returns>
    public int[][] Greedy(IReadOnlyList<Puzzle> puzzles)
    {
        ArgumentNullException.ThrowIfNull(puzzles);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.eval();
        Tensor pieces = SequencePairs.Padded([.. puzzles.Select(puzzle => puzzle.Pieces)]);
        Tensor memory = model.Encode(pieces), isPiece = Transformer.IsToken(pieces);
        int[][] orders = [.. puzzles.Select(_ => Array.Empty<int>())];
        for (int t = 0; t < puzzles.Max(puzzle => puzzle.Order.Length); t++)
        {
            float[][] logP = LogP(memory, isPiece, puzzles, orders);
            for (int n = 0; n < orders.Length; n++)
            {
                if (t < puzzles[n].Order.Length) orders[n] = [.. orders[n], Array.IndexOf(logP[n], logP[n].Max())];
            }
        }
        return orders;
    }

    /// <summary>Solves a puzzle by beam search.</summary>
    /// <param name="puzzle">The puzzle.</param>
    /// <param name="width">The width of the beam.</param>
    /// <returns>The numbers of its pieces, in order.</returns>
    public int[] Beam(Puzzle puzzle, int width = 10)
    {
        ArgumentNullException.ThrowIfNull(puzzle);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.eval();
        Tensor pieces = SequencePairs.Padded([puzzle.Pieces]), memory = model.Encode(pieces), isPiece = Transformer.IsToken(pieces);
        return new BeamSearch(
            used => LogP(memory.expand(used.Count, -1, -1), isPiece, [.. used.Select(_ => puzzle)], used), end: null, puzzle.Order.Length)
            .Beam(width, alpha: 0)[0].Tokens;
    }

    /// <summary>
    /// The logarithm of the probability of each piece as the next. Alike pieces count together, for the first of them, so that a beam does
    /// not hold the same text twice.
    /// </summary>
    private float[][] LogP(Tensor memory, Tensor isPiece, IReadOnlyList<Puzzle> puzzles, IReadOnlyList<int[]> used)
    {
        using var scope = NewDisposeScope();
        int steps = used.Max(order => order.Length) + 1;
        long most = memory.shape[1];
        bool[] allowed = new bool[puzzles.Count * most];
        for (int n = 0; n < puzzles.Count; n++)
        {
            for (int piece = 0; piece < puzzles[n].Order.Length; piece++) allowed[n * most + piece] = !used[n].Contains(piece);
        }
        Tensor previous = SequencePairs.Padded([.. puzzles.Select((puzzle, n) =>
            (int[])[puzzle.Start, .. used[n].Select(piece => puzzle.Pieces[piece])])]);
        Tensor may = tensor(allowed).reshape(puzzles.Count, 1, most).clone();
        float[] scores = [.. model.Point(memory, isPiece, previous, may).select(1, steps - 1).softmax(-1).data<float>()];
        return [.. puzzles.Select((puzzle, n) =>
        {
            float[] p = scores[(int)(n * most)..(int)((n + 1) * most)], logP = new float[puzzle.Order.Length];
            Array.Fill(logP, float.NegativeInfinity);
            foreach (int piece in puzzle.Next(used[n]))
            {
                float together = Enumerable.Range(0, logP.Length).Except(used[n])
                    .Where(other => puzzle.Pieces[other] == puzzle.Pieces[piece]).Sum(other => p[other]);
                logP[piece] = MathF.Log(together);
            }
            return logP;
        })];
    }
}
