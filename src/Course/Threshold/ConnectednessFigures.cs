namespace Course.Threshold;

/// <summary>
/// Figures that show why connectedness is hard for a machine that adds up local evidence. M. Minsky and S. Papert, <i>Perceptrons</i> (MIT Press,
/// 1969): the cover, and section 0.8. Defined in lesson 03.
/// </summary>
public static class ConnectednessFigures
{
    /// <summary>
    /// Two spirals in the manner of the book's cover: two arms wind inwards, and the figures differ in where one point lies: at the centre, where it joins
    /// the arms, or at an outer end, where it only lengthens one. Equal in area; only the first is in one piece.
    /// </summary>
    /// <param name="windings">How often the arms wind, at least 1.</param>
    /// <returns>The figure in one piece and the figure in two, 4 · windings + 1 points high and wide.</returns>
    public static (Figure One, Figure Two) Spirals(int windings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windings, 1);
        int size = 4 * windings + 1, middle = size / 2;
        var grid = new bool[size, size];

        // One arm, and by half a turn about the centre the other; each stretch stops two points short of where the other arm runs.
        (int r, int c) = (0, 0);
        for (int turn = 0; ; turn++)
        {
            bool rightAndDown = turn % 2 == 0;
            DrawTo(r, rightAndDown ? size - 1 - 2 * turn : 2 * turn);
            if ((r, c) == (middle, middle))
            {
                break;
            }

            DrawTo(rightAndDown ? size - 3 - 2 * turn : 2 * turn + 2, c);
        }

        grid[0, 0] = grid[middle, middle] = false;
        return (With(middle), With(0));

        void DrawTo(int row, int column)
        {
            for (int i = Math.Min(r, row); i <= Math.Max(r, row); i++)
            {
                for (int j = Math.Min(c, column); j <= Math.Max(c, column); j++)
                {
                    grid[i, j] = grid[size - 1 - i, size - 1 - j] = true;
                }
            }

            (r, c) = (row, column);
        }

        Figure With(int diagonal)
        {
            var copy = (bool[,])grid.Clone();
            copy[diagonal, diagonal] = true;
            return FromGrid(copy);
        }
    }

    /// <summary>
    /// The four figures of theorem 0.8: four long strands whose left ends, and whose right ends, are tied in one of two ways. Tied 1-2 and 3-4
    /// ("0"), or 1-4 and 2-3 ("1"). The figure is in one piece exactly where the two ends are tied differently: XOR, written as a picture.
    /// </summary>
    /// <param name="length">How many columns lie between the ties of one end and those of the other.</param>
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
    /// What a diameter-limited perceptron can see of some figures: for every place of a window as high as the retina and <paramref name="width"/> columns wide, and
    /// every content that some figure shows there, one feature, 1 where the figure shows that content. Every predicate that looks at one window only is a
    /// weighted sum of these.
    /// </summary>
    /// <param name="figures">Figures of one size.</param>
    /// <param name="width">The window's width in columns.</param>
    /// <returns>One row of features a figure.</returns>
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

    private static string Content(Figure figure, int start, int width) => string.Concat(
        from r in Enumerable.Range(0, figure.Rows)
        from c in Enumerable.Range(start, width)
        select figure[r, c] ? '#' : '.');

    private static Figure FromGrid(bool[,] black) => Figure.Parse(string.Join('\n', Enumerable.Range(0, black.GetLength(0))
        .Select(r => string.Concat(Enumerable.Range(0, black.GetLength(1)).Select(c => black[r, c] ? '#' : '.')))));
}
