using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 17.</summary>
internal static class Lesson17Answers
{
    /// <summary>β_1 to β_T of the schedule after a cosine; right but for what is switched.</summary>
    internal static double[] Betas(int T, double s, double most = 0.999, int power = 2, bool whole = false)
    {
        return [.. Enumerable.Range(1, T).Select(t => Math.Min(1 - (Left(t) / Left(t - 1)), most))];

        double Left(int t)
        {
            double share = whole ? t / T : (double)t / T;
            return Math.Pow(Math.Cos((share + s) / (1 + s) * Math.PI / 2), power);
        }
    }

    /// <summary>The products of all 1 − β up to each step.</summary>
    internal static double[] Products(double[] betas)
    {
        double left = 1;
        return Array.ConvertAll(betas, beta => left *= 1 - beta);
    }

    /// <summary>The tensors of a file; right but for what is switched.</summary>
    internal static string[] Tensors(
        int[] file, bool sorted = true, int before = 8, bool header = true, int side = 0, bool trimmed = false, int lengthBytes = 8)
    {
        long length = 0;
        for (int n = lengthBytes - 1; n >= 0; n--) length = (length * 256) + file[n];
        string text = Encoding.UTF8.GetString([.. file[8..(8 + (int)length)].Select(one => (byte)one)]);
        long start = before + (header ? trimmed ? text.TrimEnd().Length : length : 0);
        using JsonDocument document = JsonDocument.Parse(text);
        var tensors = document.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__").Select(entry => (
            entry.Name, Type: entry.Value.GetProperty("dtype").GetString(), Shape: Numbers(entry.Value, "shape"),
            Offsets: Numbers(entry.Value, "data_offsets")));
        if (sorted) tensors = tensors.OrderBy(tensor => tensor.Offsets[0]);
        return [.. tensors.Select(tensor => $"{tensor.Name} {tensor.Type} [{string.Join(',', tensor.Shape)}] {start + tensor.Offsets[side]}")];
    }

    /// <summary>The pointer to a file; right but for what is switched.</summary>
    internal static string PointerTo(
        string content, bool characters = false, bool capitals = false, string end = "\n", bool empty = true, string sum = "sha256:",
        Encoding? encoding = null)
    {
        if (content.Length == 0 && empty) return "";
        byte[] bytes = (encoding ?? Encoding.UTF8).GetBytes(content);
        string oid = Convert.ToHexString(SHA256.HashData(bytes));
        string size = (characters ? content.Length : bytes.Length).ToString(CultureInfo.InvariantCulture);
        return $"version https://git-lfs.github.com/spec/v1\noid {sum}{(capitals ? oid : oid.ToLowerInvariant())}\nsize {size}{end}";
    }

    /// <summary>Count, mean and spread of all numbers.</summary>
    internal static double[] Summary(double[] numbers, int fewer = 0)
    {
        if (numbers.Length == 0) return [0, 0, 0];
        double mean = numbers.Average();
        return [numbers.Length, mean, Math.Sqrt(numbers.Sum(x => (x - mean) * (x - mean)) / (numbers.Length - fewer))];
    }

    internal static double[] All(double[][] shards) => [.. shards.SelectMany(shard => shard)];

    private static long[] Numbers(JsonElement entry, string name) =>
        [.. entry.GetProperty(name).EnumerateArray().Select(one => one.GetInt64())];
}
