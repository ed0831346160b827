namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 11, or do the most helpful part of them.</summary>
internal static class Lesson11
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("11.ucb", """
            int Answer(int N, int[] visits, double[] totals, double C) =>
                new §Uct<§TicTacToe>(new Random(1), C).Choose(new §TicTacToe(0, 0), N);
            """),
        ("11.backup", """
            double[] Answer(double[] totals, double result)
            {
                var root = new §Uct<§TicTacToe>(new Random(1)).Search(new §TicTacToe(0, 0), totals.Length);
                return [root.Value * root.Visits];
            }
            """),
        ("11.liberties", """
            int Answer(string[] board, int row, int column) =>
                §Board.Parse(string.Join('\n', board)).Liberties((board.Length - 1 - row) * board.Length + column).Length;
            """),
        ("11.superko", """
            string[] Answer(string[][] history, int row, int column, string stone)
            {
                int size = history[0].Length;
                §Board board = §Board.Parse(string.Join('\n', history[^1]));
                board.TryPlace((size - 1 - row) * size + column, stone == "X" ? §Stone.Black : §Stone.White, out _);
                return board.ToString().Replace(" ", "").TrimEnd().Split('\n');
            }
            """),
    ];
}
