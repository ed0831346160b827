using Course.Go.Matches;
using Course.Go.Search;

namespace Course.Go.Gtp;

/// <summary>
/// Games of a network with its search against GNU Go, each opening played with both colours. GNU Go is the referee of games that end with
/// two passes. Defined in lesson 11.
/// </summary>
/// <param name="Games">The games, ours as Black first for each opening.</param>
/// <param name="AsBlack">Won with the black stones.</param>
/// <param name="AsWhite">Won with the white stones.</param>
/// <param name="Disputed">Games of ours that are lost by the referee's verdict, and won if all stones on the board count as alive.</param>
/// <param name="Seconds">Our time per move.</param>
/// <param name="GnuGoSeconds">GNU Go's time per move.</param>
public sealed record GnuGoMatch(
    IReadOnlyList<PlayedGame> Games, WinRate AsBlack, WinRate AsWhite, int Disputed, double Seconds, double GnuGoSeconds)
{
    /// <summary>Won with either colour.</summary>
    public WinRate All => new(AsBlack.Wins + AsWhite.Wins, AsBlack.Games + AsWhite.Games);

    /// <summary>Games that ended by resignation.</summary>
    public int Resigned => Games.Count(game => game.Resigned != Stone.Empty);

    /// <summary>What there is to say of the match beside the share of games won.</summary>
    public string InWords => FormattableString.Invariant(
        $"{All.Wins} of {All.Games} games, Wilson interval {All.Interval.Low:0.0 %} to {All.Interval.High:0.0 %}; as Black {AsBlack.Wins} of {AsBlack.Games}, as White {AsWhite.Wins} of {AsWhite.Games}; {Resigned} ended by resignation; {Disputed} are lost by GNU Go's verdict and won if all stones count as alive; {Seconds:0.000} s a move against GNU Go's {GnuGoSeconds:0.00} s.");

    /// <summary>Plays a match against GNU Go at level 10.</summary>
    /// <param name="network">Judges positions for our side.</param>
    /// <param name="size">Rows and columns of the board.</param>
    /// <param name="openings">The moves with which the games begin.</param>
    /// <param name="simulations">Visits of the root before each of our moves.</param>
    /// <param name="komi">Points given to White.</param>
    /// <exception cref="GtpException">GNU Go is not on this machine.</exception>
    public static GnuGoMatch Play(IEvaluator network, int size, IReadOnlyCollection<int[]> openings, int simulations, double komi)
    {
        using GtpClient client = GtpClient.StartGnuGo();
        var gnuGo = new GtpPlayer(client, "GNU Go 3.8, level 10");
        List<PlayedGame> games = [];
        int[] wins = new int[3];
        int disputed = 0;
        List<double> ours = [], theirs = [];
        foreach (int[] opening in Progress.Over(openings, "openings"))
        {
            foreach (Stone colour in (Stone[])[Stone.Black, Stone.White])
            {
                var player = new PuctPlayer(network, simulations);
                double area = double.NaN;
                PlayedGame game = colour == Stone.Black ? Match.Play(player, gnuGo, size, komi, opening, Judged)
                    : Match.Play(gnuGo, player, size, komi, opening, Judged);
                games.Add(game);
                if (game.Winner == colour) wins[(int)colour]++;
                else if (Math.Sign(area) == (colour == Stone.Black ? 1 : -1)) disputed++;
                ours.Add(colour == Stone.Black ? game.BlackSeconds : game.WhiteSeconds);
                theirs.Add(colour == Stone.Black ? game.WhiteSeconds : game.BlackSeconds);

                double Judged(SmallGame end)
                {
                    area = end.Score;
                    return gnuGo.Score(end);
                }
            }
            Progress.Note($"won {wins[1] + wins[2]} of {games.Count}");
        }
        return new(games, new(wins[1], openings.Count), new(wins[2], openings.Count), disputed, ours.Average(), theirs.Average());
    }
}
