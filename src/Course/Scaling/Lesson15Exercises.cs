namespace Course.Scaling;

/// <summary>The exercises of lesson 15.</summary>
internal static class Lesson15Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<FitAnswer>("15.power-law", "Fit a power law", points: 3)
            .Case([Row(1, 2), Row(8, 4)], expected: Row(8, 1), note: "two points: a = 8, and half for twice the size")
            .Case([Row(1, 10, 100), Row(3, 3, 3)], expected: Row(3, 0), note: "nothing falls: b = 0")
            .Case([Row(10, 100, 1000), Row(20, 2, 0.2)], expected: Row(200, 1), note: "a tenth for ten times the size")
            .Case([Row(1, 4, 16), Row(2, 4, 8)], expected: Row(2, -0.5), note: "a law that rises has a negative exponent")
            .Case([Row(1, 2, 4), Row(8, 3, 2)], expected: Row(7.268482371, 1), note: "not quite a law: all three points count")
            .Case([Row(768, 3072, 12288, 49152, 110592), Row(2.6, 2.4, 2.2, 2.05, 1.95)], expected: Row(3.809067261, 0.05766534566),
                note: "five sizes of GPT")
            .WrongAnswer<double[]>("b is positive where y falls: the line's slope is −b.", Row(8, -1), Row(3, 0), Row(200, -1),
                Row(2, 0.5), Row(7.268482371, -1), Row(3.809067261, -0.05766534566))
            .WrongAnswer<double[]>("The line's height at ln x = 0 is ln a: turn it back with Math.Exp.", Row(2.079441542, 1),
                Row(1.098612289, 0), Row(5.298317367, 1), Row(0.6931471806, -0.5), Row(1.983547518, 1), Row(1.337384346, 0.05766534566))
            .WrongAnswer<double[]>("Take the logarithms of x and of y first: only there is the law a line.", Row(12, 4), Row(3, 0),
                Row(12.1, 0.0127027027), Row(2, -0.380952381), Row(8.5, 1.785714286), Row(2.407823874, 4.771193649e-06))
            .WrongAnswer<double[]>("All points count, not only the first and the last.", Row(8, 1), Row(3, 0), Row(200, 1), Row(2, -0.5),
                Row(8, 1), Row(3.81939921, 0.0578858913))
            .WrongAnswer<double[]>("x needs its logarithm, too.", Row(16, 0.6931471806), Row(3, 0), Row(8.168477305, 0.003803068472),
                Row(2.244924097, -0.0825175215), Row(9.797958971, 0.4250458966), Row(2.403706961, 2.16039993e-06))
            .Within(1e-6),

        Exercise.Define<FlopsAnswer>("15.flops", "What a training costs", points: 2)
            .Case([1, 1, 1, 1, 1.0], expected: 90.0, note: "the smallest: 24 + 4 + 2, three times")
            .Case([2, 4, 3, 5, 1.0], expected: 2856.0, note: "two blocks of four numbers")
            .Case([1, 64, 29, 32, 128.0], expected: 42319872.0, note: "the cell's model and its 128 tokens")
            .Case([3, 2, 0, 10, 7.0], expected: 11088.0, note: "no output: a body alone")
            .Case([12, 768, 50257, 1024, 1.0], expected: 854438400.0, note: "the smallest GPT-2, for one token")
            .Case([96, 12288, 50257, 2048, 300e9], expected: 3.22912029082e+23, note: "GPT-3")
            .WrongAnswer<double>("The way back costs twice the way forward.", 30, 952, 14106624, 3696, 284812800, 1.07637343027e+23)
            .WrongAnswer<double>("Each weight takes a multiplication and an addition.", 45, 1428, 21159936, 5544, 427219200,
                1.61456014541e+23)
            .WrongAnswer<double>("Queries meet keys, and shares mix values: neither product has weights.", 78, 2376, 39174144, 6048,
                741192192, 3.14214720307e+23)
            .WrongAnswer<double>("Two products of the heads count: queries with keys, and shares with values.", 84, 2616, 40747008, 8568,
                797815296, 3.18563374694e+23)
            .WrongAnswer<double>("The answer is compared with all rows of the table, 2 V d.", 84, 2784, 40894464, 11088, 622854144,
                3.21800424653e+23)
            .Within(1e-6),

        Exercise.Define<SplitAnswer>("15.chinchilla", "Spend a budget", points: 3)
            .Case([6.0, 1.0, 1.0, 1.0, 1.0], expected: Row(1, 1), note: "one of each: 6 · 1 · 1")
            .Case([600.0, 1.0, 0.5, 1.0, 0.5], expected: Row(10, 10), note: "both alike: ten and ten")
            .Case([600.0, 4.0, 1.0, 1.0, 1.0], expected: Row(20, 5), note: "a small model leaves more: make it larger")
            .Case([6000.0, 2.0, 0.5, 1.0, 1.0], expected: Row(100, 10), note: "α and β differ")
            .Case([600.0, 1.0, 0.25, 2.0, 0.75], expected: Row(5.270462767, 18.97366596), note: "data wear off faster than size")
            .Case([5.76e23, 482.01, 0.3478, 2085.43, 0.3658], expected: Row(7.22487025e+10, 1.328743585e+12),
                note: "Chinchilla's budget: about 18 tokens for each parameter")
            .WrongAnswer<double[]>("C is 6 N D: divide it by 6.", Row(2.449489743, 2.449489743), Row(24.49489743, 24.49489743),
                Row(48.98979486, 12.24744871), Row(330.1927249, 18.17120593), Row(20.20515505, 29.69539202),
                Row(1.81017184e+11, 3.182018343e+12))
            .WrongAnswer<double[]>("N comes first, then D.", Row(1, 1), Row(10, 10), Row(5, 20), Row(10, 100),
                Row(18.97366596, 5.270462767), Row(1.328743585e+12, 7.22487025e+10))
            .WrongAnswer<double[]>("α and β stand in front, too: both slopes have to be equal, α A / N^α = β B / D^β.", Row(1, 1),
                Row(10, 10), Row(20, 5), Row(158.7401052, 6.299605249), Row(15.8113883, 6.32455532), Row(7.7542412e+10, 1.238032162e+12))
            .WrongAnswer<double[]>("N grows with C to the power β / (α + β), not α / (α + β).", Row(1, 1), Row(10, 10), Row(20, 5),
                Row(10, 100), Row(0.5270462767, 189.7366596), Row(1.901604934e+10, 5.048367211e+12))
            .WrongAnswer<double[]>("N and D need not be equal.", Row(1, 1), Row(10, 10), Row(10, 10), Row(31.6227766, 31.6227766),
                Row(10, 10), Row(3.098386677e+11, 3.098386677e+11))
            .Within(1e-6),

        Exercise.Define<MetricsAnswer>("15.metric", "A kinder metric", points: 4)
            .Case([Words("83"), Words("83")], expected: Row(1, 0), note: "one answer, and right")
            .Case([Words("84"), Words("83")], expected: Row(0, 1), note: "one digit replaced")
            .Case([Words("123", "124"), Words("123", "134")], expected: Row(0.5, 0.5), note: "one right, one off by a digit")
            .Case([Words("2345"), Words("12345")], expected: Row(0, 1), note: "the first digit is missing: one insertion")
            .Case([Words("", "7"), Words("15", "7")], expected: Row(0.5, 1), note: "nothing was written: two insertions")
            .Case([Words("12340", "999", "5"), Words("1234", "1000", "5")], expected: Row(0.3333333333, 1.666666667),
                note: "a digit too many, and one that is all wrong")
            .WrongAnswer<double[]>("A missing digit moves all others: do not compare place by place.", Row(1, 0), Row(0, 1),
                Row(0.5, 0.5), Row(0, 5), Row(0.5, 1), Row(0.3333333333, 1.666666667))
            .WrongAnswer<double[]>("To replace a sign is one change, not two.", Row(1, 0), Row(0, 2), Row(0.5, 1), Row(0, 1), Row(0.5, 1),
                Row(0.3333333333, 2.666666667))
            .WrongAnswer<double[]>("Both figures are means over all answers.", Row(1, 0), Row(0, 1), Row(0.5, 1), Row(0, 1), Row(0.5, 2),
                Row(0.3333333333, 5))
            .WrongAnswer<double[]>("The first figure is a share of all answers.", Row(1, 0), Row(0, 1), Row(1, 0.5), Row(0, 1), Row(1, 1),
                Row(1, 1.666666667))
            .WrongAnswer<double[]>("Right answers count as well, with a distance of 0.", Row(1, 0), Row(0, 1), Row(0.5, 1), Row(0, 1),
                Row(0.5, 2), Row(0.3333333333, 2.5))
            .Within(1e-6),
    ];

    internal delegate double[] FitAnswer(double[] x, double[] y);

    internal delegate double FlopsAnswer(int layers, int width, int vocabulary, int context, double tokens);

    internal delegate double[] SplitAnswer(double C, double A, double alpha, double B, double beta);

    internal delegate double[] MetricsAnswer(string[] written, string[] right);

    private static double[] Row(params double[] numbers) => numbers;

    private static string[] Words(params string[] words) => words;
}
