using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Go.Gtp;
using Course.Go.Learning;
using Course.Go.Matches;
using Course.Go.Search;

namespace Course.Go.Bench;

/// <summary>What is measured by playing. Each writes its result as JSON into a folder.</summary>
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
        IEvaluator network = Network(args[4]);
        using GtpClient client = GtpClient.StartGnuGo();
        var gnuGo = new GtpPlayer(client, "GNU Go 3.8, level 10");
        List<PlayedGame> games = [];
        int[] wins = new int[3];
        int disagreed = 0;
        List<double> ours = [], theirs = [];
        foreach (int[] opening in Match.Openings(size, openings, seed: 1))
        {
            foreach (Stone colour in (Stone[])[Stone.Black, Stone.White])
            {
                var player = new PuctPlayer(network, simulations);
                double area = double.NaN;
                PlayedGame game = colour == Stone.Black ? Match.Play(player, gnuGo, size, komi, opening, Judged)
                    : Match.Play(gnuGo, player, size, komi, opening, Judged);
                games.Add(game);
                if (game.Winner == colour) wins[(int)colour]++;
                if (game.Resigned == Stone.Empty && Math.Sign(area) != Math.Sign(game.Score)) disagreed++;
                ours.Add(colour == Stone.Black ? game.BlackSeconds : game.WhiteSeconds);
                theirs.Add(colour == Stone.Black ? game.WhiteSeconds : game.BlackSeconds);

                double Judged(SmallGame end)
                {
                    area = end.Score;
                    return gnuGo.Score(end);
                }
            }
            if (games.Count % 20 == 0) Console.WriteLine($"{games.Count} games: black {wins[1]}, white {wins[2]}");
        }
        var all = new WinRate(wins[1] + wins[2], games.Count);
        Keep(args[5], $"gnugo-{size}x{size}.json", new
        {
            size,
            komi,
            openings,
            simulations,
            opponent = "gnugo --mode gtp --chinese-rules --positional-superko --forbid-suicide --level 10 --seed 1",
            games = all.Games,
            won = all.Wins,
            interval = new[] { all.Interval.Low, all.Interval.High },
            asBlack = wins[1],
            asWhite = wins[2],
            gamesEach = openings,
            resigned = games.Count(game => game.Resigned != Stone.Empty),
            areaAndRefereeDisagree = disagreed,
            secondsPerMove = ours.Average(),
            secondsPerMoveOfGnuGo = theirs.Average(),
        });
        File.WriteAllLines(Path.Combine(args[5], $"gnugo-{size}x{size}.sgf"), games.Select(game => game.ToSgf().ToString()));
    }

    /// <summary><c>ladder SIZE OPENINGS WEIGHTS FOLDER</c>: players from random moves to the network with its search.</summary>
    internal static void Ladder(string[] args)
    {
        IEvaluator network = Network(args[2]);
        RoundRobin(args, "ladder",
        [
            () => new RandomPlayer(1), () => new UctPlayer(100, 1), () => new UctPlayer(1_000, 1), () => new UctPlayer(10_000, 1),
            () => new PolicyPlayer(network), () => new PuctPlayer(network, 150), () => new PuctPlayer(network, 1_600),
        ]);
    }

    /// <summary><c>parts SIZE OPENINGS WEIGHTS FOLDER</c>: the seven configurations of the paper's Extended Data Table 7.</summary>
    internal static void Parts(string[] args)
    {
        const int Simulations = 400;
        IEvaluator network = Network(args[2]);
        RoundRobin(args, "parts",
        [
            () => new PolicyPlayer(network),
            () => Searching("playouts", null, null, 1), () => Searching("value", null, network, 0),
            () => Searching("playouts and value", null, network, 0.5), () => Searching("policy and playouts", network, null, 1),
            () => Searching("policy and value", network, network, 0), () => Searching("all", network, network, 0.5),
        ]);

        static PuctPlayer Searching(string name, IEvaluator? policy, IEvaluator? value, double lambda) => new(
            new MixedEvaluator(policy, value, new PlayoutEvaluator(new SplitMixRandom(1)), lambda), Simulations, name: name);
    }

    /// <summary><c>rules GAMES FOLDER</c>: the course's rules against GNU Go's, on boards of 2 to 9 rows.</summary>
    internal static void Rules(string[] args)
    {
        using GtpClient client = GtpClient.StartGnuGo(level: 1);
        var watch = Stopwatch.StartNew();
        ComparedRules compared = RulesComparison.Run(client, [5, 7, 9, 4, 6, 3], Whole(args[0]), progress: done =>
        {
            if (done % 50 == 0) Console.WriteLine($"{done} games, {watch.Elapsed.TotalSeconds:F0} s");
        });
        Keep(args[1], "rules-against-gnugo.json", compared);
    }

    private static void RoundRobin(string[] args, string title, Func<IGoPlayer>[] players)
    {
        (int size, int openings) = (Whole(args[0]), Whole(args[1]));
        const double Komi = 7.5;
        int count = players.Length;
        double[,] wins = new double[count, count];
        double[] seconds = new double[count];
        string[] names = [.. players.Select(make => make().Name)];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                foreach (int[] opening in Match.Openings(size, openings, seed: 1 + i * count + j))
                {
                    Count(i, j, Match.Play(players[i](), players[j](), size, Komi, opening));
                    Count(j, i, Match.Play(players[j](), players[i](), size, Komi, opening));
                }
                Console.WriteLine($"{names[i]} against {names[j]}: {wins[i, j]} of {2 * openings}");
            }
        }
        Keep(args[3], $"{title}-{size}x{size}.json", new
        {
            size,
            komi = Komi,
            openingsPerPair = openings,
            ratings = EloRatings.Fit(names, wins).Select((rating, i) => new
            {
                rating.Name,
                rating.Elo,
                rating.Error,
                rating.Games,
                secondsPerMove = seconds[i] / (2 * openings * (count - 1)),
                wins = Enumerable.Range(0, count).Select(j => wins[i, j]),
            }),
        });

        void Count(int black, int white, PlayedGame game)
        {
            if (game.Winner == Stone.Black) wins[black, white]++;
            else wins[white, black]++;
            seconds[black] += game.BlackSeconds;
            seconds[white] += game.WhiteSeconds;
        }
    }

    private static FastPolicyValue Network(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new(PolicyValueWeights.Read(file));
    }

    private static int Whole(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static void Keep(string folder, string name, object result)
    {
        Directory.CreateDirectory(folder);
        string text = JsonSerializer.Serialize(result, indented);
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(folder, name), text + "\n");
    }
}
