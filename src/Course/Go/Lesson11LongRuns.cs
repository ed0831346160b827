using Course.Go.Gtp;
using Course.Go.Learning;
using Course.Go.Matches;

namespace Course.Go;

/// <summary>The long runs of lesson 11. The matches need GNU Go on the machine.</summary>
internal static class Lesson11LongRuns
{
    private const string Networks = "go-networks";
    private const int Openings = 20;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "11.parts", Lesson = 11, Title = "Policy, value and random games, alone and together", Needs = [Networks], Run = Parts },
        new LongRun { Id = "11.ladder", Lesson = 11, Title = "From random moves to the network with its search", Needs = [Networks], Run = Ladder },
        new LongRun { Id = "11.rules", Lesson = 11, Title = "The rules beside GNU Go's; legal positions on 4×4", Run = Rules },
        new LongRun
        {
            Id = "11.gnugo", Lesson = 11, Title = "Two hundred games against GNU Go on 5×5", Needs = [Networks],
            Run = () => AgainstGnuGo("2016.silver.programs", 5, openings: 100, komi: 7.5),
        },
        new LongRun
        {
            Id = "11.gnugo-7x7", Lesson = 11, Title = "A hundred games against GNU Go on 7×7", Needs = [Networks],
            Run = () => AgainstGnuGo("11.gnugo.7x7", 7, openings: 50, komi: 8.5),
        },
    ];

    private static FastPolicyValue Network(int size) => new(PolicyValueWeights.Load(size));

    private static void Parts()
    {
        var all = RoundRobin.Play(5, Openings, Contestants.Parts(Network(5)));
        double[] Elo(params string[] names) => Array.ConvertAll(names, all.Elo);
        string note = $"{all.InWords}.";
        Claim.Report("2016.silver.order", note, Elo(Contestants.PolicyAlone, Contestants.Value, Contestants.PolicyAndValue));
        Claim.Report("2016.silver.all", note, Elo(Contestants.Everything));
        Claim.Report("2016.silver.mixed", note, Elo(Contestants.PolicyAndValue, Contestants.PolicyAndPlayouts, Contestants.Everything));
    }

    private static void Ladder()
    {
        var all = RoundRobin.Play(5, Openings, Contestants.Ladder(Network(5)));
        Claim.Report("11.ladder", $"{all.InWords}.",
            Array.ConvertAll(["random", "UCT 100", "UCT 1,000", "UCT 10,000", "network, 1,600 simulations"], all.Elo));
    }

    private static void Rules()
    {
        const int Games = 1_000;
        using (GtpClient client = GtpClient.StartGnuGo(level: 1))
        {
            using var bar = Progress.Start("games", Games);
            ComparedRules compared = RulesComparison.Run(client, [5, 7, 9, 4, 6, 3], Games, progress: done => bar.Report(done));
            Claim.Report("11.rules", compared.Differences.Count, FormattableString.Invariant(
                $"{compared.Games:N0} games, {compared.Moves:N0} moves, {compared.Points:N0} answers on legality, {compared.Captures:N0} captures, {compared.Scored:N0} final scores, {compared.LeftOut:N0} games left out."));
        }
        Claim.Report("2007.tromp.legal-positions-4", LegalPositions.Count(4));
    }

    private static void AgainstGnuGo(string claim, int size, int openings, double komi)
    {
        GnuGoMatch match = GnuGoMatch.Play(Network(size), size, Match.Openings(size, openings, seed: 1), 1_600, komi);
        Claim.Report(claim, match.All.Share, match.InWords + $" {EmptyBoard(size, komi)}");
    }

    // From the empty board the colour decides, so the match is not played from there.
    private static string EmptyBoard(int size, double komi)
    {
        GnuGoMatch match = GnuGoMatch.Play(Network(size), size, [[]], 1_600, komi);
        return $"From the empty board it {(match.AsBlack.Wins == 1 ? "wins" : "loses")} as Black and {(match.AsWhite.Wins == 1 ? "wins" : "loses")} as White.";
    }
}
