namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 12.</summary>
internal static class Lesson12Answers
{
    internal static double[] Softmax(IEnumerable<double> sums, bool safe = true, bool shares = true)
    {
        double[] all = [.. sums];
        double most = safe ? all.Max() : 0;
        double[] grown = Array.ConvertAll(all, sum => Math.Exp(sum - most));
        double total = shares ? grown.Sum() : 1;
        return Array.ConvertAll(grown, one => one / total);
    }

    /// <summary>The matches of a query with some keys, each divided by what <paramref name="scale"/> makes of both lengths.</summary>
    internal static IEnumerable<double> Matches(double[] q, double[][] k, Func<int, int, double> scale) =>
        k.Select(key => q.Zip(key, (a, b) => a * b).Sum() / scale(q.Length, k.Length));

    internal static double Root(int d, int keys) => Math.Sqrt(d);

    /// <summary>A position's code; number j of it turns with a frequency.</summary>
    internal static double[] Position(int pos, int d, Func<int, double> exponent, bool sineFirst = true) =>
        [.. Enumerable.Range(0, d).Select(j => Turned(pos, exponent(j), (j % 2 == 0) == sineFirst))];

    internal static double Turned(int pos, double exponent, bool sine)
    {
        double angle = pos / Math.Pow(10_000, exponent);
        return sine ? Math.Sin(angle) : Math.Cos(angle);
    }

    /// <summary>Softmax of each row over the places that may be seen; 0 elsewhere.</summary>
    internal static double[][] Hidden(double[][] matches, Func<int, int, bool> sees) => [.. matches.Select((row, t) =>
    {
        int[] seen = [.. Enumerable.Range(0, row.Length).Where(s => sees(t, s))];
        var weights = new double[row.Length];
        if (seen.Length == 0) return weights;
        foreach ((int s, double share) in seen.Zip(Softmax(seen.Select(s => row[s])))) weights[s] = share;
        return weights;
    })];

    /// <summary>Each row changed number by number: (t, s, number).</summary>
    internal static double[][] Each(double[][] rows, Func<int, int, double, double> change) =>
        [.. rows.Select((row, t) => row.Select((number, s) => change(t, s, number)).ToArray())];

    /// <summary>Beam search, right but for what is switched.</summary>
    internal static int[] Beam(double[][] logP, int length, int width, bool sums = true, int sign = 1, bool withStart = false,
        bool last = false)
    {
        List<(int[] Tokens, double Sum)> live = [([0], 0)];
        for (int step = 0; step < length; step++)
        {
            live = [.. live.SelectMany(one => logP[one.Tokens[^1]].Select((more, token) =>
                    ((int[])[.. one.Tokens, token], (sums ? one.Sum : 0) + more)))
                .OrderByDescending(one => sign * one.Item2).Take(width)];
        }
        int[] best = live[last ? ^1 : 0].Tokens;
        return withStart ? best : best[1..];
    }
}
