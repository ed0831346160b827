namespace Course.Go;

/// <summary>
/// Counts the positions in which every group has a liberty. J. Tromp and G. Farnebäck counted them for all boards up to 19 × 19 (Tromp
/// 2016). Defined in lesson 11.
/// </summary>
public static class LegalPositions
{
    /// <summary>
    /// Counts by trying all 3^(size²) positions, a point at a time, and dropping those at once in which a group has no liberty left.
    /// </summary>
    /// <param name="size">1 to 4; 4 × 4 has 43 million positions to try.</param>
    public static long Count(int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 4);
        var grid = Grid.Of(size);
        return Count(grid, 0, 0, 0);
    }

    private static long Count(Grid grid, int point, ulong black, ulong white)
    {
        if (point == grid.Points) return 1;
        // The points not decided yet may still become liberties.
        ulong bit = grid.BitOf[point], later = grid.Full & ~(bit | (bit - 1));
        long count = Count(grid, point + 1, black, white);
        if (AllBreathe(grid, black | bit, white, later)) count += Count(grid, point + 1, black | bit, white);
        if (AllBreathe(grid, white | bit, black, later)) count += Count(grid, point + 1, black, white | bit);
        return count;
    }

    /// <summary>Whether every group of either colour touches a point that is empty or not decided.</summary>
    private static bool AllBreathe(Grid grid, ulong black, ulong white, ulong later)
    {
        ulong empty = grid.Full & ~(black | white) | later;
        ulong breathing = grid.Beside(empty);
        return grid.Flood(breathing & black, black) == black && grid.Flood(breathing & white, white) == white;
    }
}
