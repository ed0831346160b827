using Course.Nn.Optimizers;

namespace Course.RecurrentNets;

/// <summary>The long runs of lesson 08.</summary>
internal static class Lesson08LongRuns
{
    private const int Streak = 2_000, Fresh = 2_560;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "08.adding", Lesson = 8, Title = "The adding problem over 100 and 500 steps, with the cell of 1997", Run = Adding },
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
