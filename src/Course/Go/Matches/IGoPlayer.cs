namespace Course.Go.Matches;

/// <summary>Somebody who plays Go on small boards. Defined in lesson 11.</summary>
public interface IGoPlayer
{
    /// <summary>The player's name, with the settings that matter.</summary>
    string Name { get; }

    /// <summary>Chooses a move for whoever's turn it is.</summary>
    /// <param name="game">The game so far; it is not over.</param>
    /// <returns>A legal point, <see cref="Vertex.Pass"/>, or null to resign.</returns>
    int? Choose(SmallGame game);
}
