namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 05.</summary>
internal static class Lesson05Answers
{
    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    internal static double BiasSum(double[] b, int[] s) => b.Zip(s, (bias, on) => bias * on).Sum();

    internal static double PairEnergy(double[][] w, int[] s) =>
        -Enumerable.Range(0, s.Length).Sum(i => Enumerable.Range(0, i).Sum(j => w[i][j] * s[i] * s[j]));

    internal static double Gap(double[][] w, double[] b, int[] s, int i) => b[i] + w[i].Zip(s, (weight, on) => weight * on).Sum();

    internal static double[][] Difference(int[][] first, int[][] second, double eta, double awake, double asleep, bool diagonal = false)
    {
        int[] units = [.. Enumerable.Range(0, first[0].Length)];
        return [.. units.Select(i => units.Select(j => i == j && !diagonal ? 0 : eta * Change(i, j)).ToArray())];

        double Change(int i, int j) => first.Sum(s => s[i] * s[j]) / awake - second.Sum(s => s[i] * s[j]) / asleep;
    }

    internal static double[][] CdStep(double[][] w, double[] v0, double[] hiddenCoins, double[] visibleCoins, double eta,
        CdChoices? choices = null)
    {
        choices ??= new();
        double[] p0 = Up(w, v0);
        double[] h0 = choices.HiddenCoins ? Thrown(p0, hiddenCoins) : p0;
        double[] q = [.. v0.Select((_, i) => Sigmoid(w.Zip(h0, (row, on) => row[i] * on).Sum()))];
        double[] v1 = choices.VisibleCoins ? Thrown(q, visibleCoins) : q;
        double[] p1 = choices.AskAgain ? Up(w, v1) : p0;
        return [.. w.Select((row, j) => row.Select((weight, i) => weight + eta * (p0[j] * v0[i] - p1[j] * v1[i])).ToArray())];

        double[] Thrown(double[] p, double[] coins) =>
            choices.OnBelow ? Toss(p, coins) : Array.ConvertAll(Toss(p, coins), on => 1 - on);
    }

    internal static double[] Up(double[][] w, double[] v) => [.. w.Select(row => Sigmoid(row.Zip(v, (weight, on) => weight * on).Sum()))];

    internal static double[] Toss(double[] p, double[] coins) => [.. p.Zip(coins, (chance, coin) => coin < chance ? 1.0 : 0.0)];

    internal static double LogOf(double[][] w, double[] b, double[] c, double[] v) =>
        LogSum(w, b, c, v) - LogSumExp([.. Pictures(v.Length).Select(x => LogSum(w, b, c, x))]);

    internal static double LogSumExp(double[] exponents) => exponents.Max() + Math.Log(exponents.Sum(x => Math.Exp(x - exponents.Max())));

    // ln of the sum over the hidden states; for each hidden unit the sum is 1 + e^(its input).
    internal static double LogSum(double[][] w, double[] b, double[] c, double[] v) =>
        b.Zip(v, (bias, on) => bias * on).Sum()
        + w.Select((row, j) => c[j] + row.Zip(v, (weight, on) => weight * on).Sum()).Sum(x => Math.Max(x,
            0) + Math.Log(1 + Math.Exp(-Math.Abs(x))));

    internal static IEnumerable<double[]> Pictures(int pixels) =>
        Enumerable.Range(0, 1 << pixels).Select(number => Enumerable.Range(0, pixels).Select(i => (double)(number >> i & 1)).ToArray());

    /// <summary>The choices of an answer to 05.cd1.</summary>
    internal sealed record CdChoices(bool HiddenCoins = true, bool VisibleCoins = true, bool AskAgain = true, bool OnBelow = true);
}
