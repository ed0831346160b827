using System.Diagnostics;
using System.Globalization;
using Course.Go.Learning;
using Course.Go.Search;
using static TorchSharp.torch;

namespace Course.Go.Bench;

/// <summary>How fast boards, networks and searches are: <c>speed SIZE</c>.</summary>
internal static class Speed
{
    internal static void Run(string[] args)
    {
        int size = args is [string given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5;
        var random = new SplitMixRandom(1);
        var board = new SmallBoard(size);
        Measure("playouts", () => Playout.Run(board, random));

        manual_seed(1);
        using var network = new PolicyValueNetwork(size);
        var fast = new FastPolicyValue(network.ToWeights());
        float[] logits = new float[board.Points + 1];
        Measure("evaluations, hand-written, one position", () => fast.Evaluate(board, false, 7.5, logits));
        using (no_grad())
        {
            foreach (int batch in (int[])[1, 16, 256])
            {
                using Tensor input = rand(batch, BoardPlanes.Count, size, size);
                Measure($"evaluations, TorchSharp, batches of {batch}", () =>
                {
                    using var scope = NewDisposeScope();
                    network.call(input);
                }, batch);
            }
        }
        foreach (int threads in (int[])[1, 2])
        {
            Measure($"simulations, {threads} threads", () =>
                new Puct(new SmallGame(size), fast, new PuctSettings { Threads = threads }).Search(1_600), 1_600);
        }
        Measure("UCT simulations", () => new Uct<GoPosition>(random, 0.6).Search(GoPosition.Of(new SmallGame(size)), 10_000), 10_000);
        var settings = new SelfPlaySettings { Size = size };
        Measure("games of self-play an hour", () => SelfPlayGame.Play(fast, settings, random), 3_600, seconds: 5);
    }

    private static void Measure(string what, Action work, int units = 1, double seconds = 2)
    {
        double best = 0;
        for (int trial = 0; trial < 2; trial++)
        {
            long count = 0;
            var watch = Stopwatch.StartNew();
            for (; watch.Elapsed.TotalSeconds < seconds; count += units) work();
            best = Math.Max(best, count / watch.Elapsed.TotalSeconds);
        }
        Console.WriteLine($"{what}: {best:N0}" + (what.Contains("hour") ? "" : " a second"));
    }
}
