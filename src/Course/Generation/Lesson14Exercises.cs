namespace Course.Generation;

/// <summary>The exercises of lesson 14.</summary>
internal static class Lesson14Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<MergeAnswer>("14.merge", "One merge", points: 3)
            .Case([Words("x", "a", "b", "y", "a", "b")], expected: Words("x", "ab", "y", "ab"), note: "one pair stands there twice")
            .Case([Words("a")], expected: Words("a"), note: "one token: there is no pair")
            .Case([Words("l", "o", "w", " ", "l", "o", "w")], expected: Words("lo", "w", " ", "lo", "w"),
                note: "l o and o w stand there twice each; l o comes first")
            .Case([Words("a", "a", "a")], expected: Words("aa", "a"), note: "from left to right, and each token once")
            .Case([Words("a", "a", "a", "b", "c", "b", "c")], expected: Words("aa", "a", "b", "c", "b", "c"),
                note: "a a stands there twice, though the two share a token")
            .Case([Words("ab", "c", "x", "a", "bc", "x", "d", "x", "d")], expected: Words("ab", "c", "x", "a", "bc", "xd", "xd"),
                note: "ab c and a bc are two different pairs")
            .WrongAnswer<string[]>("Glue the pair wherever it stands.", Words("x", "ab", "y", "a", "b"), Words("a"),
                Words("lo", "w", " ", "l", "o", "w"), Words("aa", "a"), Words("aa", "a", "b", "c", "b", "c"),
                Words("ab", "c", "x", "a", "bc", "xd", "x", "d"))
            .WrongAnswer<string[]>("Of equally frequent pairs, take the one that comes first.", Words("x", "ab", "y", "ab"), Words("a"),
                Words("l", "ow", " ", "l", "ow"), Words("aa", "a"), Words("a", "a", "a", "bc", "bc"),
                Words("ab", "c", "x", "a", "bc", "xd", "xd"))
            .WrongAnswer<string[]>("A token that has been glued is used up.", Words("x", "ab", "y", "ab"), Words("a"),
                Words("lo", "w", " ", "lo", "w"), Words("aa", "aa"), Words("aa", "aa", "b", "c", "b", "c"),
                Words("ab", "c", "x", "a", "bc", "xd", "xd"))
            .WrongAnswer<string[]>("Compare both tokens of a pair, not their letters joined.", Words("x", "ab", "y", "ab"), Words("a"),
                Words("lo", "w", " ", "lo", "w"), Words("aa", "a"), Words("aa", "a", "b", "c", "b", "c"),
                Words("abc", "x", "abc", "x", "d", "x", "d"))
            .WrongAnswer<string[]>("Count how often each pair stands there; the first one need not be the most frequent.",
                Words("xa", "b", "y", "a", "b"), Words("a"), Words("lo", "w", " ", "lo", "w"), Words("aa", "a"),
                Words("aa", "a", "b", "c", "b", "c"), Words("abc", "x", "a", "bc", "x", "d", "x", "d")),

        Exercise.Define<BitsAnswer>("14.bits", "Bits per byte", points: 2)
            .Case([Row(0.693147181), Words("a")], expected: 1.0, note: "one chance in two: one bit for one byte")
            .Case([Row(1.386294361, 0.693147181), Words("th", "e")], expected: 1.0, note: "three bits for three bytes")
            .Case([Row(1, 2, 3), Words("a", " little", " lamb")], expected: 0.66585925, note: "blanks are bytes, too")
            .Case([Row(0, 0), Words("a", "b")], expected: 0.0, note: "nothing surprises")
            .Case([Row(2), Words("köln")], expected: 0.577078016, note: "ö takes two bytes")
            .Case([Row(3, 1.5), Words("明月", "光")], expected: 0.72134752, note: "a Chinese character takes three bytes")
            .Case([Row(4), Words("😀")], expected: 1.442695041, note: "four bytes, which C# counts as two characters")
            .WrongAnswer<double>("Divide by the number of bytes, not of tokens.", 1, 1.5, 2.885390082, 0, 2.885390082, 3.246063842,
                5.770780164)
            .WrongAnswer<double>("A character may take several bytes: Encoding.UTF8.GetByteCount counts them.", 1, 1, 0.66585925, 0,
                0.72134752, 2.164042561, 2.885390082)
            .WrongAnswer<double>("From nats to bits: divide by the logarithm of 2.", 0.693147181, 0.693147181, 0.461538462, 0, 0.4, 0.5, 1)
            .WrongAnswer<double>("Add up first, then divide once: a long token counts for more.", 1, 1, 0.906836883, 0, 0.577078016,
                0.72134752, 1.442695041)
            .Within(1e-6),

        Exercise.Define<TopPAnswer>("14.top-p", "Leave the tail out", points: 2)
            .Case([Row(1), 0.9], expected: Row(1), note: "one token")
            .Case([Row(0.5, 0.3, 0.15, 0.05), 0.7], expected: Row(0.625, 0.375, 0, 0), note: "two tokens reach 0.7 together")
            .Case([Row(0.125, 0.25, 0.5, 0.125), 0.7], expected: Row(0, 0.333333333, 0.666666667, 0),
                note: "the likeliest do not stand in front")
            .Case([Row(0.25, 0.5, 0.25), 0.2], expected: Row(0, 1, 0), note: "the likeliest reaches 0.2 alone")
            .Case([Row(0.25, 0.5, 0.25), 0.75], expected: Row(0.333333333, 0.666666667, 0), note: "0.75 is reached exactly, with the first of equals")
            .Case([Row(0.25, 0.25, 0.25, 0.25), 0.5], expected: Row(0.5, 0.5, 0, 0), note: "all alike: the first ones stay")
            .Case([Row(0.125, 0.5, 0.375), 1.0], expected: Row(0.125, 0.5, 0.375), note: "p = 1 leaves nothing out")
            .WrongAnswer<double[]>("Divide what stays by its sum.", Row(1), Row(0.5, 0.3, 0, 0), Row(0, 0.25, 0.5, 0), Row(0, 0.5, 0),
                Row(0.25, 0.5, 0), Row(0.25, 0.25, 0, 0), Row(0.125, 0.5, 0.375))
            .WrongAnswer<double[]>("The token with which the sum reaches p stays, too.", Row(0), Row(1, 0, 0, 0), Row(0, 0, 1, 0),
                Row(0, 0, 0), Row(0.333333333, 0.666666667, 0), Row(0.5, 0.5, 0, 0), Row(0.125, 0.5, 0.375))
            .WrongAnswer<double[]>("Take the likeliest first, wherever it stands.", Row(1), Row(0.625, 0.375, 0, 0),
                Row(0.142857143, 0.285714286, 0.571428571, 0), Row(1, 0, 0), Row(0.333333333, 0.666666667, 0), Row(0.5, 0.5, 0, 0),
                Row(0.125, 0.5, 0.375))
            .WrongAnswer<double[]>("Reached exactly is reached: stop there.", Row(1), Row(0.625, 0.375, 0, 0),
                Row(0, 0.333333333, 0.666666667, 0), Row(0, 1, 0), Row(0.25, 0.5, 0.25), Row(0.333333333, 0.333333333, 0.333333333, 0),
                Row(0.125, 0.5, 0.375))
            .WrongAnswer<double[]>("p is for the sum of the tokens that stay, not for each of them.", Row(1), Row(0, 0, 0, 0),
                Row(0, 0, 0, 0), Row(0.25, 0.5, 0.25), Row(0, 0, 0), Row(0, 0, 0, 0), Row(0, 0, 0))
            .Within(1e-6),

        Exercise.Define<CacheAnswer>("14.cache", "A cache with a limit", points: 4)
            .Case([Rows([1]), Rows([2]), Rows([5, 7]), 4], expected: Rows([5, 7]), note: "one token sees itself alone")
            .Case([Rows([1], [1]), Rows([0], [0]), Rows([2], [4]), 4], expected: Rows([2], [3]), note: "the second sees both alike")
            .Case([Rows([1, 1], [1, 1], [1, 1]), Rows([1, 0], [3, 0], [1, 1]), Rows([1, 0], [3, 0], [1, 1]), 3],
                expected: Rows([1, 0], [2.608859365, 0], [2.15195069, 0.28399541]), note: "muddy, river, bank: the last as in lesson 12")
            .Case([Rows([1], [1], [1]), Rows([0], [0], [0]), Rows([2], [4], [9]), 2], expected: Rows([2], [3], [6.5]),
                note: "room for two: the third no longer sees the first")
            .Case([Rows([2], [-1], [1], [3]), Rows([1], [2], [0], [1]), Rows([1], [2], [3], [4]), 3],
                expected: Rows([1], [1.268941421], [1.845302102], [2.096983944]), note: "four tokens, room for three")
            .Case([Rows([1], [1], [1]), Rows([1], [5], [2]), Rows([3], [4], [6]), 1], expected: Rows([3], [4], [6]),
                note: "room for one: each sees itself alone")
            .Case([Rows([1000], [1000]), Rows([1], [1.001]), Rows([1], [2]), 2], expected: Rows([1], [1.731058579]),
                note: "matches too large for Math.Exp")
            .WrongAnswer<double[][]>("Divide each match by the root of the query's length.", Rows([5, 7]), Rows([2], [3]),
                Rows([1, 0], [2.761594156, 0], [2.330481912, 0.244728471]), Rows([2], [3], [6.5]),
                Rows([1], [1.268941421], [1.845302102], [2.096983944]), Rows([3], [4], [6]), Rows([1], [1.731058579]))
            .WrongAnswer<double[][]>("The token itself takes one of the places.", Rows([5, 7]), Rows([2], [3]),
                Rows([1, 0], [2.608859365, 0], [2.15195069, 0.28399541]), Rows([2], [3], [5]),
                Rows([1], [1.268941421], [1.845302102], [2.047425873]), Rows([3], [3.98201379], [4.094851746]),
                Rows([1], [1.731058579]))
            .WrongAnswer<double[][]>("When there is no room, the oldest goes, not the newest.", Rows([5, 7]), Rows([2], [3]),
                Rows([1, 0], [2.608859365, 0], [2.15195069, 0.28399541]), Rows([2], [3], [3]),
                Rows([1], [1.268941421], [1.845302102], [1.955041478]), Rows([3], [3], [3]), Rows([1], [1.731058579]))
            .WrongAnswer<double[][]>("The cache has a limit: no more than that many tokens are seen.", Rows([5, 7]), Rows([2], [3]),
                Rows([1, 0], [2.608859365, 0], [2.15195069, 0.28399541]), Rows([2], [3], [5]),
                Rows([1], [1.268941421], [1.845302102], [2.047425873]), Rows([3], [3.98201379], [4.07607742]),
                Rows([1], [1.731058579]))
            .WrongAnswer<double[][]>("A token sees none that comes later.", Rows([5, 7]), Rows([3], [3]),
                Rows([2.15195069, 0.28399541], [2.15195069, 0.28399541], [2.15195069, 0.28399541]), Rows([5], [5], [6.5]),
                Rows([2.119202922], [2.731058579], [2.268941421], [2.096983944]), Rows([4.07607742], [4.094851746], [6]),
                Rows([1.731058579], [1.731058579]))
            .Within(1e-6),
    ];

    internal delegate string[] MergeAnswer(string[] tokens);

    internal delegate double[] TopPAnswer(double[] probabilities, double p);

    internal delegate double[][] CacheAnswer(double[][] Q, double[][] K, double[][] V, int room);

    internal delegate double BitsAnswer(double[] nats, string[] tokens);

    private static string[] Words(params string[] tokens) => tokens;

    private static double[] Row(params double[] numbers) => numbers;

    private static double[][] Rows(params double[][] rows) => rows;
}
