namespace Course.PerceptronLimits;

/// <summary>
/// Figures that show why connectedness is hard for a machine that adds up local evidence. M. Minsky and S. Papert, <i>Perceptrons</i> (MIT
/// Press, 1969): the cover, and section 0.8. Defined in lesson 03.
/// </summary>
public static class ConnectednessFigures
{
    /// <summary>
    /// Two spirals in the style of the book's cover. Each is a pair of arms that wind inwards and meet at the centre. In both, the same arm
    /// is cut in the same place, and one bridge joins two neighbouring windings. In the first the bridge lies before the cut and provides a
    /// detour around it; in the second it lies behind the cut and does not help. The areas are equal, and no small part tells which is
    /// which.
    /// </summary>
    /// <param name="windings">The number of windings of the arms, at least 2.</param>
    /// <param name="seed">Chooses the positions of the bridges.</param>
    /// <returns>The figure in one piece and the figure in two, 4 · windings + 1 points high and wide.</returns>
    public static (Figure One, Figure Two) Spirals(int windings, int seed = 1969)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windings, 2);
        int size = 4 * windings + 1;
        var black = new bool[size, size];
        List<(int Row, int Column)> arm = Arm(size);
        foreach ((int r, int c) in arm)
        {
            // The other arm is the first one, rotated by half a turn.
            black[r, c] = black[size - 1 - r, size - 1 - c] = true;
        }

        // A straight place half-way along the arm.
        int at = Enumerable.Range(arm.Count / 2, arm.Count / 2).First(i => Straight(arm[i - 1], arm[i + 1]));
        black[arm[at].Row, arm[at].Column] = false;

        int[,] piece = FromGrid(black).Pieces();
        var random = new Random(seed);
        (int Row, int Column)[] gaps = [.. Gaps(black).Where(FarFromTheCut).OrderBy(_ => random.Next())];
        return (Bridged(gaps.First(g => Sides(g).A != Sides(g).B)), Bridged(gaps.First(g => Sides(g).A == Sides(g).B)));

        bool FarFromTheCut((int Row, int Column) g) => Math.Abs(g.Row - arm[at].Row) + Math.Abs(g.Column - arm[at].Column) > size / 3;

        (int A, int B) Sides((int Row, int Column) g) => black[g.Row - 1, g.Column]
            ? (piece[g.Row - 1, g.Column], piece[g.Row + 1, g.Column])
            : (piece[g.Row, g.Column - 1], piece[g.Row, g.Column + 1]);

        Figure Bridged((int Row, int Column) g)
        {
            var copy = (bool[,])black.Clone();
            copy[g.Row, g.Column] = true;
            return FromGrid(copy);
        }
    }

    /// <summary>
    /// The four figures of theorem 0.8: four long strands whose left ends and whose right ends are each tied in one of two ways. An end is
    /// tied 1-2 and 3-4 ("0"), or 1-4 and 2-3 ("1"). The figure is connected exactly if the two ends are tied differently: XOR as a
    /// picture.
    /// </summary>
    /// <param name="length">The number of columns between the ties of the two ends.</param>
    /// <returns>The figures with ends 00, 01, 10, 11, in that order; 7 rows, length + 6 columns each.</returns>
    public static Figure[] FourFigures(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return [Tied(false, false), Tied(false, true), Tied(true, false), Tied(true, true)];

        Figure Tied(bool left, bool right)
        {
            int columns = length + 6;
            var black = new bool[7, columns];
            for (int c = 2; c < columns - 2; c++)
            {
                black[0, c] = black[2, c] = black[4, c] = black[6, c] = true;
            }

            Tie(black, left, inner: 2, outer: 0, step: 1);
            Tie(black, right, inner: columns - 3, outer: columns - 1, step: -1);
            return FromGrid(black);
        }

        static void Tie(bool[,] black, bool crossed, int inner, int outer, int step)
        {
            if (!crossed)
            {
                black[1, inner] = black[5, inner] = true;
                return;
            }

            black[3, inner] = black[0, outer + step] = black[6, outer + step] = true;
            for (int r = 0; r < 7; r++)
            {
                black[r, outer] = true;
            }
        }
    }

    /// <summary>
    /// What a diameter-limited perceptron can see of some figures. The window is as high as the retina and <paramref name="width"/> columns
    /// wide. There is one feature for each position of the window and each content that some figure shows there: 1 if the figure shows that
    /// content. Every predicate that looks at only one window is a weighted sum of these.
    /// </summary>
    /// <param name="figures">Figures of equal size.</param>
    /// <param name="width">The window's width in columns.</param>
    /// <returns>One row of features per figure.</returns>
    public static int[][] Windows(IReadOnlyList<Figure> figures, int width)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var features = figures.Select(_ => new List<int>()).ToArray();
        for (int start = 0; start + width <= figures[0].Columns; start++)
        {
            string[] seen = [.. figures.Select(f => Content(f, start, width))];
            foreach (string content in seen.Distinct())
            {
                for (int i = 0; i < seen.Length; i++)
                {
                    features[i].Add(seen[i] == content ? 1 : 0);
                }
            }
        }

        return [.. features.Select(f => f.ToArray())];
    }

    // From the upper left corner to the centre; each stretch stops two points short of the other arm.
    private static List<(int Row, int Column)> Arm(int size)
    {
        var arm = new List<(int Row, int Column)> { (0, 0) };
        int middle = size / 2;
        for (int turn = 0; ; turn++)
        {
            bool rightAndDown = turn % 2 == 0;
            WalkTo(arm[^1].Row, rightAndDown ? size - 1 - 2 * turn : 2 * turn);
            if (arm[^1] == (middle, middle))
            {
                return arm;
            }

            WalkTo(rightAndDown ? size - 3 - 2 * turn : 2 * turn + 2, arm[^1].Column);
        }

        void WalkTo(int row, int column)
        {
            while (arm[^1] != (row, column))
            {
                (int r, int c) = arm[^1];
                arm.Add((r + Math.Sign(row - r), c + Math.Sign(column - c)));
            }
        }
    }

    private static bool Straight((int Row, int Column) before, (int Row, int Column) after) =>
        before.Row == after.Row || before.Column == after.Column;

    // White points with black on two opposite sides and white on the other two: a black point there is a bridge.
    private static IEnumerable<(int Row, int Column)> Gaps(bool[,] black)
    {
        for (int r = 1; r < black.GetLength(0) - 1; r++)
        {
            for (int c = 1; c < black.GetLength(1) - 1; c++)
            {
                bool across = black[r, c - 1] && black[r, c + 1], along = black[r - 1, c] && black[r + 1, c];
                bool none = !black[r - 1, c] && !black[r + 1, c], neither = !black[r, c - 1] && !black[r, c + 1];
                if (!black[r, c] && ((across && none) || (along && neither)))
                {
                    yield return (r, c);
                }
            }
        }
    }

    private static string Content(Figure figure, int start, int width) => string.Concat(
        from r in Enumerable.Range(0, figure.Rows)
        from c in Enumerable.Range(start, width)
        select figure[r, c] ? '#' : '.');

    private static Figure FromGrid(bool[,] black) => Figure.Parse(string.Join('\n', Enumerable.Range(0, black.GetLength(0))
        .Select(r => string.Concat(Enumerable.Range(0, black.GetLength(1)).Select(c => black[r, c] ? '#' : '.')))));
}
