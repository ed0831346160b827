using Course.Go;
using Course.Go.Search;

namespace Course.Tests.Go.Search;

public sealed class UctTests
{
    [Fact]
    public void Tic_tac_toe_is_a_draw() => Assert.Equal(0, new TicTacToe(0, 0).Solve());

    [Fact]
    public void A_row_ends_the_game()
    {
        var game = new TicTacToe(0, 0);
        foreach (int square in (int[])[0, 3, 1, 4, 2]) game = game.Play(square);

        Assert.True(game.IsOver);
        Assert.Equal(-1, game.Result);
        Assert.Equal("X X X\nO O .\n. . .\n", game.ToString());
    }

    // Whatever the opponent tries, in every position that can come up, whoever begins.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tree_search_never_loses_at_tic_tac_toe(bool begins)
    {
        var search = new Uct<TicTacToe>(new Random(1));
        Dictionary<TicTacToe, int> answers = [];
        HashSet<TicTacToe> ends = [];
        void Follow(TicTacToe game, bool ours)
        {
            if (game.IsOver)
            {
                ends.Add(game);
                Assert.False(game.Result < 0 && ours, $"lost:\n{game}");
            }
            else if (ours)
            {
                if (!answers.TryGetValue(game, out int move)) answers[game] = move = search.Choose(game, 2_000);
                Follow(game.Play(move), false);
            }
            else
            {
                foreach (int move in game.Moves) Follow(game.Play(move), true);
            }
        }

        Follow(new TicTacToe(0, 0), begins);
        Assert.True(ends.Count > 20);
    }

    [Fact]
    public void Every_simulation_goes_through_the_root_and_the_values_add_up()
    {
        UctNode<TicTacToe> root = new Uct<TicTacToe>(new Random(1)).Search(new TicTacToe(0, 0), 500);

        Assert.Equal(500, root.Visits);
        Assert.Equal(500, root.Children.Sum(child => child.Visits));
        Assert.Equal(-root.Value, root.Children.Sum(child => child.Value * child.Visits) / 500, 1e-9);
        Assert.Equal(4, root.Children.MaxBy(child => child.Visits)!.Move);
    }

    [Fact]
    public void Tree_search_opens_in_the_middle_of_the_board()
    {
        int move = new Uct<GoPosition>(new SplitMixRandom(1), 0.6).Choose(GoPosition.Of(new SmallGame(5)), 10_000);

        Assert.Equal("C3", Vertex.Name(move, 5));
    }
}
