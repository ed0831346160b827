namespace Course.BoltzmannMachines;

/// <summary>The long runs of lesson 05.</summary>
internal static class Lesson05LongRuns
{
    private const int GiveUp = 10_000, InARow = 10;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "05.encoders", Lesson = 5, Title = "The encoders 4-2-4, 4-3-4, 8-3-8 and 40-10-40 of 1985", Run = Encoders },
        new LongRun { Id = "05.capacity", Lesson = 5, Title = "How many memories Hopfield nets of 100 to 800 units keep", Run = Capacity },
    ];

    private static void Encoders()
    {
        Remaining();
        WellSpaced();
        EightCodes();
        FortyUnits();
    }

    // "Once there it remained there": 500 cycles more.
    private static void Remaining()
    {
        const int Tests = 250, More = 500;
        var problem = new EncoderProblem(groupUnits: 4, hidden: 2);
        int remained = 0, there = 0;
        List<double> lost = [];
        foreach (int test in Progress.Over(Enumerable.Range(0, Tests), "4-2-4"))
        {
            BoltzmannMachine machine = problem.NewMachine();
            var learning = new BoltzmannLearning(machine, problem.Connections);
            var random = new Random(test);
            int row = 0;
            for (int cycle = 1; row < InARow && cycle <= GiveUp; cycle++)
            {
                learning.Cycle(problem.Environment, random);
                row = problem.IsSolved(machine) ? row + 1 : 0;
            }
            if (row < InARow) continue;
            there++;
            int without = 0;
            for (int cycle = 0; cycle < More; cycle++)
            {
                learning.Cycle(problem.Environment, random);
                if (!problem.IsSolved(machine)) without++;
            }
            if (without == 0) remained++;
            else lost.Add(without / (double)More);
        }
        Claim.Report("1985.ackley.encoder-remains", remained / (double)there, FormattableString.Invariant(
            $"{remained} of {there} runs. The {lost.Count} others had two equal codes in {(lost.Count == 0 ? 0 : lost.Average()):0.0 %} ")
            + "of the cycles, on average. Every weight takes a step of 2 in every cycle, by the sign of a noisy difference: a code whose "
            + "input is small can change its sign again. The paper does not say how a code is read, nor for how long it was watched.");
    }

    private static void WellSpaced()
    {
        const int Tests = 200;
        var problem = new EncoderProblem(groupUnits: 4, hidden: 3);
        List<double> needed = [];
        foreach (int test in Progress.Over(Enumerable.Range(0, Tests), "4-3-4"))
        {
            if (First(problem, new Random(test), GiveUp, 0.05, machine => problem.CodeDistance(machine) >= 2) is { } cycles)
                needed.Add(cycles);
        }
        Claim.Report("1985.ackley.4-3-4", Median(needed), needed, FormattableString.Invariant(
            $"{needed.Count} of {Tests} runs; the longest took {needed.Max():#,0} cycles, in the paper 1,090."));
    }

    private static void EightCodes()
    {
        const int Simulations = 20, Cycles = 4_000;
        var problem = new EncoderProblem(groupUnits: 8, hidden: 3);
        List<double> eight = [], seven = [], lasting = [];
        foreach (int simulation in Progress.Over(Enumerable.Range(0, Simulations), "8-3-8"))
        {
            BoltzmannMachine machine = problem.NewMachine();
            var learning = new BoltzmannLearning(machine, problem.Connections) { OffToOn = 0.02 };
            var random = new Random(simulation);
            (int? firstSeven, int? firstEight, int row) = (null, null, 0);
            for (int cycle = 1; cycle <= Cycles && row < InARow; cycle++)
            {
                learning.Cycle(problem.Environment, random);
                int codes = problem.Codes(machine).Distinct().Count();
                if (codes >= 7) firstSeven ??= cycle;
                if (codes == 8) firstEight ??= cycle;
                row = codes == 8 ? row + 1 : 0;
                if (row == InARow) lasting.Add(cycle - InARow + 1);
            }
            if (firstSeven is { } s) seven.Add(s);
            if (firstEight is { } e) eight.Add(e);
        }
        string Found(List<double> cycles) => FormattableString.Invariant(
            $"{cycles.Count} of {Simulations} simulations{(cycles.Count == 0 ? "" : $", in the median after {Median(cycles):#,0} cycles, at the latest after {cycles.Max():#,0}")}");
        string note = $"Seven codes: {Found(seven)}, in the paper 210. Eight codes for a first time: {Found(eight)}. Eight codes for "
            + $"{InARow} cycles in a row: {Found(lasting)}. We count the first time: the paper does not say how it read the codes, nor "
            + "whether they had to last.";
        Claim.Report("1985.ackley.8-3-8-solved", eight.Count / (double)Simulations, note);
        if (eight.Count > 0) Claim.Report("1985.ackley.8-3-8-median", Median(eight), eight, note);
    }

    // As under figure 5: winner-take-all groups first, then the hidden units, then no noise any more.
    private static void FortyUnits()
    {
        const int Runs = 3, Alone = 300, Noisy = 500, Quiet = 800, TestsPerUnit = 10;
        AnnealingStep[] gentle = [new(4, 20), new(4, 15), new(4, 12), new(8, 10), new(8, 5)];
        var problem = new EncoderProblem(groupUnits: 40, hidden: 10);
        List<double> right = [], apart = [];
        int[] endings = new int[4];                             // in the second group: none on, the right one, a wrong one, several
        foreach (int run in Progress.Over(Enumerable.Range(1, Runs), "40-10-40"))
        {
            var random = new Random(run);
            var groups = new BoltzmannMachine(visible: 80, hidden: 0);
            Learn(groups, [.. problem.Connections.Where(pair => pair.I < 80)], Alone, noise: true);
            BoltzmannMachine machine = problem.NewMachine();
            for (int i = 0; i < 80; i++)
            {
                machine.Biases[i] = groups.Biases[i];
                for (int j = 0; j < i; j++) machine.Join(i, j, groups.Weights[i][j]);
            }
            Learn(machine, problem.Connections, Noisy, noise: true);
            Learn(machine, problem.Connections, Quiet, noise: false);
            int before = endings[1];
            for (int test = 0; test < 40 * TestsPerUnit; test++)
            {
                int[] on = problem.Complete(machine, test % 40, gentle, random);
                endings[on.Length == 0 ? 0 : on.Length > 1 ? 3 : on[0] == test % 40 ? 1 : 2]++;
            }
            right.Add((endings[1] - before) / (40.0 * TestsPerUnit));
            apart.Add(problem.CodeDistance(machine));

            void Learn(BoltzmannMachine learner, IReadOnlyList<(int I, int J)> connections, int cycles, bool noise)
            {
                var learning = new BoltzmannLearning(learner, connections)
                {
                    SettlingsPerVector = 1,
                    OnToOff = noise ? 0.1 : 0,
                    OffToOn = noise ? 0.0025 : 0,
                };
                for (int cycle = 0; cycle < cycles; cycle++) learning.Cycle(problem.Environment, random);
            }
        }
        Claim.Report("1985.ackley.40-10-40", right.Average(), right, FormattableString.Invariant(
            $"{Alone} cycles without hidden units, {Noisy} with noise, {Quiet} without. The most similar codes differ in ")
            + $"{string.Join(", ", apart)} units, in the paper in at least 2. "
            + FormattableString.Invariant($"Of {endings.Sum():#,0} completions {endings[2]} end with one wrong unit, {endings[0]} with none, ")
            + FormattableString.Invariant($"{endings[3]} with several: ")
            + (endings[2] > endings[0] + endings[3]
                ? "most failures confuse one pattern with another. " : "most failures light no unit or several. ")
            + "Open in the paper: how long it learns without noise, what it does at a difference of 0, how gentle the test is.");
    }

    private static int? First(EncoderProblem problem, Random random, int most, double offToOn, Func<BoltzmannMachine, bool> found)
    {
        BoltzmannMachine machine = problem.NewMachine();
        var learning = new BoltzmannLearning(machine, problem.Connections) { OffToOn = offToOn };
        for (int cycle = 1; cycle <= most; cycle++)
        {
            learning.Cycle(problem.Environment, random);
            if (found(machine)) return cycle;
        }
        return null;
    }

    private static double Median(List<double> values)
    {
        double[] inOrder = [.. values.Order()];
        return (inOrder[(inOrder.Length - 1) / 2] + inOrder[inOrder.Length / 2]) / 2;
    }

    private static void Capacity()
    {
        int[] sizes = [100, 200, 400, 800];
        (double Load, string Words)[] plain = [.. Progress.Over(sizes, "units 0 and 1").Select(units => HalfKept(units, balanced: false))];
        (double Load, string Words)[] signs = [.. Progress.Over(sizes, "units −1 and +1").Select(units => HalfKept(units, balanced: true))];
        string Table((double Load, string Words)[] loads) =>
            string.Join(", ", sizes.Zip(loads, (units, load) => FormattableString.Invariant($"{units} units: {load.Words}")));
        string note = $"Half of the memories are kept, with fewer than 5 % of their bits wrong, at this load. Units 0 and 1: {Table(plain)}. "
            + $"Units −1 and +1: {Table(signs)}.";
        Claim.Report("1987.amit.capacity", signs[^1].Load, note + " The load still falls as the nets grow; the figure of 1987 is the limit for nets without end.");
        Claim.Report("1982.hopfield.thresholds", signs[^1].Load / plain[^1].Load, note);
    }

    /// <summary>The load, patterns per unit, at which half of the patterns are kept: the first crossing on a grid of loads.</summary>
    private static (double Load, string Words) HalfKept(int units, bool balanced)
    {
        const double Least = 0.05, Most = 0.25, Step = 0.01;
        double before = 1;
        for (int k = 0; Least + k * Step <= Most + 1e-9; k++)
        {
            double load = Least + k * Step, share = Kept(units, (int)Math.Round(load * units), balanced, new Random(units + k));
            if (share < 0.5)
            {
                double crossing = k == 0 ? load : load - Step * (0.5 - share) / (before - share);
                return (crossing, FormattableString.Invariant($"{(k == 0 ? "below " : "")}{crossing:0.000}"));
            }
            before = share;
        }
        return (Most, FormattableString.Invariant($"above {Most:0.00}"));
    }

    private static double Kept(int units, int patterns, bool balanced, Random random)
    {
        int nets = Math.Max(5, 2_000 / units), asked = Math.Min(patterns, 40), kept = 0;
        for (int n = 0; n < nets; n++)
        {
            var net = new HopfieldNet(units);
            int[][] stored =
                [.. Enumerable.Range(0, patterns).Select(_ => Enumerable.Range(0, units).Select(_ => random.Next(2)).ToArray())];
            foreach (int[] pattern in stored) net.Store(pattern);
            if (balanced) net.BalanceBiases();
            foreach (int[] pattern in stored[..asked])
            {
                int[] s = [.. pattern];
                net.Recall(s, random);
                if (s.Zip(pattern, (a, b) => a == b ? 0 : 1).Sum() < 0.05 * units) kept++;
            }
        }
        return kept / (double)(nets * asked);
    }
}
