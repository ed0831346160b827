namespace Course.Transformers;

/// <summary>The exercises of lesson 12.</summary>
internal static class Lesson12Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<LookAnswer>("12.look", "Where one query looks", points: 2)
            .Case([new[] { 1.0, 1 }, new[] { Row(1, 0) }], expected: Row(1), note: "one key: the whole look goes there")
            .Case([new[] { 1.0, 1 }, new[] { Row(2, 0), Row(0, 2) }], expected: Row(0.5, 0.5), note: "two keys that match equally well")
            .Case([new[] { 1.0, 1 }, new[] { Row(1, 0), Row(3, 0), Row(1, 1) }], expected: Row(0.140029245, 0.575975345, 0.28399541),
                note: "muddy, river, bank")
            .Case([new[] { 1.0, 1, 1, 1 }, new[] { Row(1, 1, 1, 1), Row(0, 0, 0, 0) }], expected: Row(0.880797078, 0.119202922),
                note: "four numbers: the root is 2")
            .Case([new[] { -1.0, 0 }, new[] { Row(1, 0), Row(0, 0) }], expected: Row(0.330238451, 0.669761549), note: "a negative match")
            .Case([new[] { 30.0, 30 }, new[] { Row(30, 30), Row(0, 0) }], expected: Row(1, 0), note: "a match too large for Math.Exp")
            .WrongAnswer<double[]>("Divide each match by the root of d.", Row(1), Row(0.5, 0.5), Row(0.090030573, 0.665240956, 0.244728471),
                Row(0.98201379, 0.01798621), Row(0.268941421, 0.731058579), Row(1, 0))
            .WrongAnswer<double[]>("Divide by the root of d, not by d.", Row(1), Row(0.5, 0.5), Row(0.186323723, 0.506480391, 0.307195886),
                Row(0.731058579, 0.268941421), Row(0.377540669, 0.622459331), Row(1, 0))
            .WrongAnswer<double[]>("d is the length of the query, not the number of keys.", Row(1), Row(0.5, 0.5),
                Row(0.16794345, 0.532896838, 0.299159712), Row(0.944192781, 0.055807219), Row(0.330238451, 0.669761549), Row(1, 0))
            .WrongAnswer<double[]>("Subtract the largest match first, as in lesson 02: Math.Exp overflows.", Row(1), Row(0.5, 0.5),
                Row(0.140029245, 0.575975345, 0.28399541), Row(0.880797078, 0.119202922), Row(0.330238451, 0.669761549), Row(double.NaN, 0))
            .WrongAnswer<double[]>("The shares must add up to 1: divide by their sum.", Row(1), Row(1, 1), Row(0.243116734, 1, 0.493068691),
                Row(1, 0.135335283), Row(0.493068691, 1), Row(1, 0))
            .Within(1e-6),

        Exercise.Define<PositionAnswer>("12.position", "The code of a position", points: 2)
            .Case([0, 4], expected: Row(0, 1, 0, 1), note: "position 0: every sine is 0, every cosine 1")
            .Case([1, 2], expected: Row(0.841470985, 0.540302306), note: "one pair: it turns by 1 at each position")
            .Case([1, 4], expected: Row(0.841470985, 0.540302306, 0.009999833, 0.99995), note: "two pairs: the second turns slowly")
            .Case([10, 6], expected: Row(-0.544021111, -0.839071529, 0.447670835, 0.894198425, 0.02154268, 0.99976793), note: "three pairs")
            .Case([1000, 8], expected: Row(0.826879541, 0.562379076, -0.506365641, 0.862318872, -0.544021111, -0.839071529, 0.841470985,
                0.540302306), note: "a position far away")
            .WrongAnswer<double[]>("The two numbers of a pair share one frequency.", Row(0, 1, 0, 1), Row(0.841470985, 0.99995),
                Row(0.841470985, 0.995004165, 0.009999833, 0.9999995),
                Row(-0.544021111, -0.551063658, 0.447670835, 0.995004165, 0.02154268, 0.999989228),
                Row(0.826879541, -0.477409638, -0.506365641, 0.978682697, -0.544021111, -0.999786073, 0.841470985, 0.95041528))
            .WrongAnswer<double[]>("The sine comes first in each pair, then the cosine.", Row(1, 0, 1, 0), Row(0.540302306, 0.841470985),
                Row(0.540302306, 0.841470985, 0.99995, 0.009999833),
                Row(-0.839071529, -0.544021111, 0.894198425, 0.447670835, 0.99976793, 0.02154268),
                Row(0.562379076, 0.826879541, 0.862318872, -0.506365641, -0.839071529, -0.544021111, 0.540302306, 0.841470985))
            .WrongAnswer<double[]>("Divide pos by the power of 10,000.", Row(0, 1, 0, 1), Row(0.841470985, 0.540302306),
                Row(0.841470985, 0.540302306, -0.506365641, 0.862318872),
                Row(-0.544021111, -0.839071529, 0.970289403, -0.241947256, -0.993473487, -0.114063271),
                Row(0.826879541, 0.562379076, -0.305614389, -0.952155368, 0.035748798, -0.999360807, -0.349993502, 0.936752128))
            .WrongAnswer<double[]>("The exponent of pair i is 2i/d, not i/d.", Row(0, 1, 0, 1), Row(0.841470985, 0.540302306),
                Row(0.841470985, 0.540302306, 0.099833417, 0.995004165),
                Row(-0.544021111, -0.839071529, 0.834463208, -0.551063658, 0.447670835, 0.894198425),
                Row(0.826879541, 0.562379076, 0.878680851, -0.477409638, -0.506365641, 0.862318872, 0.205378138, 0.978682697))
            .WrongAnswer<double[]>("Sines and cosines take turns.", Row(0, 0, 1, 1), Row(0.841470985, 0.540302306),
                Row(0.841470985, 0.009999833, 0.540302306, 0.99995),
                Row(-0.544021111, 0.447670835, 0.02154268, -0.839071529, 0.894198425, 0.99976793),
                Row(0.826879541, -0.506365641, -0.544021111, 0.841470985, 0.562379076, 0.862318872, -0.839071529, 0.540302306))
            .Within(1e-6),

        Exercise.Define<CausalAnswer>("12.causal", "Do not look ahead", points: 2)
            .Case([new[] { Row(3) }], expected: new[] { Row(1) }, note: "one token: it looks at itself")
            .Case([new[] { Row(0, 5), Row(0, 0) }], expected: new[] { Row(1, 0), Row(0.5, 0.5) },
                note: "two tokens: the first may not look at the second, however well it matches")
            .Case([new[] { Row(1, 2, 3), Row(0, 1, 5), Row(2, 2, 1) }], expected: new[]
                { Row(1, 0, 0), Row(0.268941421, 0.731058579, 0), Row(0.422318798, 0.422318798, 0.155362403) }, note: "three tokens")
            .Case([new[] { Row(-1, 2), Row(-2, -3) }], expected: new[] { Row(1, 0), Row(0.731058579, 0.268941421) },
                note: "negative matches")
            .WrongAnswer<double[][]>("A token may look at itself, too.", [Row(0)], [Row(0, 0), Row(1, 0)],
                [Row(0, 0, 0), Row(1, 0, 0), Row(0.5, 0.5, 0)], [Row(0, 0), Row(1, 0)])
            .WrongAnswer<double[][]>("Token t sees what stands before it, not what comes behind.", [Row(1)],
                [Row(0.006692851, 0.993307149), Row(0, 1)],
                [Row(0.090030573, 0.244728471, 0.665240956), Row(0, 0.01798621, 0.98201379), Row(0, 0, 1)],
                [Row(0.047425873, 0.952574127), Row(0, 1)])
            .WrongAnswer<double[][]>("Hide what comes behind before the softmax: each row must add up to 1.", [Row(1)],
                [Row(0.006692851, 0), Row(0.5, 0.5)],
                [Row(0.090030573, 0, 0), Row(0.006573263, 0.017867982, 0), Row(0.422318798, 0.422318798, 0.155362403)],
                [Row(0.047425873, 0), Row(0.731058579, 0.268941421)])
            .WrongAnswer<double[][]>("A match of 0 still gets a share, since e⁰ is 1. Minus infinity gets none.", [Row(1)],
                [Row(0.5, 0.5), Row(0.5, 0.5)],
                [Row(0.576116885, 0.211941558, 0.211941558), Row(0.211941558, 0.576116885, 0.211941558),
                    Row(0.422318798, 0.422318798, 0.155362403)],
                [Row(0.268941421, 0.731058579), Row(0.731058579, 0.268941421)])
            .WrongAnswer<double[][]>("Nothing is hidden here: every token sees all.", [Row(1)],
                [Row(0.006692851, 0.993307149), Row(0.5, 0.5)],
                [Row(0.090030573, 0.244728471, 0.665240956), Row(0.006573263, 0.017867982, 0.975558755),
                    Row(0.422318798, 0.422318798, 0.155362403)],
                [Row(0.047425873, 0.952574127), Row(0.731058579, 0.268941421)])
            .Within(1e-6),

        Exercise.Define<BeamAnswer>("12.beam", "Beam search", points: 4)
            .Case([new[] { Row(-1) }, 2, 1], expected: new[] { 0, 0 }, note: "one token: there is no choice")
            .Case([Trap(), 1, 1], expected: new[] { 1 }, note: "one step: the likeliest token")
            .Case([Trap(), 2, 1], expected: new[] { 1, 0 }, note: "a beam of one falls into the trap")
            .Case([Trap(), 2, 2], expected: new[] { 2, 1 }, note: "a beam of two does not")
            .Case([Four(), 3, 2], expected: new[] { 2, 3, 1 }, note: "three steps")
            .Case([Four(), 4, 3], expected: new[] { 2, 3, 1, 0 }, note: "four steps, a beam of three")
            .Case([Four(), 3, 50], expected: new[] { 2, 3, 1 }, note: "a beam wider than there are beginnings")
            .WrongAnswer<int[]>("Keep as many beginnings as the beam is wide, not one alone.",
                [0, 0], [1], [1, 0], [1, 0], [1, 0, 1], [1, 0, 1, 0], [1, 0, 1])
            .WrongAnswer<int[]>("A beginning counts with the sum of all its logarithms, not with the last alone.",
                [0, 0], [1], [1, 0], [2, 1], [2, 3, 1], [2, 0, 2, 0], [2, 3, 1])
            .WrongAnswer<int[]>("A beginning that falls out of the beam does not come back.",
                [0, 0], [1], [2, 1], [2, 1], [2, 3, 1], [2, 3, 1, 0], [2, 3, 1])
            .WrongAnswer<int[]>("Logarithms of probabilities are negative: the largest is the one nearest to 0.",
                [0, 0], [0], [0, 0], [0, 0], [0, 0, 0], [0, 0, 0, 0], [0, 0, 0])
            .WrongAnswer<int[]>("The start does not belong to the answer.",
                [0, 0, 0], [0, 1], [0, 1, 0], [0, 2, 1], [0, 2, 3, 1], [0, 2, 3, 1, 0], [0, 2, 3, 1])
            .Within(0),
    ];

    internal delegate double[] LookAnswer(double[] q, double[][] K);

    internal delegate double[] PositionAnswer(int pos, int d);

    internal delegate double[][] CausalAnswer(double[][] matches);

    internal delegate int[] BeamAnswer(double[][] logP, int length, int width);

    private static double[] Row(params double[] numbers) => numbers;

    private static double[][] Trap() => [[-3, -0.7, -0.9], [-1, -1.1, -1.2], [-3, -0.1, -3]];

    private static double[][] Four() => [[-4, -1, -1.1, -1.6], [-1.2, -1.9, -1.3, -2], [-0.9, -2, -2.5, -1], [-3, -0.2, -2, -3]];
}
