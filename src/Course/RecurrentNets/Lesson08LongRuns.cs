using Course.Nn.Optimizers;

namespace Course.RecurrentNets;

/// <summary>The long runs of lesson 08.</summary>
internal static class Lesson08LongRuns
{
    private const int Streak = 2_000, Fresh = 2_560;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "08.adding", Lesson = 8, Title = "The adding problem over 100 and 500 steps, with the cell of 1997", Run = Adding },
        new LongRun { Id = "08.reber", Lesson = 8, Title = "The embedded Reber grammar from 30 starts, with the cell of 1997", Run = Reber },
        new LongRun { Id = "08.noise-free", Lesson = 8, Title = "A lag of 100 steps without noise: the cell of 1997 and a plain net",
            Run = NoiseFree },
        new LongRun { Id = "08.long-lag", Lesson = 8, Title = "A symbol remembered over 50 to 1,000 random ones, with the cell of 1997",
            Run = LongLag },
        new LongRun { Id = "08.drift", Lesson = 8, Title = "The same over 100 and 200, with the paper's remedy against drifting states", Run = Drift },
    ];

    private static void Adding()
    {
        (int Sequences, int Wrong)[] hundred = [.. Enumerable.Range(1, 5).Select(seed => Run(minimal: 100, seed, most: 200_000))];
        double[] wrong = [.. hundred.Select(run => (double)run.Wrong)];
        Claim.Report("1997.hochreiter.adding-100", wrong.Average(), wrong, note: Note(hundred));
        (int Sequences, int Wrong) longer = Run(minimal: 500, seed: 1, most: 400_000);
        Claim.Report("1997.hochreiter.adding-500", longer.Wrong, note: Note([longer])
            + " One start alone, and it may be stuck for long where it gives the mean as its answer; the paper tells no number of starts.");
    }

    private static void Reber()
    {
        const int Starts = 30, Most = 30_000;
        List<double> solved = [];
        foreach (int seed in Progress.Over(Enumerable.Range(1, Starts), "starts"))
        {
            var random = new Random(seed);
            var task = new ReberTask(random);
            var net = new Lstm1997(Lstm1997Shape.EmbeddedReber(), random);
            net.BiasOutputGates(-1, -2, -3);
            if (task.Train(net, new Sgd(net.Parameters, 0.5), random, Most) is { } count) solved.Add(count);
        }
        Claim.Report("1997.hochreiter.reber-30", solved.Count / (double)Starts,
            note: FormattableString.Invariant($"{solved.Count} of {Starts} starts")
                + (solved.Count == 0 ? "." : FormattableString.Invariant($", after {solved.Average():#,0} strings on average.")));
    }

    private static void NoiseFree()
    {
        const int Lag = 100, Most = 20_000, Starts = 18, PlainStarts = 5;
        var task = new NoiseFreeTask(Lag);
        List<double> cell = [], plain = [];
        foreach (int seed in Progress.Over(Enumerable.Range(1, Starts), "the cell of 1997"))
        {
            var random = new Random(seed);
            var net = new Lstm1997(Lstm1997Shape.NoiseFree(Lag), random);
            if (task.Train(net, new Sgd(net.Parameters, 1), random, Most) is { } count) cell.Add(count);
        }
        foreach (int seed in Progress.Over(Enumerable.Range(1, PlainStarts), "a plain net"))
        {
            if (task.TrainPlain(new Random(seed), rate: 1, Most) is { } count) plain.Add(count);
        }
        Claim.Report("1997.hochreiter.noise-free",
            note: "Once the block has joined, every symbol raises its state, the outputs that hear it saturate, and the error stays. Smaller "
                + "steps did not help in our trials, and a block from the start was worse. The paper does not tell when the block joins.",
            [plain.Count / (double)PlainStarts, cell.Count / (double)Starts]);
    }

    private static void LongLag()
    {
        const int Starts = 5, Most = 200_000;
        int[] lags = [50, 100, 200, 500, 1_000];
        double[] means = new double[lags.Length];
        int failed = 0;
        foreach (int k in Progress.Over(Enumerable.Range(0, lags.Length), "lags"))
        {
            int?[] needed = [.. Enumerable.Range(1, Starts).Select(seed => Needed(lags[k], seed, Most))];
            failed += needed.Count(count => count is null);
            means[k] = needed.OfType<int>().Select(count => (double)count).DefaultIfEmpty(double.NaN).Average();
            if (k == lags.Length - 1)
                Claim.Report("1997.hochreiter.lag-1000", means[k], [.. needed.OfType<int>().Select(count => (double)count)]);
        }
        Claim.Report("1997.hochreiter.lag-growth", means[^1] / means[0], note: string.Join(", ", lags.Zip(means, (lag, mean) =>
            FormattableString.Invariant($"lag {lag:#,0}: {mean:#,0}"))) + FormattableString.Invariant($". {failed} starts failed."));
    }

    private static int? Needed(int lag, int seed, int most, double? inputGates = null)
    {
        var random = new Random(seed);
        var net = new Lstm1997(Lstm1997Shape.LongLag(lag) with { GateBiases = inputGates is not null }, random, range: 0.2);
        if (inputGates is { } bias) net.BiasInputGates(bias, bias);
        return new LagTask(lag).Train(net, new Sgd(net.Parameters, 0.01), random, most);
    }

    private static void Drift()
    {
        const int Starts = 5, Most = 200_000;
        const double Bias = -2;
        int[] lags = [100, 200];
        // Other seeds than those with which the bias was chosen.
        int?[][] needed = [.. Progress.Over(lags, "lags").Select(lag =>
            Enumerable.Range(6, Starts).Select(seed => Needed(lag, seed, Most, Bias)).ToArray())];
        string note = string.Join(" ", lags.Zip(needed, (lag, counts) => FormattableString.Invariant(
            $"Lag {lag}: {counts.OfType<int>().Count()} of {Starts} starts, after {counts.Average():#,0} sequences.")));
        string drift = string.Join(", ", ((int[])[50, .. lags, 1_000]).Select(lag =>
            FormattableString.Invariant($"{StateBeforeLearning(lag):0.0} after {lag:#,0} symbols")));
        Claim.Report("08.drift", note + $" Without biases, the states of nets that have learned nothing lie at ±{drift}, and h is flat there.",
            [.. needed.Select(counts => counts.OfType<int>().Count() / (double)Starts)]);
    }

    /// <summary>How far from 0 the states of twenty random nets stand at the end of a sequence, on average.</summary>
    private static double StateBeforeLearning(int lag) => Enumerable.Range(1, 20).Average(seed =>
    {
        var random = new Random(seed);
        var net = new Lstm1997(Lstm1997Shape.LongLag(lag), random, range: 0.2);
        foreach (double[] x in new LagTask(lag).Draw(random).Steps) net.Step(x);
        return net.States.Average(Math.Abs);
    });

    private static string Note((int Sequences, int Wrong)[] runs) => FormattableString.Invariant(
        $"After {string.Join(", ", runs.Select(run => run.Sequences.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)))} sequences.");

    private static (int Sequences, int Wrong) Run(int minimal, int seed, int most)
    {
        var random = new Random(seed);
        var net = new Lstm1997(Lstm1997Shape.Adding, random, 0.1);
        net.BiasInputGates(-3, -6);
        var sgd = new Sgd(net.Parameters, 0.5);
        int sequence = 0;
        using var bar = Progress.Start(FormattableString.Invariant($"T = {minimal}, seed {seed}"), most);
        for (int inRow = 0; sequence < most && inRow < Streak; sequence++)
        {
            AddingProblem problem = AddingProblem.Draw(random, minimal);
            sgd.ZeroGradient();
            inRow = Error(net, problem) < AddingProblem.Tolerance ? inRow + 1 : 0;
            net.Learn([problem.Target]);
            sgd.Step();
            if (sequence % 1_000 == 0) bar.Report(sequence);
        }
        return (sequence, Enumerable.Range(0, Fresh).Count(_ => Error(net, AddingProblem.Draw(random, minimal)) > AddingProblem.Tolerance));
    }

    private static double Error(Lstm1997 net, AddingProblem problem)
    {
        net.Reset();
        for (int t = 0; t < problem.X.Length; t += 2) net.Step(problem.X.AsSpan(t, 2));
        return Math.Abs(net.Outputs[0] - problem.Target);
    }
}
