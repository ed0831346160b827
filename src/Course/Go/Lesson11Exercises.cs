namespace Course.Go;

/// <summary>The exercises of lesson 11.</summary>
internal static class Lesson11Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<ChooseAnswer>("11.ucb", "The move to look at next", points: 2)
            .Case([4, new[] { 2, 2 }, new[] { 2.0, 0 }, 1.0], expected: 0, note: "equally many visits: the better mean counts")
            .Case([2, new[] { 1, 1 }, new[] { 1.0, 1 }, 1.0], expected: 0, note: "two equal bounds: the first one counts")
            .Case([9, new[] { 8, 1 }, new[] { 4.0, 0 }, 1.4], expected: 1, note: "the second move was tried once only: curiosity counts")
            .Case([6, new[] { 4, 2 }, new[] { 3.0, 2 }, 0.1], expected: 1, note: "little curiosity: the better mean counts")
            .Case([9, new[] { 8, 1 }, new[] { 8.0, 0 }, 1.0], expected: 0, note: "the first move won every time")
            .Case([5, new[] { 3, 0, 2 }, new[] { 3.0, 0, 2 }, 1.0], expected: 1, note: "a move that was never tried comes first")
            .Case([100, new[] { 90, 10 }, new[] { 45.0, 2 }, 1.0], expected: 1, note: "a hundred looks: the logarithm counts")
            .WrongAnswer<int>("The bound begins with the mean: divide the total by the visits.", 0, 0, 0, 0, 0, 1, 0)
            .WrongAnswer<int>("The second part of the bound is missing: the curiosity.", 0, 0, 0, 1, 0, 1, 0)
            .WrongAnswer<int>("Under the root stands ln N, not N.", 0, 0, 1, 1, 1, 1, 1)
            .WrongAnswer<int>("A move without visits comes before all others.", 0, 0, 1, 1, 0, 2, 1)
            .WrongAnswer<int>("Of equal bounds the first counts, not the last.", 0, 1, 1, 1, 0, 1, 1)
            .WrongAnswer<int>("The logarithm is the natural one, Math.Log.", 0, 0, 1, 1, 0, 1, 0)
            .Within(0),

        Exercise.Define<BackupAnswer>("11.backup", "The way back", points: 2)
            .Case([new[] { 0.0 }, 1.0], expected: new[] { -1.0 }, note: "one position: a win for the player to move is a loss for the one who moved into it")
            .Case([new[] { 0.0, 0 }, 1.0], expected: new[] { 1.0, -1 }, note: "two positions: the sign changes from each to the next")
            .Case([new[] { 5.0, 2, -1 }, -1.0], expected: new[] { 6.0, 1, 0 }, note: "three positions that have totals already")
            .Case([new[] { 1.0, 2, 3, 4 }, 0.0], expected: new[] { 1.0, 2, 3, 4 }, note: "a draw")
            .Case([new[] { 4.0, -3, 2, 0 }, 0.5], expected: new[] { 4.5, -3.5, 2.5, -0.5 }, note: "a judgement between draw and win")
            .WrongAnswer<double[]>("What is good for one player is bad for the other: the sign changes at every step.",
                [-1], [-1, -1], [6, 3, 0], [1, 2, 3, 4], [3.5, -3.5, 1.5, -0.5])
            .WrongAnswer<double[]>("The last total belongs to the player who moved into the last position; the result to the other.",
                [1], [-1, 1], [4, 3, -2], [1, 2, 3, 4], [3.5, -2.5, 1.5, 0.5])
            .WrongAnswer<double[]>("Begin at the end of the path: the result belongs to the last position.",
                [-1], [-1, 1], [6, 1, 0], [1, 2, 3, 4], [3.5, -2.5, 1.5, 0.5])
            .WrongAnswer<double[]>("Add to the totals that are there already.",
                [-1], [1, -1], [1, -1, 1], [0, 0, 0, 0], [0.5, -0.5, 0.5, -0.5])
            .WrongAnswer<double[]>("Every position on the path learns of the result, not only the last.",
                [-1], [0, -1], [5, 2, 0], [1, 2, 3, 4], [4, -3, 2, -0.5])
            .Within(1e-9),

        Exercise.Define<LibertiesAnswer>("11.liberties", "The liberties of a group", points: 3)
            .Case([new[] { "...", ".X.", "..." }, 1, 1], expected: 4, note: "one stone in the middle")
            .Case([new[] { "X..", "...", "..." }, 0, 0], expected: 2, note: "one stone in the corner")
            .Case([new[] { "...", ".XO", "..." }, 1, 1], expected: 3, note: "an opponent's stone takes a liberty")
            .Case([new[] { "X..", ".X.", "..." }, 0, 0], expected: 2, note: "a diagonal does not connect")
            .Case([new[] { "XO.", "O..", "..." }, 0, 0], expected: 0, note: "no liberty is left")
            .Case([new[] { ".....", ".XX..", "..X..", ".....", "....." }, 1, 1], expected: 7,
                note: "three stones; a point beside two of them counts once")
            .WrongAnswer<int>("The liberties of the whole group count, not those of one stone.", 4, 2, 3, 2, 0, 3)
            .WrongAnswer<int>("A point beside two stones of the group is one liberty.", 4, 2, 3, 2, 0, 8)
            .WrongAnswer<int>("A liberty is empty: an opponent's stone is none.", 4, 2, 4, 2, 2, 7)
            .WrongAnswer<int>("Stones are connected along the lines, not over diagonals.", 4, 2, 3, 4, 0, 7)
            .WrongAnswer("The board has an end: a neighbour may lie beyond it.", 4, typeof(IndexOutOfRangeException), 3,
                typeof(IndexOutOfRangeException), typeof(IndexOutOfRangeException), 7)
            .Within(0),

        Exercise.Define<MoveAnswer>("11.superko", "A whole move, with superko", points: 4)
            .Case([new string[][] { ["..", ".."] }, 0, 0, "X"], expected: new[] { "X.", ".." }, note: "a stone on an empty board")
            .Case([new[] { Corner() }, 0, 0, "O"], expected: Corner(), note: "the point is taken: the board stays as it is")
            .Case([new string[][] { ["OX.", "...", "..."] }, 1, 0, "X"], expected: new[] { ".X.", "X..", "..." }, note: "one stone is captured")
            .Case([new string[][] { ["OOX", "X..", "..."] }, 1, 1, "X"], expected: new[] { "..X", "XX.", "..." }, note: "two stones are captured")
            .Case([new[] { Hole() }, 0, 0, "O"], expected: Hole(), note: "no liberty and nothing captured: suicide")
            .Case([new[] { Cut() }, 0, 0, "O"], expected: new[] { "O.O", ".O.", "O.." }, note: "no liberty, but both neighbours are captured")
            .Case([new[] { Ko(), Taken() }, 1, 1, "O"], expected: Taken(), note: "retaking would repeat the board before")
            .Case([new[] { Ko(), Taken(), Taken() }, 1, 1, "O"], expected: Taken(), note: "retaking after a pass would repeat an older board")
            .Case([new[] { Taken() }, 1, 1, "O"], expected: Ko(), note: "the same move, where nothing is repeated")
            .WrongAnswer<string[]>("Take captured stones off first. Then ask whether the own group has a liberty.",
                ["X.", ".."], Corner(), [".X.", "X..", "..."], ["..X", "XX.", "..."], Hole(), Cut(), Taken(), Taken(), Taken())
            .WrongAnswer<string[]>("A move after which the own group has no liberty is suicide, and not legal.",
                ["X.", ".."], Corner(), [".X.", "X..", "..."], ["..X", "XX.", "..."], ["OX.", "X..", "..."], ["O.O", ".O.", "O.."], Taken(),
                Taken(), Ko())
            .WrongAnswer<string[]>("A group is captured as a whole.",
                ["X.", ".."], Corner(), [".X.", "X..", "..."], ["O.X", "XX.", "..."], Hole(), ["O.O", ".O.", "O.."], Taken(), Taken(), Ko())
            .WrongAnswer<string[]>("No earlier board may come again, not only the one before the last move.",
                ["X.", ".."], Corner(), [".X.", "X..", "..."], ["..X", "XX.", "..."], Hole(), ["O.O", ".O.", "O.."], Taken(), Ko(), Ko())
            .WrongAnswer<string[]>("A board that has been there before may not come again.",
                ["X.", ".."], Corner(), [".X.", "X..", "..."], ["..X", "XX.", "..."], Hole(), ["O.O", ".O.", "O.."], Ko(), Ko(), Ko())
            .Within(0),
    ];

    internal delegate int ChooseAnswer(int N, int[] visits, double[] totals, double C);

    internal delegate double[] BackupAnswer(double[] totals, double result);

    internal delegate int LibertiesAnswer(string[] board, int row, int column);

    internal delegate string[] MoveAnswer(string[][] history, int row, int column, string stone);

    private static string[] Corner() => ["X.", ".."];

    private static string[] Hole() => [".X.", "X..", "..."];

    private static string[] Cut() => [".XO", "XO.", "O.."];

    private static string[] Ko() => [".XO.", "XO.O", ".XO.", "...."];

    private static string[] Taken() => [".XO.", "X.XO", ".XO.", "...."];
}
