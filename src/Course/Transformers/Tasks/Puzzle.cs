namespace Course.Transformers.Tasks;

/// <summary>Pieces of a text in disorder, to be put in order. Defined in lesson 12.</summary>
/// <param name="Pieces">The pieces as tokens. Those at the end that the order leaves out, if any, are known to be first or last; they
/// help, but are not placed.</param>
/// <param name="Start">What stands before the first piece: a token.</param>
/// <param name="Closing">What stands behind the last piece.</param>
/// <param name="Order">The solution: the number of the piece that comes next, one after another.</param>
public sealed record Puzzle(int[] Pieces, int Start, int Closing, int[] Order)
{
    /// <summary>The solution as tokens, with what stands before and behind it.</summary>
    public int[] Solution => [Start, .. Order.Select(piece => Pieces[piece]), Closing];

    /// <summary>Puts pieces into the order of the solution, and the alike among them into the order of their numbers.</summary>
    /// <param name="pieces">The pieces to place, in the right order.</param>
    /// <param name="others">Pieces that are known.</param>
    /// <param name="start">What stands before the first piece.</param>
    /// <param name="closing">What stands behind the last piece.</param>
    /// <param name="random">Brings them into disorder.</param>
    public static Puzzle Of(int[] pieces, int[] others, int start, int closing, Random random)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ArgumentNullException.ThrowIfNull(random);
        int[] heap = [.. pieces];
        random.Shuffle(heap);
        var left = new List<int>(Enumerable.Range(0, heap.Length));
        var order = new int[pieces.Length];
        for (int t = 0; t < pieces.Length; t++)
        {
            order[t] = left.First(piece => heap[piece] == pieces[t]);
            left.Remove(order[t]);
        }
        return new([.. heap, .. others], start, closing, order);
    }

    /// <summary>Whether an arrangement of the pieces reads as the solution does; alike pieces may change places.</summary>
    /// <param name="order">Numbers of pieces.</param>
    public bool IsSolvedBy(int[] order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Select(piece => Pieces[piece]).SequenceEqual(Order.Select(piece => Pieces[piece]));
    }

    /// <summary>The share of places that hold the right piece.</summary>
    /// <param name="order">Numbers of pieces.</param>
    public double ShareRight(int[] order) =>
        order.Zip(Order, (piece, right) => Pieces[piece] == Pieces[right] ? 1.0 : 0).DefaultIfEmpty(1).Average();

    /// <summary>The pieces that may come next: the unused ones, of alike ones the first.</summary>
    /// <param name="used">The pieces placed so far.</param>
    public IEnumerable<int> Next(int[] used) =>
        Enumerable.Range(0, Order.Length).Except(used).DistinctBy(piece => Pieces[piece]);

    /// <summary>A random arrangement.</summary>
    /// <param name="random">The random number generator.</param>
    public int[] Guess(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int[] order = [.. Enumerable.Range(0, Order.Length)];
        random.Shuffle(order);
        return order;
    }
}
