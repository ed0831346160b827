using System.Numerics;

namespace Course.Go.Learning;

/// <summary>
/// What the network sees of a position: eight planes with one number a point, seen by the player to move. They are its stones, the
/// opponent's, its stones in atari (one liberty left), the opponent's in atari, the point forbidden by ko, whether the opponent has just
/// passed, the komi it receives (negative for Black) as a share of the board, and ones, which show where the board ends. Defined in
/// lesson 11.
/// </summary>
public static class BoardPlanes
{
    /// <summary>How many planes there are.</summary>
    public const int Count = 8;

    /// <summary>The planes as the TorchSharp network takes them.</summary>
    /// <returns>Plane by plane, point by point: 8 × points numbers.</returns>
    public static float[] Of(in SmallBoard board, bool lastWasPass, double komi)
    {
        float[] planes = new float[Count * board.Points];
        Write(board, lastWasPass, komi, planes, [.. Enumerable.Range(0, board.Points)], board.Points);
        return planes;
    }

    /// <summary>Writes the planes in another order.</summary>
    /// <param name="board">The board.</param>
    /// <param name="lastWasPass">Whether the opponent has just passed.</param>
    /// <param name="komi">Points given to White.</param>
    /// <param name="target">Receives the numbers; 0 is not written.</param>
    /// <param name="placeOf">Where the first plane's number of each point goes.</param>
    /// <param name="stride">How far each plane is from the one before.</param>
    internal static void Write(
        in SmallBoard board, bool lastWasPass, double komi, Span<float> target, ReadOnlySpan<int> placeOf, int stride)
    {
        Grid grid = board.Grid;
        ulong empty = board.Empty;
        Mark(board.Own, 0, 1, target, placeOf, stride, grid);
        Mark(board.Opponent, 1, 1, target, placeOf, stride, grid);
        Mark(InAtari(board.Own, empty, grid), 2, 1, target, placeOf, stride, grid);
        Mark(InAtari(board.Opponent, empty, grid), 3, 1, target, placeOf, stride, grid);
        Mark(board.Ko, 4, 1, target, placeOf, stride, grid);
        if (lastWasPass) Mark(grid.Full, 5, 1, target, placeOf, stride, grid);
        double received = board.Next == Stone.White ? komi : -komi;
        Mark(grid.Full, 6, (float)(received / grid.Points), target, placeOf, stride, grid);
        Mark(grid.Full, 7, 1, target, placeOf, stride, grid);
    }

    private static void Mark(ulong set, int plane, float value, Span<float> target, ReadOnlySpan<int> placeOf, int stride, Grid grid)
    {
        for (; set != 0; set &= set - 1) target[placeOf[grid.Point(set)] + plane * stride] = value;
    }

    private static ulong InAtari(ulong stones, ulong empty, Grid grid)
    {
        ulong atari = 0;
        while (stones != 0)
        {
            ulong group = grid.Flood(stones & (~stones + 1), stones);
            stones &= ~group;
            if (BitOperations.PopCount(grid.Beside(group) & empty) == 1) atari |= group;
        }
        return atari;
    }
}
