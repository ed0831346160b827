namespace Course.Go.Search;

/// <summary>A game of two players who take turns and see everything: what a search needs to know of it. Defined in lesson 11.</summary>
/// <typeparam name="TSelf">The game's own type, one position of it.</typeparam>
public interface ITurnGame<TSelf>
    where TSelf : ITurnGame<TSelf>
{
    /// <summary>Whether the game has ended.</summary>
    bool IsOver { get; }

    /// <summary>The result of an ended game for the player whose turn it would be: 1 a win, 0 a draw, −1 a loss.</summary>
    double Result { get; }

    /// <summary>The moves that the player whose turn it is may make.</summary>
    IReadOnlyList<int> Moves { get; }

    /// <summary>The position after a move.</summary>
    TSelf Play(int move);

    /// <summary>Plays at random to the end.</summary>
    /// <param name="random">Chooses the moves.</param>
    /// <returns>The result for the player whose turn it is now: 1, 0 or −1.</returns>
    double Playout(Random random);
}
