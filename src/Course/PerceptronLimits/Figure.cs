namespace Course.PerceptronLimits;

/// <summary>
/// A figure on a retina: a rectangle of points, each black or white. M. Minsky and S. Papert, <i>Perceptrons</i> (MIT Press, 1969), section
/// 0.5. Defined in lesson 03.
/// </summary>
public sealed class Figure
{
    private readonly bool[,] black;

    private Figure(bool[,] black) => this.black = black;

    /// <summary>The number of rows.</summary>
    public int Rows => black.GetLength(0);

    /// <summary>The number of columns.</summary>
    public int Columns => black.GetLength(1);

    /// <summary>The number of black points.</summary>
    public int Area => black.Cast<bool>().Count(b => b);

    /// <summary>Whether the point in row <paramref name="row"/> and column <paramref name="column"/>, both from 0, is black.</summary>
    /// <param name="row">The row, from the top.</param>
    /// <param name="column">The column, from the left.</param>
    public bool this[int row, int column] => black[row, column];

    /// <summary>Parses a figure from text, one line per row: <c>#</c> is black, anything else is white.</summary>
    /// <param name="text">The picture; short lines are padded with white.</param>
    /// <returns>The figure.</returns>
    public static Figure Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var black = new bool[lines.Length, lines.Max(l => l.Length)];
        for (int r = 0; r < lines.Length; r++)
        {
            for (int c = 0; c < lines[r].Length; c++)
            {
                black[r, c] = lines[r][c] == '#';
            }
        }

        return new Figure(black);
    }

    /// <summary>
    /// Numbers the pieces of the figure by walking: from a black point to its black neighbours above, below, left and right, until nothing
    /// new is reached. A serial program needs one visit per point; no order-limited perceptron can do this.
    /// </summary>
    /// <returns>For each point, 0 if it is white, otherwise the number of its piece, from 1.</returns>
    public int[,] Pieces()
    {
        var piece = new int[Rows, Columns];
        int pieces = 0;
        for (int r = 0; r < Rows; r++)
        {
            for (int c = 0; c < Columns; c++)
            {
                if (black[r, c] && piece[r, c] == 0)
                {
                    Walk(piece, r, c, ++pieces);
                }
            }
        }

        return piece;
    }

    /// <summary>Whether the figure is in one piece.</summary>
    public bool IsConnected => Pieces().Cast<int>().Max() == 1;

    /// <summary>The figure as text, <c>#</c> for black and <c>.</c> for white.</summary>
    /// <returns>One line per row.</returns>
    public override string ToString() => string.Join('\n', Enumerable.Range(0, Rows)
        .Select(r => string.Concat(Enumerable.Range(0, Columns).Select(c => black[r, c] ? '#' : '.'))));

    private void Walk(int[,] piece, int row, int column, int number)
    {
        var toVisit = new Stack<(int Row, int Column)>([(row, column)]);
        while (toVisit.TryPop(out (int Row, int Column) at))
        {
            (int r, int c) = at;
            if (r < 0 || c < 0 || r >= Rows || c >= Columns || !black[r, c] || piece[r, c] != 0)
            {
                continue;
            }

            piece[r, c] = number;
            toVisit.Push((r - 1, c));
            toVisit.Push((r + 1, c));
            toVisit.Push((r, c - 1));
            toVisit.Push((r, c + 1));
        }
    }
}
