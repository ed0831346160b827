using System.Buffers.Binary;
using System.Text;

namespace Course.PreTraining;

/// <summary>The exercises of lesson 13.</summary>
internal static class Lesson13Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<PerplexityAnswer>("13.perplexity", "Perplexity", points: 2)
            .Case([new[] { 0, 1 }, new[] { Row(0.5, 0.5), Row(0.9, 0.1) }], expected: 2.0, note: "two tokens: one guess")
            .Case([new[] { 0, 1, 2 }, new[] { Row(0.2, 0.5, 0.3), Row(0.1, 0.1, 0.8), Row(0.6, 0.2, 0.2) }], expected: 1.58113883,
                note: "three tokens: two guesses")
            .Case([new[] { 0, 0, 1 }, new[] { Row(1, 0), Row(0, 1), Row(0.5, 0.5) }], expected: 1.0, note: "never surprised")
            .Case([new[] { 3, 1, 2, 0 }, new[] { Quarters(), Quarters(), Quarters(), Quarters() }], expected: 4.0,
                note: "a model that knows nothing of four tokens")
            .Case([new[] { 0, 1 }, new[] { Row(1, 0), Row(0.5, 0.5) }], expected: double.PositiveInfinity,
                note: "it held for impossible what came")
            .Case([new[] { 0, 1, 1 }, new[] { Row(1, 1e-200), Row(1, 1e-200), Row(0.5, 0.5) }], expected: 1e200, note: "tiny probabilities")
            .WrongAnswer<double>("Row t guesses token t + 1.", 2, 7.071067812, double.PositiveInfinity, 4, 1, 1e100)
            .WrongAnswer<double>("That is the mean surprise. The perplexity is e to that power.", 0.693147181, 0.458145366, 0, 1.386294361,
                double.PositiveInfinity, 460.517018599)
            .WrongAnswer<double>("There is one guess less than there are tokens.", 1.414213562, 1.357208808, 1, 2.828427125,
                double.PositiveInfinity, 2.15443469e133)
            .WrongAnswer<double>("Take the mean of the logarithms, not of the probabilities.", 2, 1.538461538, 1, 4,
                double.PositiveInfinity, 1e200)
            .WrongAnswer<double>("A product of many small numbers becomes 0: add up logarithms instead.", 2, 1.58113883, 1, 4,
                double.PositiveInfinity, double.PositiveInfinity)
            .Within(1e-6),

        Exercise.Define<MaskAnswer>("13.mask", "BERT's masking", points: 3)
            .Case([Mail(), Row(0.9, 0.9, 0.9, 0.9), Halves(), Others()], expected: new[] { Mail(), None() }, note: "nothing is chosen")
            .Case([Mail(), Second(), Halves(), Others()], expected: new[] { [2, 4, 11, 3], Ten() }, note: "one token is hidden")
            .Case([Mail(), Second(), Row(0.5, 0.85, 0.5, 0.5), Others()], expected: new[] { [2, 21, 11, 3], Ten() },
                note: "one is replaced by another")
            .Case([Mail(), Second(), Row(0.5, 0.95, 0.5, 0.5), Others()], expected: new[] { Mail(), Ten() },
                note: "one stays, and is asked for all the same")
            .Case([Mail(), Row(0.01, 0.5, 0.5, 0.01), Halves(), Others()], expected: new[] { Mail(), None() },
                note: "special tokens are never chosen")
            .Case([new[] { 2, 10, 11, 12, 3 }, Row(0.5, 0.15, 0.1, 0.1, 0.5), Row(0.5, 0.5, 0.8, 0.9, 0.5), new[] { 20, 21, 22, 23, 24 }],
                expected: new[] { [2, 10, 22, 12, 3], new[] { 0, 0, 11, 12, 0 } }, note: "each bound itself is not below it")
            .Case([Array.Empty<int>(), Row(), Row(), Array.Empty<int>()], expected: new[] { Array.Empty<int>(), [] }, note: "no tokens")
            .WrongAnswer<int[][]>("Special tokens, those below 5, are never chosen.",
                [Mail(), None()], [[2, 4, 11, 3], Ten()], [[2, 21, 11, 3], Ten()], [Mail(), Ten()],
                [[4, 10, 11, 4], [2, 0, 0, 3]], [[2, 10, 22, 12, 3], [0, 0, 11, 12, 0]], [[], []])
            .WrongAnswer<int[][]>("What is replaced or stays is asked for, too.",
                [Mail(), None()], [[2, 4, 11, 3], Ten()], [[2, 21, 11, 3], None()], [Mail(), None()],
                [Mail(), None()], [[2, 10, 22, 12, 3], [0, 0, 0, 0, 0]], [[], []])
            .WrongAnswer<int[][]>("The target is the token that stood there, not what stands there now.",
                [Mail(), None()], [[2, 4, 11, 3], [0, 4, 0, 0]], [[2, 21, 11, 3], [0, 21, 0, 0]], [Mail(), Ten()],
                [Mail(), None()], [[2, 10, 22, 12, 3], [0, 0, 22, 12, 0]], [[], []])
            .WrongAnswer<int[][]>("Of the chosen tokens, one in ten stays as it is.",
                [Mail(), None()], [[2, 4, 11, 3], Ten()], [[2, 21, 11, 3], Ten()], [[2, 21, 11, 3], Ten()],
                [Mail(), None()], [[2, 10, 22, 23, 3], [0, 0, 11, 12, 0]], [[], []])
            .WrongAnswer<int[][]>("Below a bound does not include the bound.",
                [Mail(), None()], [[2, 4, 11, 3], Ten()], [[2, 21, 11, 3], Ten()], [Mail(), Ten()],
                [Mail(), None()], [[2, 4, 4, 23, 3], [0, 10, 11, 12, 0]], [[], []])
            .WrongAnswer<int[][]>("Where no token is asked for, the target is 0.",
                [Mail(), Mail()], [[2, 4, 11, 3], Mail()], [[2, 21, 11, 3], Mail()], [Mail(), Mail()],
                [Mail(), Mail()], [[2, 10, 22, 12, 3], [2, 10, 11, 12, 3]], [[], []])
            .Within(0),

        Exercise.Define<HeadAnswer>("13.head", "A head for fine-tuning", points: 2)
            .Case([new[] { Row(2, 1) }, new[] { 5 }, new[] { Row(1, 3) }, Row(0.5)], expected: Row(5.5), note: "one token, one class")
            .Case([States(), new[] { 2, 7, 3 }, new[] { Row(1, 2), Row(3, -1) }, Row(0, 1)], expected: Row(0, 8),
                note: "three tokens, two classes")
            .Case([new[] { Row(1, 0), Row(0, 1), Row(2, -1), Row(9, 9), Row(9, 9) }, new[] { 2, 7, 3, 0, 0 },
                new[] { Row(1, 2), Row(3, -1) }, Row(0, 1)], expected: Row(0, 8), note: "the same text, filled up with padding")
            .Case([new[] { Row(1, 1), Row(0.5, -2) }, new[] { 2, 3 }, new[] { Row(1, 0), Row(0, 1), Row(1, 1) }, Row(0.1, 0.2, 0.3)],
                expected: Row(0.6, -1.8, -1.2), note: "three classes")
            .WrongAnswer<double[]>("Padding has states, too. Take the last token that is not 0.", Row(5.5), Row(0, 8), Row(27, 19),
                Row(0.6, -1.8, -1.2))
            .WrongAnswer<double[]>("That is the first token's state. It has seen nothing of what follows.", Row(5.5), Row(1, 4), Row(1, 4),
                Row(1.1, 1.2, 2.3))
            .WrongAnswer<double[]>("The biases b are missing.", Row(5), Row(0, 7), Row(0, 7), Row(0.5, -2, -1.5))
            .WrongAnswer<double[]>("Take the state of one token, not the mean of all.", Row(5.5), Row(1, 4), Row(1, 4),
                Row(0.85, -0.3, 0.55))
            .WrongAnswer<double[]>("Logits are asked for, before any softmax.", Row(1), Row(0.00033535, 0.99966465),
                Row(0.00033535, 0.99966465), Row(0.796167668, 0.072226701, 0.13160563))
            .Within(1e-6),

        Exercise.Define<PlaceAnswer>("13.safetensors", "Where a file keeps a tensor", points: 3)
            .Case([File(One, 8), "w"], expected: new[] { 62, 70 }, note: "one tensor: the header has 54 bytes")
            .Case([File(Two, 12), "b"], expected: new[] { 119, 127 }, note: "the second of two: the header has 107 bytes")
            .Case([File(Swapped, 12), "a"], expected: new[] { 115, 119 }, note: "the header names them in another order")
            .Case([File(Long, 8), "w"], expected: new[] { 310, 318 }, note: "a header of 302 bytes: its length takes two bytes")
            .Case([File(One + "  ", 8), "w"], expected: new[] { 64, 72 }, note: "spaces fill the header up")
            .Case([File(Two, 12), "c"], expected: Array.Empty<int>(), note: "no tensor has that name")
            .WrongAnswer<int[]>("The offsets count from the end of the header.", [0, 8], [4, 12], [0, 4], [0, 8], [0, 8], [])
            .WrongAnswer<int[]>("Eight bytes stand before the header, too.", [54, 62], [111, 119], [107, 111], [302, 310], [56, 64], [])
            .WrongAnswer<int[]>("Return the place behind the last byte, not the number of bytes.", [62, 8], [119, 8], [115, 4], [310, 8],
                [64, 8], [])
            .WrongAnswer<int[]>("The second number is the byte behind the last one.", [62, 69], [119, 126], [115, 118], [310, 317],
                [64, 71], [])
            .WrongAnswer("If no tensor has the name, return an empty array.", new[] { 62, 70 }, new[] { 119, 127 }, new[] { 115, 119 },
                new[] { 310, 318 }, new[] { 64, 72 }, typeof(KeyNotFoundException))
            .Within(0),
    ];

    internal delegate double PerplexityAnswer(int[] text, double[][] p);

    internal delegate int[][] MaskAnswer(int[] text, double[] u, double[] v, int[] other);

    internal delegate double[] HeadAnswer(double[][] states, int[] text, double[][] W, double[] b);

    internal delegate int[] PlaceAnswer(int[] file, string name);

    private static string One => """{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    private static string Two =>
        """{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""";

    private static string Swapped =>
        """{"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""";

    private static string Long => $$$"""{"__metadata__":{"note":"{{{new string('x', 221)}}}"},{{{One[1..]}}}""";

    /// <summary>A file as the format has it: eight bytes, lowest first, with the header's length; the header; the numbers.</summary>
    private static int[] File(string header, int numbers)
    {
        byte[] length = new byte[8], text = Encoding.UTF8.GetBytes(header);
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. new byte[numbers]];
    }

    private static double[] Row(params double[] numbers) => numbers;

    private static double[] Quarters() => [0.25, 0.25, 0.25, 0.25];

    private static int[] Mail() => [2, 10, 11, 3];

    private static int[] None() => [0, 0, 0, 0];

    private static int[] Ten() => [0, 10, 0, 0];

    private static double[] Second() => [0.9, 0.1, 0.9, 0.9];

    private static double[] Halves() => [0.5, 0.5, 0.5, 0.5];

    private static int[] Others() => [20, 21, 22, 23];

    private static double[][] States() => [Row(1, 0), Row(0, 1), Row(2, -1)];
}
