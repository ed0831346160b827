using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Plots;

/// <summary>Images of one size in rows, as one heat map with gaps: one trace draws a hundred of them as fast as one.</summary>
internal sealed class Tiles
{
    private const int Gap = 2;
    private const int MostWidth = 700;
    private const int TileSide = 126;
    private const int CaptionHeight = 22;

    private readonly float[][] _images;
    private readonly int _rows;
    private readonly int _columns;
    private readonly string[]? _captions;
    private readonly int _across;
    private readonly int _down;
    private readonly int _rowGap;
    private readonly int _pixel;

    internal Tiles(IEnumerable<float[]> images, int rows, int columns, IEnumerable<string>? captions, int perRow)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perRow);
        _images = [.. images];
        _captions = captions is null ? null : [.. captions];
        if (_images.Length == 0) throw new ArgumentException("There is no image to show.", nameof(images));
        int odd = Array.FindIndex(_images, image => image.Length != rows * columns);
        if (odd >= 0)
            throw new ArgumentException($"Image {odd + 1} has {_images[odd].Length} values, which are not {rows} x {columns}.",
                nameof(images));
        if (_captions is not null && _captions.Length != _images.Length)
            throw new ArgumentException($"There are {_captions.Length} captions for {_images.Length} images.", nameof(captions));

        (_rows, _columns) = (rows, columns);
        _across = Math.Min(perRow, _images.Length);
        _down = (_images.Length + _across - 1) / _across;
        _pixel = Math.Clamp(MostWidth / (_across * (columns + Gap)), 1, Math.Max(1, TileSide / Math.Max(rows, columns)));
        _rowGap = _captions is null ? Gap : Math.Max(Gap, (CaptionHeight + _pixel - 1) / _pixel);
    }

    /// <summary>All values of all images.</summary>
    internal IEnumerable<float> Values => _images.SelectMany(image => image);

    internal Trace HeatMap(Func<double, double> rounded, StyleParam.Colorscale scale, double low, double high)
    {
        var map = new Trace("heatmap");
        map.SetProperty("z", Table(rounded));
        map.SetProperty("colorscale", scale.Convert());
        map.SetProperty("zmin", low);
        map.SetProperty("zmax", high);
        map.SetProperty("hoverongaps", false);
        return map;
    }

    /// <summary>The line between paper and ink, at half of the blackest.</summary>
    internal Trace Outline(string colour)
    {
        var line = new Trace("contour");
        line.SetProperty("z", Table(value => Math.Round(value, 2)));
        line.SetProperty("contours", Members(("coloring", "none"), ("start", 0.5), ("end", 0.5), ("size", 1)));
        line.SetProperty("line", Members(("color", colour), ("width", 1.5)));
        line.SetProperty("showscale", false);
        line.SetProperty("connectgaps", false);
        line.SetProperty("hoverinfo", "skip");
        return line;
    }

    internal GenericChart Chart(IEnumerable<Trace> maps, int right)
    {
        List<Trace> traces = [.. maps];
        if (_captions is not null) traces.Add(Captions());
        var layout = new Layout();
        int above = _captions is null ? 0 : _rowGap;
        layout.SetProperty("width", Width * _pixel + 10 + right);
        layout.SetProperty("height", (Height + above) * _pixel + 20);
        layout.SetProperty("margin", Members(("l", 10), ("r", right), ("t", 10), ("b", 10)));
        layout.SetProperty("showlegend", false);
        layout.SetProperty("xaxis", Hidden(("range", new[] { -0.5, Width - 0.5 }), ("constrain", "domain")));
        layout.SetProperty("yaxis", Hidden(("range", new[] { Height - 0.5, -0.5 - above }), ("scaleanchor", "x"), ("constrain", "domain")));
        layout.SetProperty("shapes", _images.Select((_, i) => Frame(i)).ToArray());
        var config = new Config();
        config.SetProperty("displayModeBar", false);
        return GenericChart.setConfig(config, GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces))));
    }

    private int Width => _across * (_columns + Gap) - Gap;

    private int Height => _down * (_rows + _rowGap) - _rowGap;

    private double?[][] Table(Func<double, double> rounded)
    {
        var table = new double?[Height][];
        for (int y = 0; y < table.Length; y++) table[y] = new double?[Width];
        for (int i = 0; i < _images.Length; i++)
        {
            (int left, int top) = Corner(i);
            for (int y = 0; y < _rows; y++)
            {
                for (int x = 0; x < _columns; x++) table[top + y][left + x] = rounded(_images[i][y * _columns + x]);
            }
        }

        return table;
    }

    private (int Left, int Top) Corner(int image) => (image % _across * (_columns + Gap), image / _across * (_rows + _rowGap));

    private Trace Captions()
    {
        var captions = new Trace("scatter");
        captions.SetProperty("mode", "text");
        captions.SetProperty("x", _images.Select((_, i) => Corner(i).Left + (_columns - 1) / 2.0).ToArray());
        captions.SetProperty("y", _images.Select((_, i) => Corner(i).Top - 0.7).ToArray());
        captions.SetProperty("text", _captions!);
        captions.SetProperty("textposition", "top center");
        captions.SetProperty("hoverinfo", "skip");
        return captions;
    }

    private DynamicObj.DynamicObj Frame(int image)
    {
        (int left, int top) = Corner(image);
        return Members(
            ("type", "rect"), ("x0", left - 0.5), ("x1", left + _columns - 0.5), ("y0", top - 0.5), ("y1", top + _rows - 0.5),
            ("line", Members(("color", "rgba(128,128,128,0.5)"), ("width", 1))));
    }

    private static DynamicObj.DynamicObj Hidden(params (string, object)[] more) =>
        Members([("visible", false), ("showgrid", false), ("zeroline", false), .. more]);
}
