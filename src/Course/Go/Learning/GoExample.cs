namespace Course.Go.Learning;

/// <summary>One position of a game of self-play, with what the network is to learn of it. Defined in lesson 11.</summary>
/// <param name="Board">The board, seen by the player whose turn it was.</param>
/// <param name="LastWasPass">Whether the opponent had just passed.</param>
/// <param name="Komi">Points given to White.</param>
/// <param name="Policy">The share of the search's visits for each point and, last, for the pass.</param>
/// <param name="Result">How the game ended for that player: 1 won, −1 lost.</param>
public sealed record GoExample(SmallBoard Board, bool LastWasPass, double Komi, float[] Policy, float Result)
{
    internal void Save(BinaryWriter writer)
    {
        writer.Write(Board.Own);
        writer.Write(Board.Opponent);
        writer.Write(Board.Ko);
        writer.Write((byte)Board.Next);
        writer.Write(LastWasPass);
        writer.Write(Komi);
        foreach (float share in Policy) writer.Write(share);
        writer.Write(Result);
    }

    internal static GoExample Load(BinaryReader reader, int size)
    {
        var grid = Grid.Of(size);
        SmallBoard board = new(grid, reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), (Stone)reader.ReadByte());
        bool pass = reader.ReadBoolean();
        double komi = reader.ReadDouble();
        float[] policy = new float[grid.Points + 1];
        for (int move = 0; move < policy.Length; move++) policy[move] = reader.ReadSingle();
        return new(board, pass, komi, policy, reader.ReadSingle());
    }
}

/// <summary>The latest positions of self-play; new ones replace the oldest. Defined in lesson 11.</summary>
/// <param name="capacity">How many are kept.</param>
public sealed class ReplayBuffer(int capacity)
{
    private readonly List<GoExample> examples = [];
    private int oldest;

    /// <summary>How many positions there are.</summary>
    public int Count => examples.Count;

    /// <summary>Adds a position.</summary>
    public void Add(GoExample example)
    {
        if (examples.Count < capacity)
        {
            examples.Add(example);
            return;
        }
        examples[oldest] = example;
        oldest = (oldest + 1) % capacity;
    }

    /// <summary>A position by chance.</summary>
    public GoExample Draw(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return examples[random.Next(examples.Count)];
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write(oldest);
        writer.Write(examples.Count);
        foreach (GoExample example in examples) example.Save(writer);
    }

    internal void Load(BinaryReader reader, int size)
    {
        oldest = reader.ReadInt32();
        examples.Clear();
        for (int left = reader.ReadInt32(); left > 0; left--) examples.Add(GoExample.Load(reader, size));
    }
}
