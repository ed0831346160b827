using Course.Go;
using Course.Go.Matches;
using Course.Go.Search;

namespace Course.Tests.Go.Matches;

public sealed class MatchTests
{
    [Theory]
    [InlineData(75, 100, 0.6569, 0.8245)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    public void The_interval_is_Wilsons(int wins, int games, double low, double high)
    {
        var (l, h) = new WinRate(wins, games).Interval;

        Assert.Equal(low, l, 1e-4);
        Assert.Equal(high, h, 1e-4);
    }

    [Fact]
    public void Ratings_of_two_players_follow_from_their_score()
    {
        IReadOnlyList<EloRating> ratings = EloRatings.Fit(["a", "b"], new double[,] { { 0, 9.5 }, { 99.5, 0 } });

        // With the one drawn game more: 100 to 10.
        Assert.Equal(0, ratings[0].Elo);
        Assert.Equal(400, ratings[1].Elo, 1e-3);
        Assert.Equal(109, ratings[1].Games);
        Assert.Equal(1.96 * 400 / Math.Log(10) / Math.Sqrt(110 * (10.0 / 11) * (1.0 / 11)), ratings[1].Error, 0.1);
    }

    [Fact]
    public void Ratings_add_up_along_a_chain_and_stay_finite()
    {
        IReadOnlyList<EloRating> ratings = EloRatings.Fit(
            ["a", "b", "c"], new double[,] { { 0, 0, 0 }, { 20, 0, 5 }, { 0, 15, 0 } });

        Assert.True(ratings[2].Elo > ratings[1].Elo && ratings[1].Elo > 300);
        Assert.True(double.IsFinite(ratings[1].Elo));
        Assert.True(ratings[2].Error > ratings[1].Error);
    }

    [Fact]
    public void A_game_is_played_and_kept()
    {
        PlayedGame game = Match.Play(new UctPlayer(500, 1), new RandomPlayer(1), 5, 7.5, [12, 0]);
        var sgf = Sgf.Parse(game.ToSgf().ToString());

        Assert.Equal(Stone.Black, game.Winner);
        Assert.StartsWith("B+", sgf.Result);
        Assert.Equal(game.Moves, sgf.Moves.Select(move => move.Point));
        Assert.Equal([12, 0], game.Moves.Take(2));
        Assert.Equal(Vertex.Pass, game.Moves[^1]);
    }

    [Fact]
    public void Openings_are_different_and_the_same_for_the_same_seed()
    {
        IReadOnlyList<int[]> openings = Match.Openings(5, 100, 1);

        Assert.Equal(100, openings.Select(moves => string.Join(' ', moves)).Distinct().Count());
        Assert.All(openings, moves => Assert.NotEqual(moves[0], moves[1]));
        Assert.Equal(openings, Match.Openings(5, 100, 1));
    }

    [Fact]
    public void Dead_stones_are_captured_before_a_player_passes()
    {
        var game = new SmallGame(5, 0.5);
        // Black holds everything; White's stone in the corner is dead, and White has nothing to do but pass.
        foreach (string move in (string[])["C3", "A1", "B3", "pass", "D3", "pass", "B2", "pass", "D2", "pass", "C4", "pass"])
            Assert.True(game.TryPlay(Vertex.Parse(move, 5)));
        var player = new PuctPlayer(new PlayoutEvaluator(new SplitMixRandom(1)), 400);
        while (game.Board[0] == Stone.White && game.Moves.Count < 40)
        {
            int move = player.Choose(game)!.Value;
            Assert.NotEqual(Vertex.Pass, move);
            Assert.True(game.TryPlay(move));
            if (game.Board[0] == Stone.White) game.TryPlay(Vertex.Pass);
        }

        Assert.Equal(Stone.Empty, game.Board[0]);
    }

    // Solved by E. van der Werf in 2002: Black opens in the centre and takes the whole board.
    [Fact]
    public void The_shipped_network_opens_in_the_centre_and_wins_both_colours_against_random_moves()
    {
        IGoPlayer ours = ShippedPlayers.For(5, simulations: 100)!;

        Assert.Equal("C3", Vertex.Name(ours.Choose(new SmallGame(5))!.Value, 5));
        Assert.Equal(Stone.Black, Match.Play(ours, new RandomPlayer(1), 5, 7.5).Winner);
        Assert.Equal(Stone.White, Match.Play(new RandomPlayer(1), ShippedPlayers.For(5, simulations: 100)!, 5, 7.5).Winner);
    }

    [Fact]
    public void Boards_without_a_network_have_a_player_too_up_to_seven_rows()
    {
        Assert.IsType<UctPlayer>(ShippedPlayers.For(4));
        Assert.Null(ShippedPlayers.For(9));
    }
}
