using Course.Generation;
using static TorchSharp.torch;

namespace Course.Alignment;

/// <summary>The long run of lesson 16.</summary>
internal static class Lesson16LongRuns
{
    // Settings of this run alone, chosen on seeds 11 to 13: its models are wider, and read and compare more, than the lesson's.
    private const int Leashed = 3, Unleashed = 5, Width = 64, PageSteps = 1_200, Pairs = 60_000;
    private const double PageRate = 3e-3, PairRate = 2e-3;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun
        {
            Id = "16.seeds", Lesson = 16, Title = "The three steps with other seeds, with a leash and without", Run = OtherSeeds,
        },
    ];

    private static void OtherSeeds()
    {
        set_num_threads(1);
        SeedRun[] runs = [.. Enumerable.Range(1, Unleashed).Select(Once)];
        SeedRun[] first = runs[..Leashed];

        double[] rewards = [.. first.Select(run => run.Agreement)];
        string kinds = string.Join(", ", Enum.GetValues<QuestionKind>().Select((kind, n) =>
            FormattableString.Invariant($"{kind} {first.Average(run => run.ByKind[n]):0.0 %}")));
        string ways = FormattableString.Invariant($"In known ways and with known names {first.Average(run => run.Known):0.0 %}.");
        Claim.Report("16.reward.seeds", note: $"Mean by kind: {kinds}. {ways}", rewards);
        double noisy = first.Average(run => run.NoisyAgreement);
        string clean = FormattableString.Invariant($"Of pairs without noise they rank {first.Average(run => run.NoisyClean):0.0 %}.");
        Claim.Report("2022.ouyang.reward", noisy, noisy < 0.68 ? clean + " The bar asks for about 89 %." : clean);

        int good = first.Count(run => run.Leash!.Gain >= 2 && run.Leash.End.Kl <= 3);
        string how = string.Join("; ", first.Select(run => FormattableString.Invariant(
            $"{run.Leash!.Start.True:0.00} to {run.Leash.End.True:0.00} at {run.Leash.End.Kl:0.0} nats")));
        Claim.Report("16.leash.seeds", good, good < Leashed ? $"Not on each: {how}." : how + ".");
        int fell = runs.Count(run => run.Free.Happened);
        string falls = string.Join("; ", runs.Select(run => FormattableString.Invariant(
            $"{run.Free.Start.True:0.00}, peak {run.Free.Peak.True:0.00}, end {run.Free.End.True:0.00} at {run.Free.End.Kl:0} nats")));
        Claim.Report("2022.gao.falls", fell, fell < 3 ? $"Too seldom: {falls}." : falls + ".");

        PpoPoint[] free = Near(runs.SelectMany(run => run.FreeHistory)), held = Near(first.SelectMany(run => run.LeashHistory));
        if (free.Length > 0 && held.Length > 0)
        {
            Claim.Report("2022.gao.frontier", note: $"{free.Length} points without, {held.Length} with.",
                [free.Average(point => point.True), held.Average(point => point.True)]);
        }
        Claim.Report("2022.gao.forms", first.Average(run => run.BestLaw!.R2), first.Average(run => run.LearningLaw!.R2));
        Claim.Report("16.epsilon", first.Average(run => run.Leash!.End.True), first.Average(run => run.OtherEpsilon));
        double alone = first.Average(run => run.Recall), mixed = first.Average(run => run.MixedRecall);
        string scores = FormattableString.Invariant($"The true score is {first.Average(run => run.MixedTrue):0.00} with them.");
        Claim.Report("2022.ouyang.mix", note: mixed > alone ? scores : scores + " They do not help here.", [alone, mixed]);
    }

    private static PpoPoint[] Near(IEnumerable<PpoPoint> points) => [.. points.Where(point => point.Kl is >= 1 and <= 2)];

    private static SeedRun Once(int seed)
    {
        using Gpt2 pages = FineTuning.PreTrain(ChatWords.Model(Width), PageSteps, rate: PageRate, seed: seed, title: $"seed {seed}: pages");
        using Gpt2 tuned = FineTuning.Supervise(pages, seed: seed, title: $"seed {seed}: dialogues");
        using RewardModel reward = Learnt(new(Pairs), tuned, seed, "comparisons");
        Comparison[] unseen = People.Compare(2_000, 0, QuestionSet.HeldOut, seed + 600);
        var run = new SeedRun
        {
            Agreement = Preferences.Agreement(reward, unseen),
            ByKind = Preferences.AgreementByKind(reward, unseen),
            Known = Preferences.Agreement(reward, Known(2_000, 0, seed + 600)),
        };

        PpoSettings settings = new() { Seed = seed };
        using (var ppo = new Ppo(tuned, reward, settings with { Updates = 40, Beta = 0 }))
        {
            run.FreeHistory = ppo.Run($"seed {seed}: no leash");
            run.Free = OverOptimisation.Of(run.FreeHistory, ppo.Test());
            PpoPoint[] away = [.. run.FreeHistory.Where(point => point.Kl > 0)];
            double[] gains = [.. away.Select(point => point.True - run.Free.Start.True)];
            run.LearningLaw = GoldLaw.OfLearning([.. away.Select(point => point.Distance)], gains);
        }
        if (seed > Leashed) return run;

        using (var ppo = new Ppo(tuned, reward, settings))
        {
            PpoPoint before = ppo.Test();
            run.LeashHistory = ppo.Run($"seed {seed}: leash");
            run.Leash = OverOptimisation.Of([before, .. run.LeashHistory], ppo.Test());
            run.Recall = new NameRecall().Run(ppo.Policy, 2)[2].Recalled;
        }
        using (var ppo = new Ppo(tuned, reward, settings with { Epsilon = 1e-8 }))
        {
            ppo.Run($"seed {seed}: ε = 10⁻⁸");
            run.OtherEpsilon = ppo.Test().True;
        }
        using (var ppo = new Ppo(tuned, reward, settings with { Mix = 0.5 }))
        {
            ppo.Run($"seed {seed}: dialogues mixed in");
            (run.MixedTrue, run.MixedRecall) = (ppo.Test().True, new NameRecall().Run(ppo.Policy, 2)[2].Recalled);
        }
        run.BestLaw = Choosing(tuned, reward, seed);
        using RewardModel noisy = Learnt(new(40_000, 0.27), tuned, seed, "people who disagree");
        run.NoisyAgreement = Preferences.Agreement(noisy, Known(4_000, 0.27, seed + 700));
        run.NoisyClean = Preferences.Agreement(noisy, Known(4_000, 0, seed + 800));
        return run;
    }

    private static RewardModel Learnt(Preferences preferences, Gpt2 tuned, int seed, string what) =>
        (preferences with { Seed = seed, Rate = PairRate, WrongNames = QuestionSet.Compared }).Train(tuned, $"seed {seed}: {what}");

    private static Comparison[] Known(int count, double flipped, int seed) =>
        People.Compare(count, flipped, QuestionSet.Compared, seed, QuestionSet.Compared);

    private static GoldLaw Choosing(Gpt2 tuned, RewardModel reward, int seed)
    {
        const int Questions = 100, Answers = 64;
        int[] sizes = [2, 4, 8, 16, 32, 64];
        BestOfN.Curve curve = BestOfN.Measure(tuned, reward, Alignment.Questions.Draw(Questions, new Random(seed + 900)), Answers, sizes);
        return GoldLaw.OfBest([.. sizes.Select(n => Math.Sqrt(BestOfN.Kl(n)))], [.. curve.True.Select(score => score - curve.OfOne)]);
    }

    private sealed class SeedRun
    {
        internal double[] ByKind = [];
        internal double Agreement, Known, NoisyAgreement, NoisyClean, Recall, OtherEpsilon, MixedTrue, MixedRecall;
        internal OverOptimisation Free = null!;
        internal OverOptimisation? Leash;
        internal IReadOnlyList<PpoPoint> FreeHistory = [], LeashHistory = [];
        internal GoldLaw? BestLaw, LearningLaw;
    }
}
