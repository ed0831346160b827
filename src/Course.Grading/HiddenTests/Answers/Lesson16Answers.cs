namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 16.</summary>
internal static class Lesson16Answers
{
    /// <summary>A conversation as one text; right but for what is switched.</summary>
    internal static string Rendered(string[] roles, string[] texts, bool turn = true, bool always = false, bool drop = true,
        bool ends = true, bool split = true)
    {
        List<string> parts = [];
        for (int n = 0; n < roles.Length; n++)
        {
            string[] words = texts[n].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool Passes(string word) => !drop || !(word.StartsWith('<') && word.EndsWith('>'));
            string text = split || words.Any(word => !Passes(word)) ? string.Join(' ', words.Where(Passes)) : texts[n];
            parts.Add($"<{roles[n]}>");
            if (text.Length > 0) parts.Add(text);
            if (ends) parts.Add("<end>");
        }
        if (turn && (always || roles.Length == 0 || roles[^1] != "assistant")) parts.Add("<assistant>");
        return string.Join(' ', parts);
    }

    /// <summary>−ln σ(x), for any x.</summary>
    internal static double Surprise(double x) => Math.Max(-x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    internal static double Preference(double[] better, double[] worse) =>
        better.Zip(worse, (one, other) => Surprise(one - other)).Average();

    /// <summary>Advantages; right but for what is switched.</summary>
    internal static double[] Gained(double[] r, double[] v, double gamma, double decay, double last = 0, double next = 1)
    {
        var gained = new double[r.Length];
        for (int t = r.Length - 1; t >= 0; t--)
        {
            double following = t + 1 < r.Length ? v[t + 1] : last * v[t];
            gained[t] = r[t] + next * gamma * following - v[t] + (t + 1 < r.Length ? decay * gained[t + 1] : 0);
        }
        return gained;
    }

    /// <summary>What is sent; right but for what is switched.</summary>
    internal static int[] Sent(string[] roles, int[] lengths, int window, bool system = true, int sign = 1, bool user = true,
        bool gaps = false)
    {
        bool prompt = system && roles.Length > 0 && roles[0] == "system";
        int from = prompt ? 1 : 0, room = window - sign - (prompt ? lengths[0] : 0);
        List<int> kept = [];
        for (int n = roles.Length - 1; n >= from; n--)
        {
            if (lengths[n] <= room)
            {
                room -= lengths[n];
                kept.Insert(0, n);
            }
            else if (!gaps)
            {
                break;
            }
        }
        while (user && kept.Count > 0 && roles[kept[0]] != "user") kept.RemoveAt(0);
        return prompt ? [0, .. kept] : [.. kept];
    }

    /// <summary>The first messages that fit, instead of the last.</summary>
    internal static int[] Oldest(string[] roles, int[] lengths, int window)
    {
        int room = window - 1;
        return [.. Enumerable.Range(0, roles.Length).TakeWhile(n => (room -= lengths[n]) >= 0)];
    }
}
