using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Course.Go;

/// <summary>
/// Random games to the end. Both sides place stones at random and fill none of their own eyes; a player without such a move passes. Then
/// every empty point is an eye, and the area is the result. Defined in lesson 11.
/// </summary>
public static class Playout
{
    /// <summary>Plays a random game to its end.</summary>
    /// <param name="board">Where it starts.</param>
    /// <param name="random">Chooses the moves.</param>
    /// <returns>The final board.</returns>
    public static SmallBoard Run(SmallBoard board, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        // Ko fights can go round in circles, because playouts do not look back: most games end long before this.
        int most = 4 * board.Points;
        for (int move = 0, passes = 0; passes < 2 && move < most; move++)
        {
            if (TryMove(board, random, out SmallBoard after))
            {
                (board, passes) = (after, 0);
            }
            else
            {
                passes++;
                board.TryPlay(Vertex.Pass, out board);
            }
        }
        return board;
    }

    /// <summary>The share of random games at whose end each point belongs to Black, minus the share in which it is White's.</summary>
    /// <param name="board">Where the games start.</param>
    /// <param name="games">How many.</param>
    /// <param name="random">Chooses the moves.</param>
    /// <returns>One number from −1 to 1 for each point.</returns>
    public static double[] Ownership(SmallBoard board, int games, Random random)
    {
        double[] owner = new double[board.Points];
        for (int game = 0; game < games; game++)
        {
            SmallBoard end = Run(board, random);
            (ulong black, ulong white) = end.Grid.Area(end.Black, end.White);
            for (int point = 0; point < owner.Length; point++)
            {
                ulong bit = end.Grid.BitOf[point];
                if ((black & bit) != 0) owner[point] += 1.0 / games;
                if ((white & bit) != 0) owner[point] -= 1.0 / games;
            }
        }
        return owner;
    }

    private static bool TryMove(in SmallBoard board, Random random, out SmallBoard after)
    {
        ulong open = board.Empty & ~board.Ko & ~board.Grid.Eyes(board.Own, board.Opponent);
        while (open != 0)
        {
            ulong bit = Nth(open, random.Next(BitOperations.PopCount(open)));
            if (board.TryPlace(bit, out after)) return true;
            open &= ~bit;
        }
        after = default;
        return false;
    }

    /// <summary>The n-th bit of a set, counted from 0.</summary>
    private static ulong Nth(ulong set, int n)
    {
        if (Bmi2.X64.IsSupported) return Bmi2.X64.ParallelBitDeposit(1UL << n, set);
        for (; n > 0; n--) set &= set - 1;
        return set & (~set + 1);
    }
}
