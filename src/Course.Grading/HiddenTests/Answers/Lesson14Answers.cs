using System.Text;

namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 14.</summary>
internal static class Lesson14Answers
{
    /// <summary>The neighbours of all places, in order.</summary>
    internal static IEnumerable<(string Left, string Right)> Pairs(string[] tokens) => tokens.Zip(tokens.Skip(1));

    /// <summary>The most frequent pair; of several, the first.</summary>
    internal static (string Left, string Right) MostFrequent(string[] tokens) =>
        Pairs(tokens).GroupBy(pair => pair).OrderByDescending(group => group.Count()).First().Key;

    /// <summary>Glues what <paramref name="choose"/> names; fewer than two tokens stay as they are.</summary>
    internal static string[] Merged(string[] tokens, Func<string[], (string Left, string Right)> choose, bool once = false,
        bool reused = false)
    {
        if (tokens.Length < 2) return tokens;
        (string left, string right) = choose(tokens);
        List<string> merged = [];
        bool done = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            bool isPair = i + 1 < tokens.Length && tokens[i] == left && tokens[i + 1] == right;
            if (isPair && !done)
            {
                merged.Add(left + right);
                done = once;
                if (!reused || !(i + 2 < tokens.Length && tokens[i + 1] == left && tokens[i + 2] == right)) i++;
            }
            else
            {
                merged.Add(tokens[i]);
            }
        }
        return [.. merged];
    }

    /// <summary>Glues the neighbours whose letters, joined, stand there most often.</summary>
    internal static string[] MergedByLetters(string[] tokens)
    {
        if (tokens.Length < 2) return tokens;
        string joined = Pairs(tokens).GroupBy(pair => pair.Left + pair.Right).OrderByDescending(group => group.Count()).First().Key;
        List<string> merged = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            bool isPair = i + 1 < tokens.Length && tokens[i] + tokens[i + 1] == joined;
            merged.Add(isPair ? joined : tokens[i]);
            if (isPair) i++;
        }
        return [.. merged];
    }

    /// <summary>The likeliest tokens whose probabilities reach p; right but for what is switched.</summary>
    internal static double[] TopP(double[] probabilities, double p, bool shares = true, bool crossing = true, bool sorted = true,
        bool beyond = false)
    {
        IEnumerable<int> order = Enumerable.Range(0, probabilities.Length);
        if (sorted) order = order.OrderByDescending(token => probabilities[token]);
        List<int> kept = [];
        double sum = 0;
        foreach (int token in order)
        {
            if (!crossing && sum + probabilities[token] > p) break;
            kept.Add(token);
            sum += probabilities[token];
            if (beyond ? sum > p : sum >= p) break;
        }
        double whole = shares && kept.Count > 0 ? sum : 1;
        return [.. probabilities.Select((one, token) => kept.Contains(token) ? one / whole : 0)];
    }

    /// <summary>Lesson 12's attention, where token t sees those that <paramref name="sees"/> names.</summary>
    internal static double[][] Attended(double[][] q, double[][] k, double[][] v, Func<int, int, bool> sees, bool root = true,
        bool safe = true) => [.. q.Select((query, t) =>
    {
        int[] seen = [.. Enumerable.Range(0, k.Length).Where(s => sees(t, s))];
        double[] shares = seen.Length == 0
            ? []
            : Lesson12Answers.Softmax(Lesson12Answers.Matches(query, [.. seen.Select(s => k[s])], (d, _) => root ? Math.Sqrt(d) : 1), safe);
        return v[0].Select((_, j) => seen.Zip(shares, (s, share) => share * v[s][j]).Sum()).ToArray();
    })];

    internal static int Bytes(string token) => Encoding.UTF8.GetByteCount(token);

    internal static double Bits(double[] nats, double units) => nats.Sum() / Math.Log(2) / units;
}
