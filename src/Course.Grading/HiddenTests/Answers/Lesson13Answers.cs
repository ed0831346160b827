using System.Text;
using System.Text.Json;

namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 13.</summary>
internal static class Lesson13Answers
{
    private const int LengthBytes = 8, Special = 5, Mask = 4;

    /// <summary>The probabilities of the tokens that came; each row guesses the token <paramref name="ahead"/> places on.</summary>
    internal static IEnumerable<double> Guesses(int[] text, double[][] p, int ahead = 1) =>
        Enumerable.Range(0, text.Length - 1).Select(t => p[t][text[t + ahead]]);

    internal static double Surprise(IEnumerable<double> guesses) => guesses.Average(p => -Math.Log(p));

    /// <summary>BERT's masking, right but for what is switched.</summary>
    internal static int[][] Masked(int[] text, double[] u, double[] v, int[] other, int special = Special, double share = 0.15,
        double stays = 0.9, bool bounds = false, bool allTargets = false)
    {
        bool Below(double number, double bound) => bounds ? number <= bound : number < bound;
        int[] input = [.. text], targets = new int[text.Length];
        for (int t = 0; t < text.Length; t++)
        {
            bool chosen = text[t] >= special && Below(u[t], share);
            if (chosen || allTargets) targets[t] = text[t];
            if (!chosen) continue;
            if (Below(v[t], 0.8)) input[t] = Mask;
            else if (Below(v[t], stays)) input[t] = other[t];
        }
        return [input, targets];
    }

    /// <summary>The targets of a masking, changed place by place: (input, target) to target.</summary>
    internal static int[][] Retargeted(int[][] masked, Func<int, int, int> target) => [masked[0], [.. masked[0].Zip(masked[1], target)]];

    /// <summary>The place of a text's last token that is no padding.</summary>
    internal static int Last(int[] text) => Array.FindLastIndex(text, token => token != 0);

    internal static double[] Linear(double[] x, double[][] w, double[] b) =>
        [.. w.Zip(b, (row, bias) => row.Zip(x, (a, c) => a * c).Sum() + bias)];

    /// <summary>Where a tensor's bytes begin and end, counted from <paramref name="start"/> of the header's length.</summary>
    internal static int[] Place(int[] file, string name, Func<int, int> start, bool mustBeThere = false)
    {
        byte[] bytes = Array.ConvertAll(file, one => (byte)one);
        int length = (int)BitConverter.ToInt64(bytes, 0);
        return Offsets(Encoding.UTF8.GetString(bytes, LengthBytes, length), name, start(length), mustBeThere);
    }

    internal static int[] Offsets(string header, string name, int start, bool mustBeThere = false)
    {
        using JsonDocument json = JsonDocument.Parse(header);
        if (!json.RootElement.TryGetProperty(name, out JsonElement tensor))
            return mustBeThere ? throw new KeyNotFoundException() : [];
        return [.. tensor.GetProperty("data_offsets").EnumerateArray().Select(offset => start + offset.GetInt32())];
    }

    /// <summary>A file with these tensors, whose numbers follow each other in another order than their names.</summary>
    internal static int[] File(IReadOnlyList<string> names, Random random, string? note = null)
    {
        int[] order = [.. Enumerable.Range(0, names.Count)];
        random.Shuffle(order);
        int[] sizes = [.. names.Select(_ => random.Next(1, 9))];
        int Begin(int n) => 4 * order.TakeWhile(other => other != n).Sum(other => sizes[other]);
        Dictionary<string, object> entries = [];
        if (note is not null) entries["__metadata__"] = new Dictionary<string, string> { ["note"] = note };
        for (int n = 0; n < names.Count; n++)
        {
            int[] offsets = [Begin(n), Begin(n) + 4 * sizes[n]];
            entries[names[n]] = new { dtype = "F32", shape = (int[])[sizes[n]], data_offsets = offsets };
        }
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(entries);
        return [.. BitConverter.GetBytes((long)header.Length), .. header, .. Enumerable.Range(0, 4 * sizes.Sum()).Select(_ =>
            random.Next(256))];
    }
}
