using static Course.Generation.Lesson14Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson14Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 14.</summary>
internal static class Lesson14
{
    internal static IReadOnlyList<HiddenTest> All => [MergedOnce(), Measured(), Cut(), Remembered()];

    private static HiddenTest<MergeAnswer> MergedOnce() =>
        HiddenTest.Define<MergeAnswer>("14.merge", tokens => Merged(tokens, MostFrequent))
            .Edge(EdgeKind.One, "one long token", [new[] { "word" }])
            .Edge(EdgeKind.Tie, "every pair stands there once", [Letters("cabd")])
            .Edge(EdgeKind.Tie, "a b and b a stand there twice", [Letters("ababa")])
            .Edge(EdgeKind.Special, "five equal tokens", [Letters("aaaaa")])
            .Edge(EdgeKind.Special, "the same letters, cut elsewhere", [new[] { "ab", "c", "d", "a", "bc", "e", "d", "e", "a", "d", "e" }])
            .Edge(EdgeKind.Special, "the pair stands at both ends", [Letters("abcabdab")])
            .Edge(EdgeKind.Many, "two hundred tokens of three kinds", random => [Drawn(200, "abc", random)])
            .Random(14, random => [Drawn(random.Next(12, 30), "abcd", random)])
            .WrongAnswer("Glue the pair wherever", tokens => Merged(tokens, MostFrequent, once: true))
            .WrongAnswer("Of equally frequent pairs", tokens => Merged(tokens, LastMostFrequent))
            .WrongAnswer("A token that has been glued", tokens => Merged(tokens, MostFrequent, reused: true))
            .WrongAnswer("Compare both tokens", MergedByLetters)
            .WrongAnswer("Count how often", tokens => Merged(tokens, all => (all[0], all[1])))
            .HiddenWrongAnswer("counts a shared token once", tokens => Merged(tokens, MostFrequentApart))
            .HiddenWrongAnswer("glues from right to left", tokens =>
                [.. Merged([.. tokens.Reverse()], all =>
                {
                    (string left, string right) = MostFrequent([.. all.Reverse()]);
                    return (right, left);
                }).Reverse()]);

    private static HiddenTest<TopPAnswer> Cut() =>
        HiddenTest.Define<TopPAnswer>("14.top-p", (probabilities, p) => TopP(probabilities, p))
            .Edge(EdgeKind.One, "one token, p small", [new[] { 1.0 }, 0.1])
            .Edge(EdgeKind.Tie, "three equals, room for two", [new[] { 0.25, 0.25, 0.25, 0.125, 0.125 }, 0.5])
            .Edge(EdgeKind.Tie, "reached exactly", [new[] { 0.0625, 0.5, 0.1875, 0.25 }, 0.75])
            .Edge(EdgeKind.Special, "the last token is the likeliest", [new[] { 0.0625, 0.0625, 0.125, 0.75 }, 0.5])
            .Edge(EdgeKind.Special, "some tokens are impossible, and p is 1", [new[] { 0.0, 0.5, 0, 0.5 }, 1.0])
            .Edge(EdgeKind.Many, "fifty tokens", random => [Shares(50, random), 0.9])
            .Random(14, random => [Shares(random.Next(4, 9), random), 0.3 + (0.6 * random.NextDouble())])
            .WrongAnswer("Divide what stays", (probabilities, p) => TopP(probabilities, p, shares: false))
            .WrongAnswer("The token with which", (probabilities, p) => TopP(probabilities, p, crossing: false))
            .WrongAnswer("Take the likeliest", (probabilities, p) => TopP(probabilities, p, sorted: false))
            .WrongAnswer("Reached exactly", (probabilities, p) => TopP(probabilities, p, beyond: true))
            .WrongAnswer("p is for the sum", (probabilities, p) =>
            {
                double sum = probabilities.Where(one => one >= p).Sum();
                return [.. probabilities.Select(one => one >= p ? one / sum : 0)];
            })
            .HiddenWrongAnswer("the likeliest alone", (probabilities, _) => TopP(probabilities, 0))
            .HiddenWrongAnswer("sorted, not in place", (probabilities, p) => [.. TopP(probabilities, p).OrderDescending()]);

    private static HiddenTest<CacheAnswer> Remembered() =>
        HiddenTest.Define<CacheAnswer>("14.cache", (q, k, v, room) => Attended(q, k, v, (t, s) => s <= t && s > t - room))
            .Edge(EdgeKind.One, "one token, room for one", [new[] { new[] { 2.0 } }, new[] { new[] { 3.0 } }, new[] { new[] { 4.0 } }, 1])
            .Edge(EdgeKind.Tie, "all keys alike", [Alike(4, 1), Alike(4, 2), new[] { new[] { 1.0 }, [2], [4], [8] }, 2])
            .Edge(EdgeKind.Special, "more room than tokens", random => [.. Text(3, 2, random), 100])
            .Edge(EdgeKind.Special, "room for one", random => [.. Text(4, 3, random), 1])
            .Edge(EdgeKind.VeryLarge, "matches in the thousands",
                [new[] { new[] { 1_000.0 }, [1_000] }, new[] { new[] { 1.0 }, [1.001] }, new[] { new[] { 1.0 }, [2] }, 2])
            .Edge(EdgeKind.Many, "forty tokens, room for eight", random => [.. Text(40, 8, random), 8])
            .Random(12, random => [.. Text(random.Next(5, 10), random.Next(2, 5), random), random.Next(2, 4)])
            .WrongAnswer("Divide each match", (q, k, v, room) => Attended(q, k, v, (t, s) => s <= t && s > t - room, root: false))
            .WrongAnswer("The token itself", (q, k, v, room) => Attended(q, k, v, (t, s) => s <= t && s >= t - room))
            .WrongAnswer("When there is no room", (q, k, v, room) => Attended(q, k, v, (t, s) => s <= t && s < room))
            .WrongAnswer("The cache has a limit", (q, k, v, _) => Attended(q, k, v, (t, s) => s <= t))
            .WrongAnswer("A token sees none", (q, k, v, room) => Attended(q, k, v, (t, s) => s > t - room))
            .HiddenWrongAnswer("overflows", (q, k, v, room) => Attended(q, k, v, (t, s) => s <= t && s > t - room, safe: false))
            .HiddenWrongAnswer("mixes keys, not values", (q, k, _, room) => Attended(q, k, k, (t, s) => s <= t && s > t - room))
            .HiddenWrongAnswer("does not see itself", (q, k, v, room) => Attended(q, k, v, (t, s) => s < t && s >= t - room));

    private static HiddenTest<BitsAnswer> Measured() =>
        HiddenTest.Define<BitsAnswer>("14.bits", (nats, tokens) => Bits(nats, tokens.Sum(Bytes)))
            .Edge(EdgeKind.One, "one token of nine bytes", [new[] { 5.0 }, new[] { " language" }])
            .Edge(EdgeKind.Special, "three scripts", [new[] { 1.0, 2, 4 }, new[] { "a", "é", "光" }])
            .Edge(EdgeKind.Special, "a family of emoji", [new[] { 7.5, 0.5 }, new[] { "👩‍👧", "!" }])
            .Edge(EdgeKind.VeryLarge, "a surprise of 2,500 nats", [new[] { 2_500.0, 1 }, new[] { "x", " and more" }])
            .Edge(EdgeKind.Many, "forty tokens", random => Measure(40, random))
            .Random(12, random => Measure(random.Next(3, 9), random))
            .WrongAnswer("Divide by the number", (nats, tokens) => Bits(nats, tokens.Length))
            .WrongAnswer("A character may take", (nats, tokens) => Bits(nats, tokens.Sum(token => token.Length)))
            .WrongAnswer("From nats to bits", (nats, tokens) => nats.Sum() / tokens.Sum(Bytes))
            .WrongAnswer("Add up first", (nats, tokens) => nats.Zip(tokens, (one, token) => Bits([one], Bytes(token))).Average())
            .HiddenWrongAnswer("logarithms to base ten", (nats, tokens) => nats.Sum() / Math.Log(10) / tokens.Sum(Bytes))
            .HiddenWrongAnswer("the mean surprise", (nats, tokens) => Bits([nats.Average()], tokens.Sum(Bytes)));

    private static string[] Letters(string text) => [.. text.Select(letter => $"{letter}")];

    private static string[] Drawn(int count, string letters, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => $"{letters[random.Next(letters.Length)]}")];

    // Whole 1,024ths, so that a sum is the same in any order.
    private static double[] Shares(int count, Random random)
    {
        int[] parts = [.. Enumerable.Range(0, count).Select(_ => 1)];
        for (int i = count; i < 1_024; i++) parts[(int)(count * Math.Pow(random.NextDouble(), 2))]++;
        random.Shuffle(parts);
        return Array.ConvertAll(parts, part => part / 1_024.0);
    }

    private static double[][] Alike(int count, double number) => [.. Enumerable.Range(0, count).Select(_ => new[] { number })];

    private static object[] Text(int count, int width, Random random) =>
        [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, count)
            .Select(_ => Enumerable.Range(0, width).Select(_ => 4 * random.NextDouble() - 2).ToArray()).ToArray())];

    private static object[] Measure(int count, Random random)
    {
        string[] words = ["a", " the", "ing", "é", "über", "光", " 明月", "😀", "\n"];
        return
        [
            Enumerable.Range(0, count).Select(_ => 6 * random.NextDouble()).ToArray(),
            Enumerable.Range(0, count).Select(i => words[i == 0 ? 5 : random.Next(words.Length)]).ToArray(),
        ];
    }

    private static (string Left, string Right) LastMostFrequent(string[] tokens) =>
        Pairs(tokens).GroupBy(pair => pair).Reverse().OrderByDescending(group => group.Count()).First().Key;

    // In a a a it counts one pair.
    private static (string Left, string Right) MostFrequentApart(string[] tokens)
    {
        Dictionary<(string, string), (int Count, int Next)> seen = [];
        foreach ((int place, (string, string) pair) in Pairs(tokens).Index())
        {
            (int count, int next) = seen.GetValueOrDefault(pair);
            if (place >= next) seen[pair] = (count + 1, place + 2);
        }
        int most = seen.Values.Max(one => one.Count);
        return Pairs(tokens).First(pair => seen[pair].Count == most);
    }
}
