using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Course.ConvNets.Charts;

/// <summary>
/// A film of one kernel that slides over a picture: on the left the picture with the square that is looked at, in the middle the kernel, on
/// the right the feature map as it fills. Defined in lesson 07.
/// </summary>
public static class ConvolutionAnimation
{
    private const int Gap = 3;
    private static readonly string[] captions = ["picture", "kernel", "feature map"];

    /// <summary>Makes the film, one frame a place; it opens at the largest sum.</summary>
    /// <param name="image">The picture, square, row by row, 0 paper to 1 ink.</param>
    /// <param name="kernel">The weights, square, row by row.</param>
    /// <param name="stride">Pixels from one place to the next.</param>
    /// <param name="map">The sums, one a place, row by row.</param>
    /// <exception cref="ArgumentException">The map is not what such a kernel makes of such a picture.</exception>
    public static Animation Over(float[] image, double[][] kernel, int stride, double[][] map)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(map);
        int side = (int)Math.Sqrt(image.Length), width = kernel.Length, places = MapShape.OutputLength(side, width, stride, padding: 0);
        if (side * side != image.Length || map.Length != places)
            throw new ArgumentException(
                $"A square picture of {image.Length} pixels gives {places} x {places} places, not {map.Length} x {map.Length}.",
                nameof(map));

        // The squares' corners, and how large a number is drawn: the map as large as the picture allows.
        int middle = side + Gap, right = middle + width + Gap, zoom = Math.Max(1, side / places);
        int high = (side - width) / 2, higher = (side - zoom * places) / 2;
        int opensAt = Enumerable.Range(0, places * places).MaxBy(place => map[place / places][place % places]);
        return Animation.Of(Enumerable.Range(0, places * places)
            .Select(place => ($"row {place / places + 1}, column {place % places + 1}", Frame(place))), milliseconds: 150, opensAt);

        GenericChart Frame(int place)
        {
            (int row, int column) = (place / places, place % places);
            var filled = map.Select((line, r) => line.Select((sum, c) => r * places + c <= place ? Math.Round(sum, 2) : (double?)null)
                .ToArray());
            Trace[] traces =
            [
                Heat(image.Chunk(side)
                    .Select(line => Array.ConvertAll(line, ink => (double?)Math.Round(ink, 2))), 0, 0, 1, Palette.InkScale, 0, 1),
                Heat(kernel.Select(line => Array.ConvertAll(line, w => (double?)Math.Round(w, 2))), middle, high, 1, Palette.SignedScale,
                    -Largest(kernel), Largest(kernel)),
                Heat(filled, right, higher, zoom, Palette.SignedScale, -Largest(map), Largest(map)),
                Outlines("#808080", (0, 0, side), (middle, high, width), (right, higher, zoom * places)),
                Outlines("#E69F00", (column * stride, row * stride, width), (right + zoom * column, higher + zoom * row, zoom)),
                Captions((side / 2.0, 0), (middle + width / 2.0, high), (right + zoom * places / 2.0, higher)),
            ];
            var layout = new Layout();
            layout.SetProperty("showlegend", false);
            layout.SetProperty("xaxis", Hidden(-1, right + zoom * places + 1));
            layout.SetProperty("yaxis", Hidden(side + 0.5, -2.5, ("scaleanchor", "x")));
            return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)))
                .Titled($"sum at this place: {map[row][column]:0.00}".Replace('-', '−')).Sized(700, 420);
        }
    }

    private static double Largest(double[][] values) => values.SelectMany(row => row).Max(Math.Abs);

    private static Trace Heat(IEnumerable<double?[]> rows, int left, int top, int zoom, StyleParam.Colorscale scale, double low,
        double high) => Made(
        "heatmap", ("z", rows.ToArray()), ("x0", left + zoom / 2.0), ("dx", zoom), ("y0", top + zoom / 2.0), ("dy", zoom),
        ("colorscale", scale.Convert()),
        ("zmin", low), ("zmax", high), ("showscale", false), ("hoverongaps", false), ("hovertemplate", "%{z}<extra></extra>"));

    private static Trace Outlines(string colour, params (int Left, int Top, int Side)[] squares) => Made(
        "scatter", ("mode", "lines"), ("hoverinfo", "skip"), ("line", Stroke(colour)),
        ("x", squares.SelectMany(s => new double?[] { s.Left, s.Left + s.Side, s.Left + s.Side, s.Left, s.Left, null }).ToArray()),
        ("y", squares.SelectMany(s => new double?[] { s.Top, s.Top, s.Top + s.Side, s.Top + s.Side, s.Top, null }).ToArray()));

    private static Line Stroke(string colour)
    {
        var line = new Line();
        line.SetProperty("color", colour);
        line.SetProperty("width", 2.5);
        return line;
    }

    private static Trace Captions(params (double X, double Top)[] places) => Made(
        "scatter", ("mode", "text"), ("hoverinfo", "skip"), ("text", captions), ("textposition", "top center"),
        ("x", Array.ConvertAll(places, place => place.X)), ("y", Array.ConvertAll(places, place => place.Top - 0.3)));

    private static Trace Made(string type, params (string Name, object Value)[] members)
    {
        var trace = new Trace(type);
        foreach ((string name, object value) in members) trace.SetProperty(name, value);
        return trace;
    }

    private static DynamicObj.DynamicObj Hidden(double from, double to, params (string Name, object Value)[] more)
    {
        var axis = new DynamicObj.DynamicObj();
        axis.SetProperty("visible", false);
        axis.SetProperty("range", new[] { from, to });
        foreach ((string name, object value) in more) axis.SetProperty(name, value);
        return axis;
    }
}
