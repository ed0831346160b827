using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Go.Gtp;
using Course.Go.Learning;
using Course.Go.Matches;

namespace Course.Go.Bench;

/// <summary>Matches whose games are kept.</summary>
internal static class Matches
{
    private static readonly JsonSerializerOptions indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary><c>match SIZE OPENINGS SIMULATIONS KOMI WEIGHTS FOLDER</c>: from random openings, each with both colours.</summary>
    internal static void AgainstGnuGo(string[] args)
    {
        (int size, int openings, int simulations) = (Whole(args[0]), Whole(args[1]), Whole(args[2]));
        double komi = double.Parse(args[3], CultureInfo.InvariantCulture);
        FastPolicyValue network;
        using (FileStream file = File.OpenRead(args[4])) network = new(PolicyValueWeights.Read(file));
        GnuGoMatch match = GnuGoMatch.Play(network, size, Match.Openings(size, openings, seed: 1), simulations, komi);
        Directory.CreateDirectory(args[5]);
        string text = JsonSerializer.Serialize(new
        {
            size,
            komi,
            openings,
            simulations,
            opponent = "gnugo --mode gtp --chinese-rules --positional-superko --forbid-suicide --level 10 --seed 1",
            games = match.All.Games,
            won = match.All.Wins,
            interval = new[] { match.All.Interval.Low, match.All.Interval.High },
            asBlack = match.AsBlack.Wins,
            asWhite = match.AsWhite.Wins,
            gamesEach = openings,
            resigned = match.Resigned,
            areaAndRefereeDisagree = match.Disputed,
            secondsPerMove = match.Seconds,
            secondsPerMoveOfGnuGo = match.GnuGoSeconds,
        }, indented);
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(args[5], $"gnugo-{size}x{size}.json"), text + "\n");
        File.WriteAllLines(Path.Combine(args[5], $"gnugo-{size}x{size}.sgf"), match.Games.Select(game => game.ToSgf().ToString()));
    }

    private static int Whole(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
