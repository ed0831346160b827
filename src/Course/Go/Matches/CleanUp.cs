namespace Course.Go.Matches;

/// <summary>
/// Before a player passes, the opponent's dead stones are to be captured: at the end all stones on the board count as alive. Defined in
/// lesson 11.
/// </summary>
internal static class CleanUp
{
    /// <summary>How much worse than the pass a move may look that is made to clean up.</summary>
    internal const double Price = 0.2;

    private const int Games = 100;
    private const double Sure = 0.7;

    /// <summary>Whether stones of the opponent stand on points that random games nearly always give to the player to move.</summary>
    internal static bool IsNeeded(SmallGame game, Random random)
    {
        SmallBoard board = game.Board;
        double sign = board.Next == Stone.Black ? 1 : -1;
        double[] owner = Playout.Ownership(board, Games, random);
        return Enumerable.Range(0, board.Points).Any(point => board[point] == board.Next.Opponent() && sign * owner[point] > Sure);
    }
}
