using System.Text;
using static Course.Grading.HiddenTests.Answers.Lesson13Answers;
using static Course.PreTraining.Lesson13Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 13.</summary>
internal static class Lesson13
{
    internal static IReadOnlyList<HiddenTest> All => [Perplexed(), Hidden(), Headed(), Found()];

    private static HiddenTest<PerplexityAnswer> Perplexed() =>
        HiddenTest.Define<PerplexityAnswer>("13.perplexity", (text, p) => Math.Exp(Surprise(Guesses(text, p))))
            .Edge(EdgeKind.One, "a vocabulary of one token", [new[] { 0, 0, 0 }, new[] { new[] { 1.0 }, [1.0], [1.0] }])
            .Edge(EdgeKind.Special, "never surprised", [new[] { 1, 2, 0 }, new[] { new[] { 0.0, 0, 1 }, [1, 0, 0], [0, 0, 1] }])
            .Edge(EdgeKind.Special, "one token was held for impossible",
                [new[] { 2, 1, 0 }, new[] { new[] { 0.5, 0.25, 0.25 }, [0, 0.5, 0.5], [0.2, 0.3, 0.5] }])
            .Edge(EdgeKind.Many, "a product that would be 0", random => Text(400, 12, random))
            .Random(14, random => Text(random.Next(3, 9), random.Next(2, 6), random))
            .WrongAnswer("Row t guesses", (text, p) => Math.Exp(Surprise(Guesses(text, p, ahead: 0))))
            .WrongAnswer("That is the mean surprise", (text, p) => Surprise(Guesses(text, p)))
            .WrongAnswer("There is one guess less", (text, p) => Math.Exp(Guesses(text, p).Sum(one => -Math.Log(one)) / text.Length))
            .WrongAnswer("Take the mean of the logarithms", (text, p) => 1 / Guesses(text, p).Average())
            .WrongAnswer("A product of many", (text, p) => Math.Pow(Guesses(text, p).Aggregate(1.0, (a, b) => a * b),
                -1.0 / (text.Length - 1)))
            .HiddenWrongAnswer("two to the surprise in nats", (text, p) => Math.Pow(2, Surprise(Guesses(text, p))))
            .HiddenWrongAnswer("the likeliest token in place of the one that came", (text, p) =>
                Math.Exp(Surprise(p.Take(text.Length - 1).Select(row => row.Max()))));

    private static HiddenTest<MaskAnswer> Hidden() =>
        HiddenTest.Define<MaskAnswer>("13.mask", (text, u, v, other) => Masked(text, u, v, other))
            .Edge(EdgeKind.Empty, "no tokens", [Array.Empty<int>(), Array.Empty<double>(), Array.Empty<double>(), Array.Empty<int>()])
            .Edge(EdgeKind.One, "one token, chosen and replaced", [new[] { 7 }, new[] { 0.0 }, new[] { 0.8 }, new[] { 9 }])
            .Edge(EdgeKind.Special, "all five special tokens, all below the bound",
                [new[] { 2, 1, 4, 5, 3, 0 }, new[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, new[] { 0.5, 0.85, 0.1, 0.3, 0.95, 0.2 },
                    new[] { 6, 7, 8, 9, 6, 7 }])
            .Edge(EdgeKind.Special, "three numbers on their bounds",
                [new[] { 8, 9, 10, 11 }, new[] { 0.15, 0.1, 0.1, 0.14 }, new[] { 0.1, 0.8, 0.9, 0.1 }, new[] { 30, 31, 32, 33 }])
            .Edge(EdgeKind.VeryLarge, "large numbers of tokens",
                [new[] { 30_521, 29_999 }, new[] { 0.02, 0.03 }, new[] { 0.88, 0.97 }, new[] { 17_000, 18_000 }])
            .Edge(EdgeKind.Many, "two hundred tokens", random => Draws(200, random))
            .Random(14, random => Draws(random.Next(12, 30), random))
            .WrongAnswer("Special tokens", (text, u, v, other) => Masked(text, u, v, other, special: 0))
            .WrongAnswer("What is replaced or stays", (text, u, v, other) =>
                Retargeted(Masked(text, u, v, other), (input, target) => input == 4 ? target : 0))
            .WrongAnswer("The target is the token", (text, u, v, other) =>
                Retargeted(Masked(text, u, v, other), (input, target) => target == 0 ? 0 : input))
            .WrongAnswer("Of the chosen tokens", (text, u, v, other) => Masked(text, u, v, other, stays: 2))
            .WrongAnswer("Below a bound", (text, u, v, other) => Masked(text, u, v, other, bounds: true))
            .WrongAnswer("Where no token is asked for", (text, u, v, other) => Masked(text, u, v, other, allTargets: true))
            .HiddenWrongAnswer("one draw for both questions", (text, u, _, other) => Masked(text, u, u, other))
            .HiddenWrongAnswer("chooses those above", (text, u, v, other) => Masked(text, [.. u.Select(one => 1 - one)], v, other))
            .HiddenWrongAnswer("a fifth is chosen", (text, u, v, other) => Masked(text, u, v, other, share: 0.2))
            .HiddenWrongAnswer("all chosen are hidden", (text, u, v, other) => Masked(text, u, [.. v.Select(_ => 0.0)], other));

    private static HiddenTest<HeadAnswer> Headed() =>
        HiddenTest.Define<HeadAnswer>("13.head", (states, text, w, b) => Linear(states[Last(text)], w, b))
            .Edge(EdgeKind.One, "one token, one number", [new[] { new[] { 3.0 } }, new[] { 6 }, new[] { new[] { -2.0 }, [0.5] },
                new[] { 1.0, 0 }])
            .Edge(EdgeKind.Special, "one token, and much padding",
                [new[] { new[] { 1.0, 2 }, [5, 5], [7, 7], [9, 8] }, new[] { 2, 0, 0, 0 }, new[] { new[] { 1.0, -1 }, [2, 0] },
                    new[] { 0.5, 0 }])
            .Edge(EdgeKind.Negative, "negative weights",
                [new[] { new[] { -1.0, 2 }, [4, -3] }, new[] { 2, 3 }, new[] { new[] { -1.0, -2 } }, new[] { -4.0 }])
            .Edge(EdgeKind.VeryLarge, "large states",
                [new[] { new[] { 1e6, 2 }, [3e6, -1] }, new[] { 8, 0 }, new[] { new[] { 1.0, 4 }, [0.5, 0] }, new[] { 1.0, 2 }])
            .Edge(EdgeKind.Many, "forty tokens, no padding", random => Headed(40, 0, 8, 3, random))
            .Random(7, random => Headed(random.Next(2, 7), 0, random.Next(2, 5), random.Next(2, 4), random))
            .Random(7, random => Headed(random.Next(2, 7), random.Next(1, 4), random.Next(2, 5), random.Next(2, 4), random))
            .WrongAnswer("Padding has states", (states, _, w, b) => Linear(states[^1], w, b))
            .WrongAnswer("That is the first", (states, _, w, b) => Linear(states[0], w, b))
            .WrongAnswer("The biases", (states, text, w, b) => Linear(states[Last(text)], w, new double[b.Length]))
            .WrongAnswer("Take the state of one token", (states, text, w, b) => Linear(
                [.. states[0].Select((_, i) => states.Take(Last(text) + 1).Average(state => state[i]))], w, b))
            .WrongAnswer("Logits are asked for", (states, text, w, b) => Answers.Lesson12Answers.Softmax(Linear(states[Last(text)], w, b)))
            .HiddenWrongAnswer("the token before the last", (states, text, w, b) => Linear(states[Math.Max(0, Last(text) - 1)], w, b))
            .HiddenWrongAnswer("the first class alone", (states, text, w, b) =>
                [.. Linear(states[Last(text)], w, b).Select((one, n) => n == 0 ? one : 0)]);

    private static HiddenTest<PlaceAnswer> Found() =>
        HiddenTest.Define<PlaceAnswer>("13.safetensors", (file, name) => Place(file, name, length => 8 + length))
            .Edge(EdgeKind.Special, "no tensor of that name", random => [File(["weight", "bias"], random), "biases"])
            .Edge(EdgeKind.Special, "a header whose length takes two bytes", random =>
                [File(["bert.pooler.dense.weight", "bert.pooler.dense.bias", "cls.predictions.bias"], random, new string('n', 300)),
                    "bert.pooler.dense.bias"])
            .Edge(EdgeKind.Special, "a name that is the beginning of another", random => [File(["h.0.ln_1.weight", "h.0.ln_1"], random),
                "h.0.ln_1"])
            .Edge(EdgeKind.Many, "thirty tensors", random => [File(Names(30), random), Names(30)[random.Next(30)]])
            .Random(12, random => [File(Names(4), random, note: "drawn"), Names(4)[random.Next(4)]])
            .WrongAnswer("The offsets count", (file, name) => Place(file, name, _ => 0))
            .WrongAnswer("Eight bytes stand", (file, name) => Place(file, name, length => length))
            .WrongAnswer("Return the place behind", (file, name) =>
                Place(file, name, length => 8 + length) is [var begin, var end] ? [begin, end - begin] : [])
            .WrongAnswer("The second number", (file, name) =>
                Place(file, name, length => 8 + length) is [var begin, var end] ? [begin, end - 1] : [])
            .WrongAnswer("If no tensor", (file, name) => Place(file, name, length => 8 + length, mustBeThere: true))
            .HiddenWrongAnswer("one byte is the whole length", (file, name) => Offsets(
                Encoding.UTF8.GetString(Array.ConvertAll(file, one => (byte)one), 8, file[0]), name, 8 + file[0]))
            .HiddenWrongAnswer("the first tensor, whatever its name", (file, _) => Place(file, Names(1)[0], length => 8 + length));

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(n => $"encoder.layer.{n}.weight")];

    // Each row's probabilities are at least 0.02 or so, so that no guess is held for impossible.
    private static object[] Text(int length, int vocabulary, Random random)
    {
        int[] text = [.. Enumerable.Range(0, length).Select(_ => random.Next(vocabulary))];
        double[][] p = [.. text.Select(_ =>
        {
            double[] row = [.. Enumerable.Range(0, vocabulary).Select(_ => 0.1 + random.NextDouble())];
            return Array.ConvertAll(row, one => one / row.Sum());
        })];
        return [text, p];
    }

    // Places in turn are chosen and hidden, not chosen, chosen and replaced, chosen and left, and special.
    private static object[] Draws(int length, Random random)
    {
        int[] text = [.. Enumerable.Range(0, length).Select(t => t % 5 == 4 ? random.Next(0, 5) : random.Next(5, 40))];
        double[] u = [.. text.Select((_, t) => t % 5 == 1 ? 0.16 + (t % 2 == 1 ? 0.03 : 0.8) * random.NextDouble()
            : 0.15 * random.NextDouble())];
        double[] v = [.. text.Select((_, t) => t % 5 switch
        {
            2 => 0.8 + 0.1 * random.NextDouble(),
            3 => 0.9 + 0.1 * random.NextDouble(),
            _ => 0.8 * random.NextDouble(),
        })];
        return [text, u, v, text.Select(_ => random.Next(40, 60)).ToArray()];
    }

    private static object[] Headed(int tokens, int padding, int width, int classes, Random random)
    {
        double[][] Rows(int count) =>
            [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, width).Select(_ => 4 * random.NextDouble() - 2).ToArray())];
        int[] text = [.. Enumerable.Range(0, tokens).Select(_ => random.Next(1, 50)), .. new int[padding]];
        return [Rows(tokens + padding), text, Rows(classes), Enumerable.Range(0, classes).Select(_ => 1 + random.NextDouble()).ToArray()];
    }
}
