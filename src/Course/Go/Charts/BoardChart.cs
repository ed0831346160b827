using System.Globalization;
using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Go.Charts;

/// <summary>
/// Boards of Go, side by side: lines, stones, coloured squares for what a search or a network says of the points. Defined in lesson 11.
/// </summary>
public static class BoardChart
{
    private const string Black = "#1A1A1A", White = "#FFFFFF", Ring = "#D55E00", Wood = "#E2C48F", Ink = "#6B5A3A";
    private const double Gap = 1.2, MostPixels = 64, Wide = 720, Legible = 0.04;

    /// <summary>Draws boards.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="pictures">The boards, from the left; all of one size.</param>
    public static GenericChart Of(string title, params IReadOnlyList<BoardPicture> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        int size = pictures.Max(picture => picture.Board.Size);
        double width = pictures.Count * (size + Gap), pixel = Math.Min(MostPixels, Wide / width);
        bool signed = pictures.Any(picture => picture.Heat?.Any(value => value < 0) == true);
        Place[] places = [.. pictures.Index().SelectMany(picture => Places(picture.Item, picture.Index * (size + Gap)))];
        Trace[] traces =
        [
            Squares(places, signed, 0.93 * pixel), Lines(pictures, size),
            Stones(places, Stone.Black, Black, 0.84 * pixel), Stones(places, Stone.White, White, 0.84 * pixel),
            Rings(places, pictures, 0.4 * pixel), Words(places, pictures, size, pixel),
        ];
        var layout = new Layout();
        layout.SetProperty("showlegend", false);
        layout.SetProperty("autosize", false);
        layout.SetProperty("margin", Members(("l", 8), ("r", 8), ("t", 44), ("b", 8)));
        layout.SetProperty("shapes", pictures.Select((picture, number) => Wooden(number * (size + Gap), picture.Board.Size)).ToArray());
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)))
            .Titled(title).RangeX(-Gap, width - 0.5).RangeY(-1.2, size + 0.2).WithoutAxes()
            .WithAxis("yaxis", "scaleanchor", "x")
            .Sized((int)Math.Max(560, (width + Gap - 0.5) * pixel + 16), (int)((size + 1.4) * pixel + 52));
    }

    /// <summary>A game as a film, a move a frame.</summary>
    /// <param name="game">The game.</param>
    /// <param name="title">What stands above the board; null names the players and the result.</param>
    /// <param name="opensAt">The move whose board is shown until somebody plays; null for the last.</param>
    public static Animation Replay(Sgf game, string? title = null, int? opensAt = null)
    {
        ArgumentNullException.ThrowIfNull(game);
        var board = new GoGame(game.Size, game.Komi);
        title ??= $"{game.Black} (black) against {game.White}: {game.Result}";
        List<(string, GenericChart)> frames = [("start", Of(title, new BoardPicture(board.Board.Copy())))];
        foreach ((int number, GoMove move) in game.Moves.Index())
        {
            if (!board.TryPlay(move.Point, move.Stone))
                throw new ArgumentException($"Move {number + 1} of the game is not legal.", nameof(game));
            string label = string.Create(CultureInfo.InvariantCulture,
                $"{number + 1}: {(move.Stone == Stone.Black ? "black" : "white")} {Vertex.Name(move.Point, game.Size)}");
            frames.Add((label, Of(title, new BoardPicture(board.Board.Copy()) { Last = move.Point == Vertex.Pass ? null : move.Point })));
        }
        return Animation.Of(frames, 700, opensAt);
    }

    // Black stones would vanish on a dark page, white ones on a light page.
    private static DynamicObj.DynamicObj Wooden(double left, int size) => Members(("type", "rect"), ("layer", "below"), ("fillcolor", Wood),
        ("x0", left - 0.5), ("x1", left + size - 0.5), ("y0", -0.5), ("y1", size - 0.5), ("line", Members(("width", 0))));

    private static IEnumerable<Place> Places(BoardPicture picture, double left)
    {
        Board board = picture.Board;
        for (int point = 0; point < board.Points; point++)
        {
            string name = Vertex.Name(point, board.Size);
            yield return new(left + point % board.Size, point / board.Size, name, board[point], picture.Heat?[point],
                picture.Marks.GetValueOrDefault(name, ""), picture.Last == point, picture.Numbers);
        }
    }

    private static Trace Squares(Place[] places, bool signed, double pixels)
    {
        // An empty trace would make frames of a film differ in their number of traces.
        Place[] warm = [.. places.Where(place => place.Heat is not null)];
        return Markers(warm, ("hoverinfo", "text"), ("text", warm.Select(place => $"{place.Name}: {Number(place.Heat!.Value)}").ToArray()),
            ("marker", Members(
                ("symbol", "square"), ("size", pixels), ("color", warm.Select(place => Math.Round(place.Heat!.Value, 3)).ToArray()),
                ("colorscale", (signed ? Palette.SignedScale : Palette.ShareScale).Convert()), ("cmin", signed ? -1 : 0), ("cmax", 1),
                ("opacity", 1), ("line", Members(("width", 0))))));
    }

    private static Trace Lines(IReadOnlyList<BoardPicture> pictures, int most)
    {
        List<double?> x = [], y = [];
        foreach ((int number, BoardPicture picture) in pictures.Index())
        {
            (double left, int last) = (number * (most + Gap), picture.Board.Size - 1);
            for (int line = 0; line <= last; line++)
            {
                x.AddRange([left, left + last, null, left + line, left + line, null]);
                y.AddRange([line, line, null, 0, last, null]);
            }
        }
        var lines = new Trace("scatter");
        lines.SetProperty("mode", "lines");
        lines.SetProperty("x", x.ToArray());
        lines.SetProperty("y", y.ToArray());
        lines.SetProperty("line", Members(("color", Ink), ("width", 1)));
        lines.SetProperty("hoverinfo", "skip");
        return lines;
    }

    private static Trace Stones(Place[] places, Stone stone, string colour, double pixels)
    {
        Place[] stones = [.. places.Where(place => place.Stone == stone)];
        return Markers(stones, ("hoverinfo", "text"), ("text", stones.Select(place => $"{place.Name}: {stone}").ToArray()),
            ("marker", Members(("size", pixels), ("color", colour), ("opacity", 1), ("line", Members(("width", 1.5), ("color", "#808080"))))));
    }

    private static Trace Rings(Place[] places, IReadOnlyList<BoardPicture> pictures, double pixels) => Markers(
        [.. places.Where(place => place.IsLast)], ("hoverinfo", "skip"),
        ("marker", Members(("symbol", "circle-open"), ("size", pixels), ("color", Ring), ("opacity", pictures.Count > 0 ? 1 : 0),
            ("line", Members(("width", 3), ("color", Ring))))));

    private static Trace Words(Place[] places, IReadOnlyList<BoardPicture> pictures, int size, double pixel)
    {
        List<(double X, double Y, string Text, string Colour)> words = [];
        foreach ((int number, BoardPicture picture) in pictures.Index())
        {
            double left = number * (size + Gap);
            words.Add((left + (picture.Board.Size - 1) / 2.0, picture.Board.Size - 0.2, $"<b>{picture.Caption}</b>", "#808080"));
            for (int line = 0; line < picture.Board.Size; line++)
            {
                words.Add((left + line, -0.8, Vertex.Name(line, picture.Board.Size)[..1], "#808080"));
                words.Add((left - 0.75, line, string.Create(CultureInfo.InvariantCulture, $"{line + 1}"), "#808080"));
            }
        }
        foreach (Place place in places)
        {
            bool dark = place.Stone == Stone.Black || (place.Stone == Stone.Empty && Math.Abs(place.Heat ?? 0) > 0.55);
            string text = place.Mark.Length > 0 ? place.Mark
                : place.HasNumber && place.Stone == Stone.Empty && Math.Abs(place.Heat ?? 0) >= Legible ? Number(place.Heat!.Value) : "";
            string colour = dark ? "#FFFFFF" : "#000000";
            if (text.Length > 0) words.Add((place.X, place.Y, text, colour));
        }
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "text");
        trace.SetProperty("x", words.Select(word => word.X).ToArray());
        trace.SetProperty("y", words.Select(word => word.Y).ToArray());
        trace.SetProperty("text", words.Select(word => word.Text).ToArray());
        trace.SetProperty("textfont", Members(("color", words.Select(word => word.Colour).ToArray()), ("size", Math.Clamp(pixel / 4, 9, 14))));
        trace.SetProperty("hoverinfo", "skip");
        return trace;
    }

    private static Trace Markers(Place[] places, params (string Name, object Value)[] members)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "markers");
        trace.SetProperty("x", places.Select(place => place.X).ToArray());
        trace.SetProperty("y", places.Select(place => (double)place.Y).ToArray());
        foreach ((string name, object value) in members) trace.SetProperty(name, value);
        return trace;
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−');

    private sealed record Place(double X, int Y, string Name, Stone Stone, double? Heat, string Mark, bool IsLast, bool HasNumber);
}
