using Course.Go;

namespace Course.Tests.Go;

public sealed class GoGameTests
{
    private static GoGame Played(int size, string moves)
    {
        var game = new GoGame(size);
        foreach (string move in moves.Split(' ')) Assert.True(game.TryPlay(Vertex.Parse(move, size)), move);
        return game;
    }

    [Fact]
    public void A_ko_may_not_be_retaken_at_once_but_after_a_move_elsewhere()
    {
        GoGame game = Played(5, "B3 C3 A2 D2 B1 C1 pass B2 C2");

        Assert.Equal(Stone.Empty, game.Board[Vertex.Parse("B2", 5)]);
        Assert.False(game.IsLegal(Vertex.Parse("B2", 5), Stone.White));
        Assert.True(game.TryPlay(Vertex.Parse("E5", 5)));
        Assert.True(game.TryPlay(Vertex.Parse("A5", 5)));
        Assert.True(game.TryPlay(Vertex.Parse("B2", 5)));
    }

    [Fact]
    public void Two_passes_end_a_game_and_the_area_decides()
    {
        GoGame game = Played(5, "C3 pass pass");

        Assert.True(game.IsOver);
        Assert.Equal(25 - 7.5, game.Score);
    }

    [Fact]
    public void A_move_taken_back_leaves_no_trace()
    {
        GoGame game = Played(5, "B3 C3 A2 D2 B1 C1 pass B2 C2");

        Assert.True(game.TryUndo());
        Assert.Equal(Stone.Black, game.Next);
        Assert.Equal(8, game.Moves.Count);
        Assert.True(game.TryPlay(Vertex.Parse("C2", 5)));
        Assert.False(new GoGame(5).TryUndo());
    }

    // No position comes twice in any game: the definition of superko, held to random play on a board where cycles abound.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void No_position_comes_twice(int size)
    {
        var random = new Random(1);
        for (int number = 0; number < 100; number++)
        {
            var game = new GoGame(size);
            List<string> seen = [game.Board.Key];
            for (int[] legal; (legal = game.LegalPoints(game.Next)).Length > 0 && game.Moves.Count < 300;)
            {
                Assert.True(game.TryPlay(legal[random.Next(legal.Length)]));
                Assert.DoesNotContain(game.Board.Key, seen);
                seen.Add(game.Board.Key);
            }
        }
    }
}
