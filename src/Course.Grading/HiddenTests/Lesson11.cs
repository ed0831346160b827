using static Course.Go.Lesson11Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson11Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 11.</summary>
internal static class Lesson11
{
    internal static IReadOnlyList<HiddenTest> All => [Chosen(), BackedUp(), Breathing(), Moved()];

    private static HiddenTest<ChooseAnswer> Chosen() =>
        HiddenTest.Define<ChooseAnswer>("11.ucb", (n, visits, totals, c) => First(visits, i => Ucb(n, visits, totals, c, i)))
            .Edge(EdgeKind.One, "one move", [3, new[] { 3 }, new[] { -3.0 }, 1.4])
            .Edge(EdgeKind.Tie, "three equal moves", [6, new[] { 2, 2, 2 }, new[] { 1.0, 1, 1 }, 1.0])
            .Edge(EdgeKind.Special, "nothing was tried", [0, new[] { 0, 0, 0 }, new[] { 0.0, 0, 0 }, 1.4])
            .Edge(EdgeKind.Special, "no curiosity at all", [10, new[] { 6, 4 }, new[] { 2.0, 2 }, 0.0])
            .Edge(EdgeKind.Special, "a sure win, and a move tried twice", [20, new[] { 18, 2 }, new[] { 18.0, 0 }, 1.0])
            .Edge(EdgeKind.Special, "a better mean, and a move tried less", [20, new[] { 15, 5 }, new[] { 3.0, 0 }, 1.4])
            .Edge(EdgeKind.Special, "many looks", [200, new[] { 180, 20 }, new[] { 90.0, 5 }, 1.0])
            .Edge(EdgeKind.Negative, "all moves lose", [9, new[] { 4, 5 }, new[] { -4.0, -5 }, 0.5])
            .Edge(EdgeKind.Many, "a hundred moves", random => Moves(100, 1.4, random))
            .Random(12, random => Moves(random.Next(3, 9), random.Next(1, 8) / 4.0, random))
            .Random(4, random => OneUntried(random))
            .WrongAnswer("The bound begins with the mean", (n, visits, totals, c) =>
                First(visits, i => Untried(visits, i, () => totals[i] + c * Math.Sqrt(Math.Log(n) / visits[i]))))
            .WrongAnswer("The second part of the bound", (_, visits, totals, _) =>
                First(visits, i => Untried(visits, i, () => totals[i] / visits[i])))
            .WrongAnswer("Under the root stands ln N", (n, visits, totals, c) =>
                First(visits, i => Untried(visits, i, () => totals[i] / visits[i] + c * Math.Sqrt((double)n / visits[i]))))
            .WrongAnswer("A move without visits", (n, visits, totals, c) =>
                First(visits, i => visits[i] == 0 ? double.NaN : Ucb(n, visits, totals, c, i)))
            .WrongAnswer("Of equal bounds the first", (n, visits, totals, c) => visits.Length - 1 - First(
                [.. visits.Reverse()], i => Ucb(n, visits, totals, c, visits.Length - 1 - i)))
            .WrongAnswer("The logarithm is the natural one", (n, visits, totals, c) =>
                First(visits, i => Untried(visits, i, () => totals[i] / visits[i] + c * Math.Sqrt(Math.Log10(n) / visits[i]))))
            .HiddenWrongAnswer("the most visited move", (_, visits, _, _) => First(visits, i => visits[i]))
            .HiddenWrongAnswer("minus the curiosity", (n, visits, totals, c) => First(visits, i => Ucb(n, visits, totals, -c, i)));

    private static HiddenTest<BackupAnswer> BackedUp() =>
        HiddenTest.Define<BackupAnswer>("11.backup", (totals, result) => Backup(totals, steps => Sign(steps) * result))
            .Edge(EdgeKind.One, "the root alone", [new[] { 7.0 }, -1.0])
            .Edge(EdgeKind.Negative, "a loss, four positions", [new[] { 3.0, -2, 1, 0 }, -1.0])
            .Edge(EdgeKind.Many, "two hundred positions", random => Path(200, random))
            .Random(12, random => Path(random.Next(2, 9), random))
            .WrongAnswer("What is good for one player", (totals, result) => Backup(totals, _ => -result))
            .WrongAnswer("The last total belongs", (totals, result) => Backup(totals, steps => -Sign(steps) * result))
            .WrongAnswer("Begin at the end", (totals, result) =>
                Backup(totals, steps => Sign(totals.Length - 1 - steps) * result))
            .WrongAnswer("Add to the totals", (totals, result) =>
                [.. Backup(totals, steps => Sign(steps) * result).Zip(totals, (a, b) => a - b)])
            .WrongAnswer("Every position on the path", (totals, result) => Backup(totals, steps => steps == 0 ? -result : 0))
            .HiddenWrongAnswer("all but the root", (totals, result) =>
                Backup(totals, steps => steps == totals.Length - 1 ? 0 : Sign(steps) * result));

    private static HiddenTest<LibertiesAnswer> Breathing() =>
        HiddenTest.Define<LibertiesAnswer>("11.liberties", Liberties)
            .Edge(EdgeKind.One, "a board of one point", [new[] { "X" }, 0, 0])
            .Edge(EdgeKind.Special, "a ring around one point", [new[] { "XXX", "X.X", "XXX" }, 0, 0])
            .Edge(EdgeKind.Special, "a white group at the edge", [new[] { "OO..", "XO..", ".XX.", "...." }, 0, 0])
            .Edge(EdgeKind.Special, "a board of nineteen rows", random => Stones(19, random))
            .Random(14, random => Stones(random.Next(4, 8), random))
            .WrongAnswer("The liberties of the whole group", (board, row, column) =>
                Empty(board, Group(board, row, column, alone: true).Beside).Count())
            .WrongAnswer("A point beside two stones", (board, row, column) => Empty(board, Group(board, row, column).Beside).Count())
            .WrongAnswer("A liberty is empty", (board, row, column) => Group(board, row, column).Beside.Distinct().Count())
            .WrongAnswer("Stones are connected along", (board, row, column) =>
                Empty(board, Group(board, row, column, diagonals: true).Beside).Distinct().Count())
            .WrongAnswer("The board has an end", (board, row, column) =>
                Empty(board, Group(board, row, column, checksEdge: false).Beside).Distinct().Count())
            .HiddenWrongAnswer("counts the stones", (board, row, column) => Group(board, row, column).Group.Count);

    private static HiddenTest<MoveAnswer> Moved() =>
        HiddenTest.Define<MoveAnswer>("11.superko", Move)
            .Edge(EdgeKind.One, "a board of one point: suicide", [new string[][] { ["."] }, 0, 0, "X"])
            .Edge(EdgeKind.Special, "two groups are captured at once",
                [new string[][] { ["XO.", "OO.", "..X"], [".OX", "OOX", "XX."] }, 0, 0, "X"])
            .Edge(EdgeKind.Special, "suicide of two stones", [new string[][] { [".OX", "XX.", "..."] }, 0, 0, "O"])
            .Edge(EdgeKind.Special, "retaking after two passes",
                [new[] { KoShape(taken: false), KoShape(taken: true), KoShape(taken: true), KoShape(taken: true) }, 1, 1, "O"])
            .Random(16, random => Position(3, 20, random))
            .Random(8, random => Position(5, 40, random))
            .WrongAnswer("Take captured stones off first", (history, row, column, stone) =>
                Move(history, row, column, stone, all => all, capturesFirst: false))
            .WrongAnswer("A move after which", (history, row, column, stone) =>
                Move(history, row, column, stone, all => all, forbidsSuicide: false))
            .WrongAnswer("A group is captured as a whole", (history, row, column, stone) =>
                Move(history, row, column, stone, all => all, wholeGroups: false))
            .WrongAnswer("No earlier board", (history, row, column, stone) =>
                Move(history, row, column, stone, all => all.SkipLast(1).TakeLast(1)))
            .WrongAnswer("A board that has been", (history, row, column, stone) => Move(history, row, column, stone, _ => []))
            .HiddenWrongAnswer("plays on a stone", (history, row, column, stone) =>
                Move(history, row, column, stone, all => all, checksTaken: false));

    private static object[] Moves(int count, double c, Random random)
    {
        int[] visits = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 30))];
        return [visits.Sum(), visits, Array.ConvertAll(visits, n => (double)random.Next(-n, n + 1)), c];
    }

    private static object[] OneUntried(Random random)
    {
        int[] visits = [.. Enumerable.Range(0, 5).Select(_ => random.Next(1, 30))];
        visits[random.Next(5)] = 0;
        return [visits.Sum(), visits, Array.ConvertAll(visits, n => (double)n), 1.0];
    }

    private static object[] Path(int length, Random random) =>
    [
        Enumerable.Range(0, length).Select(_ => (double)random.Next(-9, 10)).ToArray(),
        (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 5) / 4.0,
    ];

    private static object[] Stones(int size, Random random)
    {
        string Row() => string.Concat(Enumerable.Range(0, size).Select(_ => ".XXO"[random.Next(4)]));
        string[] board = [.. Enumerable.Range(0, size).Select(_ => Row())];
        int row = random.Next(size), column = random.Next(size);
        board[row] = board[row][..column] + 'X' + board[row][(column + 1)..];
        return [board, row, column];
    }

    private static object[] Position(int size, int moves, Random random) =>
        [Game(size, moves, random), random.Next(size), random.Next(size), random.Next(2) == 0 ? "X" : "O"];

    private static string[] KoShape(bool taken) => [".XO.", taken ? "X.XO" : "XO.O", ".XO.", "...."];
}
