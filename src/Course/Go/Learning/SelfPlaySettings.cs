namespace Course.Go.Learning;

/// <summary>How a network learns Go from games against itself. Defined in lesson 11.</summary>
public sealed record SelfPlaySettings
{
    /// <summary>Rows and columns of the board.</summary>
    public int Size { get; init; } = 5;

    /// <summary>Games in all; the learning rate falls to 0 over them, along a cosine.</summary>
    public int Games { get; init; } = 20_000;

    /// <summary>Games between two rounds of training.</summary>
    public int GamesPerRound { get; init; } = 50;

    /// <summary>Visits of the root before each move, those kept from the move before included.</summary>
    public int Simulations { get; init; } = 150;

    /// <summary>For how many moves the move is drawn in proportion to its visits; later, the most visited one is played.</summary>
    public int OpeningMoves { get; init; } = 8;

    /// <summary>The komi of six games in ten; the others have a random one, so that close games come up whoever is stronger.</summary>
    public double Komi { get; init; } = 7.5;

    /// <summary>Positions kept for training.</summary>
    public int Buffer { get; init; } = 60_000;

    /// <summary>Positions per step of training.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>How often each position is used, on average.</summary>
    public int Uses { get; init; } = 6;

    /// <summary>The learning rate at the start.</summary>
    public double Rate { get; init; } = 2e-3;

    /// <summary>Weight decay.</summary>
    public double Decay { get; init; } = 1e-4;

    /// <summary>Where all random numbers start.</summary>
    public int Seed { get; init; } = 1;
}
