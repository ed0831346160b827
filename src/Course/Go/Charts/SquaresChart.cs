using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Course.Go.Charts;

/// <summary>The nine squares of tic-tac-toe: marks, and a number on each free square as a colour. Defined in lesson 11.</summary>
public static class SquaresChart
{
    private const int Side = 3;

    /// <summary>Draws a board.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="board">Nine characters, square 0 at the upper left: X, O, or a dot for a free square.</param>
    /// <param name="values">A number for each square; that of a taken one does not count.</param>
    /// <param name="format">How numbers are printed, such as <c>N0</c> or <c>+0.00</c>.</param>
    /// <param name="least">The number at the light end of the colours.</param>
    /// <param name="most">The number at the dark end of the colours.</param>
    public static GenericChart Of(string title, string board, IReadOnlyList<double> values, string format = "N0", double least = 0,
        double most = 1)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(values);
        if (board.Length != Side * Side || values.Count != board.Length)
            throw new ArgumentException("A board has nine squares, and each a value.", nameof(board));
        var map = new Trace("heatmap");
        map.SetProperty("z", Rows(square => board[square] == '.' ? values[square] : null));
        var words = new Trace("scatter");
        words.SetProperty("mode", "text");
        words.SetProperty("x", Enumerable.Range(0, board.Length).Select(square => square % Side).ToArray());
        words.SetProperty("y", Enumerable.Range(0, board.Length).Select(square => square / Side).ToArray());
        words.SetProperty("text", board.Select((mark, square) => mark != '.' ? $"<b>{mark}</b>"
            : values[square].ToString(format, System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−')).ToArray());
        words.SetProperty("textfont", ChartExtensions.Members(
            ("size", board.Select(mark => mark == '.' ? 16 : 40).ToArray()), ("color", board.Select(Colour).ToArray())));
        words.SetProperty("hoverinfo", "skip");
        map.SetProperty("colorscale", Palette.ShareScale.Convert());
        map.SetProperty("zmin", least);
        map.SetProperty("zmax", most);
        map.SetProperty("xgap", 4);
        map.SetProperty("ygap", 4);
        map.SetProperty("showscale", false);
        map.SetProperty("hoverinfo", "skip");
        var layout = new Layout();
        layout.SetProperty("showlegend", false);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq([map, words])))
            .Titled(title).RangeX(-0.5, Side - 0.5).RangeY(Side - 0.5, -0.5).WithoutAxes()
            .WithAxis("yaxis", "scaleanchor", "x").Sized(560, 400);

        double?[][] Rows(Func<int, double?> value) =>
            [.. Enumerable.Range(0, Side).Select(row => Enumerable.Range(row * Side, Side).Select(value).ToArray())];

        string Colour(char mark, int square) => mark != '.' ? "#808080"
            : (values[square] - least) / (most - least) > 0.55 ? "#FFFFFF" : "#000000";
    }
}
