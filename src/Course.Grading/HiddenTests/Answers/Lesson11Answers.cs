namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 11.</summary>
internal static class Lesson11Answers
{
    private static readonly (int Down, int Right)[] sides = [(-1, 0), (0, -1), (0, 1), (1, 0)];
    private static readonly (int Down, int Right)[] around = [.. sides, (-1, -1), (-1, 1), (1, -1), (1, 1)];

    /// <summary>The first index with the highest bound.</summary>
    internal static int First(int[] visits, Func<int, double> bound)
    {
        int best = -1;
        double highest = double.NegativeInfinity;
        for (int i = 0; i < visits.Length; i++)
        {
            if (!(bound(i) > highest)) continue;
            (best, highest) = (i, bound(i));
        }
        return best;
    }

    /// <summary>A bound that puts moves never tried before all others.</summary>
    internal static double Untried(int[] visits, int i, Func<double> otherwise) =>
        visits[i] == 0 ? double.PositiveInfinity : otherwise();

    internal static double Ucb(int n, int[] visits, double[] totals, double c, int i) =>
        Untried(visits, i, () => totals[i] / visits[i] + c * Math.Sqrt(Math.Log(n) / visits[i]));

    /// <summary>Adds to each total what <paramref name="share"/> makes of its distance from the end.</summary>
    internal static double[] Backup(double[] totals, Func<int, double> share) =>
        [.. totals.Select((total, i) => total + share(totals.Length - 1 - i))];

    internal static int Sign(int steps) => steps % 2 == 0 ? -1 : 1;

    /// <summary>The points of a group and, as often as they are met, the points beside it.</summary>
    internal static (HashSet<(int Row, int Column)> Group, List<(int Row, int Column)> Beside) Group(
        string[] board, int row, int column, bool diagonals = false, bool alone = false, bool checksEdge = true)
    {
        HashSet<(int, int)> group = [(row, column)];
        List<(int, int)> beside = [];
        Stack<(int, int)> open = new(group);
        while (open.TryPop(out (int Row, int Column) at))
        {
            foreach ((int down, int right) in diagonals ? around : sides)
            {
                (int r, int c) = (at.Row + down, at.Column + right);
                if (checksEdge && (r < 0 || c < 0 || r >= board.Length || c >= board.Length)) continue;
                if (board[r][c] == board[row][column])
                {
                    if (!alone && group.Add((r, c))) open.Push((r, c));
                }
                else if (Math.Abs(down) + Math.Abs(right) == 1)
                {
                    beside.Add((r, c));
                }
            }
        }
        return (group, beside);
    }

    internal static int Liberties(string[] board, int row, int column) => Empty(board, Group(board, row, column).Beside).Distinct().Count();

    internal static IEnumerable<(int Row, int Column)> Empty(string[] board, IEnumerable<(int Row, int Column)> points) =>
        points.Where(at => board[at.Row][at.Column] == '.');

    /// <summary>A move by the rules, but for what is switched off; of the history, some boards may not come again.</summary>
    internal static string[] Move(string[][] history, int row, int column, string stone, Func<string[][], IEnumerable<string[]>> earlier,
        bool checksTaken = true, bool capturesFirst = true, bool wholeGroups = true, bool forbidsSuicide = true)
    {
        string[] board = history[^1];
        if (checksTaken && board[row][column] != '.') return board;
        board = With(board, [(row, column)], stone[0]);
        bool dead = Liberties(board, row, column) == 0;
        string[] placed = board;
        foreach ((int down, int right) in sides)
        {
            (int r, int c) = (row + down, column + right);
            if (r < 0 || c < 0 || r >= board.Length || c >= board.Length || board[r][c] == '.' || board[r][c] == stone[0]) continue;
            if (Liberties(placed, r, c) > 0) continue;
            board = With(board, wholeGroups ? Group(placed, r, c).Group : [(r, c)], '.');
        }
        if (capturesFirst) dead = Liberties(board, row, column) == 0;
        return (forbidsSuicide && dead) || earlier(history).Any(before => before.SequenceEqual(board)) ? history[^1] : board;
    }

    internal static string[] Move(string[][] history, int row, int column, string stone) => Move(history, row, column, stone, all => all);

    /// <summary>The boards of a game of random legal moves.</summary>
    internal static string[][] Game(int size, int moves, Random random)
    {
        List<string[]> history = [[.. Enumerable.Repeat(new string('.', size), size)]];
        for (int move = 0; move < moves; move++)
        {
            string[] after = Move([.. history], random.Next(size), random.Next(size), move % 2 == 0 ? "X" : "O");
            if (!after.SequenceEqual(history[^1])) history.Add(after);
        }
        return [.. history];
    }

    private static string[] With(string[] board, IEnumerable<(int Row, int Column)> points, char what)
    {
        char[][] rows = Array.ConvertAll(board, line => line.ToCharArray());
        foreach ((int row, int column) in points) rows[row][column] = what;
        return Array.ConvertAll(rows, line => new string(line));
    }
}
