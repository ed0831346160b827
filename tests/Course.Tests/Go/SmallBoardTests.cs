using Course.Go;

namespace Course.Tests.Go;

public sealed class SmallBoardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void The_fast_board_equals_the_readable_one_in_random_games(int size)
    {
        var random = new Random(size);
        for (int number = 0; number < 30; number++)
        {
            var readable = new GoGame(size);
            var fast = new SmallGame(size);
            while (!fast.IsOver && fast.Moves.Count < 150)
            {
                int[] legal = readable.LegalPoints(readable.Next);
                Assert.Equal(legal, fast.LegalPoints());
                int move = legal.Length == 0 || random.Next(40) == 0 ? Vertex.Pass : legal[random.Next(legal.Length)];
                Assert.True(readable.TryPlay(move));
                Assert.True(fast.TryPlay(move));
                Assert.Equal(readable.Board.Key, fast.Board.ToBoard().Key);
                Assert.Equal(readable.Score, fast.Score);
                Assert.Equal(readable.Next, fast.Board.Next);
            }
            Assert.Equal(readable.IsOver, fast.IsOver);
        }
    }

    [Fact]
    public void A_board_of_bits_has_1_to_7_rows() => Assert.Throws<ArgumentOutOfRangeException>(() => new SmallBoard(8));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 57)]
    [InlineData(3, 12_675)]
    [InlineData(4, 24_318_165)]
    public void As_many_positions_are_legal_as_Tromp_and_Farneback_counted(int size, long count) =>
        Assert.Equal(count, LegalPositions.Count(size));

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void A_playout_ends_where_only_eyes_are_left(int size)
    {
        var random = new SplitMixRandom(1);
        int ended = 0;
        for (int game = 0; game < 200; game++)
        {
            SmallBoard end = Playout.Run(new SmallBoard(size), random);
            (int black, int white) = end.ToBoard().Area();
            Assert.Equal(black - white, end.Area());
            if (black + white >= size * size - 3) ended++;
        }
        Assert.InRange(ended, 190, 200);
    }

    [Fact]
    public void Playouts_give_dead_stones_to_the_other_side()
    {
        SmallBoard board = new(5);
        // Black holds the middle; White's stone in the corner is dead.
        foreach (string move in (string[])["B3", "A1", "C3", "pass", "D3", "pass", "B2", "pass", "D2", "pass", "C4", "pass"])
            Assert.True(board.TryPlay(Vertex.Parse(move, 5), out board));
        double[] owner = Playout.Ownership(board, 200, new SplitMixRandom(1));

        Assert.InRange(owner[0], 0.8, 1);
        Assert.All(owner, one => Assert.InRange(one, -1 - 1e-9, 1 + 1e-9));
    }

    [Fact]
    public void A_source_of_random_numbers_continues_from_its_state()
    {
        var first = new SplitMixRandom(7);
        first.NextDouble();
        var second = new SplitMixRandom(0) { State = first.State };

        Assert.Equal(first.Next(1000), second.Next(1000));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(first.Next(3, 9), 3, 8));
        double[] drawn = [.. Enumerable.Range(0, 10_000).Select(_ => first.NextDouble())];
        Assert.InRange(drawn.Average(), 0.49, 0.51);
    }
}
