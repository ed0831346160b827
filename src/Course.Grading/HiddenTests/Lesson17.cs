using System.Text;
using static Course.Grading.HiddenTests.Answers.Lesson17Answers;
using static Course.Hub.Lesson17Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 17.</summary>
internal static class Lesson17
{
    private const string Between = """
        {"b":{"dtype":"F64","shape":[2],"data_offsets":[8,24]},"__metadata__":{"by":"Ada"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}
        """;

    private static readonly string[] types = ["F64", "F32", "F16", "I64", "U8"];
    private static readonly int[] sizes = [8, 4, 2, 8, 1];

    internal static IReadOnlyList<HiddenTest> All => [Schedule(), Header(), Pointer(), Summed()];

    private static HiddenTest<ScheduleAnswer> Schedule() =>
        HiddenTest.Define<ScheduleAnswer>("17.noise-schedule", (T, s) => Products(Betas(T, s)))
            .Edge(EdgeKind.One, "one step, a large s", [1, 0.5])
            .Edge(EdgeKind.Special, "two steps: the last β stops at 0.999", [2, 0.1])
            .Edge(EdgeKind.Special, "no offset", [3, 0.0])
            .Edge(EdgeKind.VeryLarge, "the thousand steps of the papers", [1_000, 0.008])
            .Random(14, random => [random.Next(3, 60), Math.Round(0.3 * random.NextDouble(), 3)])
            .WrongAnswer("The last β would", (T, s) => Products(Betas(T, s, most: 1)))
            .WrongAnswer("ᾱ is the product", (T, s) => Array.ConvertAll(Betas(T, s), beta => 1 - beta))
            .WrongAnswer("Those are the β", (T, s) => Betas(T, s))
            .WrongAnswer("The cosine is", (T, s) => Products(Betas(T, s, power: 1)))
            .WrongAnswer("t / T is", (T, s) => Products(Betas(T, s, whole: true)))
            .HiddenWrongAnswer("begins with the picture itself", (T, s) => [1, .. Products(Betas(T, s))[..^1]])
            .HiddenWrongAnswer("forgets s", (T, _) => Products(Betas(T, 0)))
            .HiddenWrongAnswer("the paper's linear schedule", (T, _) =>
                Products([.. Enumerable.Range(0, T).Select(t => 1e-4 + (0.02 - 1e-4) * t / Math.Max(1, T - 1))]));

    private static HiddenTest<HeaderAnswer> Header() =>
        HiddenTest.Define<HeaderAnswer>("17.safetensors-header", file => Tensors(file))
            .Edge(EdgeKind.Special, "texts of the writer between two tensors", [Written(Between, 24)])
            .Edge(EdgeKind.Special, "the tensors are not in the order of their bytes", random => [DrawnFile(3, random, shuffled: true)])
            .Edge(EdgeKind.Special, "blanks after the header", random => [DrawnFile(2, random, blanks: 5)])
            .Edge(EdgeKind.Many, "thirty tensors: the header's length needs its second byte", random => [DrawnFile(30, random)])
            .Random(10, random => [DrawnFile(random.Next(1, 7), random, shuffled: true, blanks: random.Next(0, 8))])
            .WrongAnswer("The offsets count", file => Tensors(file, before: 0, header: false))
            .WrongAnswer("Eight bytes stand", file => Tensors(file, before: 0))
            .WrongAnswer("Sort by the", file => Tensors(file, sorted: false))
            .WrongAnswer("The first offset", file => Tensors(file, side: 1))
            .WrongAnswer("The blanks at", file => Tensors(file, trimmed: true))
            .HiddenWrongAnswer("reads one byte of the length", file => Safely(() => Tensors(file, lengthBytes: 1)))
            .HiddenWrongAnswer("sorts by name", file => [.. Tensors(file).Order(StringComparer.Ordinal)]);

    private static HiddenTest<PointerAnswer> Pointer() =>
        HiddenTest.Define<PointerAnswer>("17.lfs-pointer", content => PointerTo(content))
            .Edge(EdgeKind.Special, "nothing", [""])
            .Edge(EdgeKind.Special, "two line breaks", ["\n\n"])
            .Edge(EdgeKind.Special, "signs of three and four bytes", ["人工智能 🤗"])
            .Edge(EdgeKind.Special, "a Swedish word", ["smörgås"])
            .Random(12, random => [Text(random)])
            .WrongAnswer("Size counts bytes", content => PointerTo(content, characters: true))
            .WrongAnswer("Git LFS writes", content => PointerTo(content, capitals: true))
            .WrongAnswer("The last line", content => PointerTo(content, end: ""))
            .WrongAnswer("An empty file", content => PointerTo(content, empty: false))
            .WrongAnswer("Say which sum", content => PointerTo(content, sum: ""))
            .HiddenWrongAnswer("takes the file for UTF-16", content => PointerTo(content, encoding: Encoding.Unicode))
            .HiddenWrongAnswer("takes blanks and breaks away", content => PointerTo(content.Trim()));

    private static HiddenTest<SummaryAnswer> Summed() =>
        HiddenTest.Define<SummaryAnswer>("17.map-reduce", shards => Summary(All(shards)))
            .Edge(EdgeKind.Empty, "no shard", [Array.Empty<double[]>()])
            .Edge(EdgeKind.Special, "nothing but empty shards", [new double[][] { [], [] }])
            .Edge(EdgeKind.One, "a single number", [new double[][] { [5] }])
            .Edge(EdgeKind.Special, "the first shard is empty", [new double[][] { [], [1, 2], [3] }])
            .Edge(EdgeKind.VeryLarge, "a billion, and a little", random => [Near(1e9, random)])
            .Edge(EdgeKind.Negative, "numbers below zero", [new double[][] { [-4, -2], [-9] }])
            .Edge(EdgeKind.Many, "forty shards", random => [Drawn(40, random)])
            .Random(12, random => [Drawn(random.Next(2, 6), random)])
            .WrongAnswer("A long shard", shards => MeanOfMeans(shards))
            .WrongAnswer("The spread of", shards => Within(shards, one => one, all => all))
            .WrongAnswer("The shards' means", shards => Within(shards, one => one * one, Math.Sqrt))
            .WrongAnswer("Divide by the", shards => Summary(All(shards), fewer: 1))
            .WrongAnswer("Without any number", shards =>
                All(shards) is { Length: > 0 } numbers ? Summary(numbers) : [0, double.NaN, double.NaN])
            .HiddenWrongAnswer("the mean of squares less the square of the mean", shards =>
            {
                double[] numbers = All(shards);
                if (numbers.Length == 0) return [0, 0, 0];
                double mean = numbers.Sum() / numbers.Length, squares = numbers.Sum(x => x * x) / numbers.Length;
                return [numbers.Length, mean, Math.Sqrt(Math.Max(0, squares - (mean * mean)))];
            })
            .HiddenWrongAnswer("counts shards", shards => [shards.Length, .. Summary(All(shards))[1..]])
            .HiddenWrongAnswer("looks at the first shard only", shards => Summary(shards.Length == 0 ? [] : shards[0]));

    private static double[] MeanOfMeans(double[][] shards)
    {
        double[] whole = Summary(All(shards));
        return [whole[0], shards.Where(shard => shard.Length > 0).Select(shard => shard.Average()).DefaultIfEmpty(0).Average(), whole[2]];
    }

    // Mixes the shards' own spreads and forgets that their means differ.
    private static double[] Within(double[][] shards, Func<double, double> there, Func<double, double> back)
    {
        double[] whole = Summary(All(shards));
        if (whole[0] == 0) return whole;
        return [whole[0], whole[1], back(shards.Sum(shard => shard.Length * there(Summary(shard)[2])) / whole[0])];
    }

    private static double[][] Near(double middle, Random random) =>
        [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, random.Next(3, 6)).Select(_ => middle + random.Next(-3, 4)).ToArray()),
            [middle - 5]];

    // The shards differ in length and in mean.
    private static double[][] Drawn(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(shard =>
            Enumerable.Range(0, 2 + shard % 3 + random.Next(3)).Select(_ => (5.0 * shard) + random.Next(40) / 4.0).ToArray())];

    private static string Text(Random random) => "r" + string.Concat(Enumerable.Range(0, random.Next(3, 40))
        .Select(_ => "abc xyz,éüß\n"[random.Next(12)])) + "é\n";

    private static string[] Safely(Func<string[]> answer)
    {
        try
        {
            return answer();
        }
        catch (Exception error) when (error is ArgumentException or System.Text.Json.JsonException)
        {
            return [];
        }
    }

    private static int[] DrawnFile(int count, Random random, bool shuffled = false, int blanks = 0)
    {
        var entries = new List<string>();
        int end = 0;
        for (int n = 0; n < count; n++)
        {
            int type = random.Next(types.Length);
            int[] shape = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(1, 4))];
            int begin = end;
            end += shape.Aggregate(sizes[type], (product, side) => product * side);
            entries.Add($"\"{(char)('a' + random.Next(26))}{n}\":{{\"dtype\":\"{types[type]}\",\"shape\":[{string.Join(',', shape)}],"
                + $"\"data_offsets\":[{begin},{end}]}}");
        }
        if (shuffled) entries.Reverse();
        return Written("{" + string.Join(',', entries) + "}" + new string(' ', blanks), end);
    }

    private static int[] Written(string header, int data) =>
        [header.Length % 256, header.Length / 256, 0, 0, 0, 0, 0, 0, .. header.Select(letter => (int)letter), .. new int[data]];
}
