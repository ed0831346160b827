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

    private readonly float[][] images;
    private readonly int rows;
    private readonly int columns;
    private readonly string[]? captions;
    private readonly int across;
    private readonly int down;
    private readonly int rowGap;
    private readonly int pixel;

    internal Tiles(IEnumerable<float[]> images, int rows, int columns, IEnumerable<string>? captions, int perRow)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perRow);
        this.images = [.. images];
        this.captions = captions is null ? null : [.. captions];
        if (this.images.Length == 0) throw new ArgumentException("There is no image to show.", nameof(images));
        int odd = Array.FindIndex(this.images, image => image.Length != rows * columns);
        if (odd >= 0)
            throw new ArgumentException($"Image {odd + 1} has {this.images[odd].Length} values, which are not {rows} x {columns}.",
                nameof(images));
        if (this.captions is not null && this.captions.Length != this.images.Length)
            throw new ArgumentException($"There are {this.captions.Length} captions for {this.images.Length} images.", nameof(captions));

        (this.rows, this.columns) = (rows, columns);
        across = Math.Min(perRow, this.images.Length);
        down = (this.images.Length + across - 1) / across;
        pixel = Math.Clamp(MostWidth / (across * (columns + Gap)), 1, Math.Max(1, TileSide / Math.Max(rows, columns)));
        rowGap = this.captions is null ? Gap : Math.Max(Gap, (CaptionHeight + pixel - 1) / pixel);
    }

    /// <summary>All values of all images.</summary>
    internal IEnumerable<float> Values => images.SelectMany(image => image);

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
        if (captions is not null) traces.Add(Captions());
        var layout = new Layout();
        int above = captions is null ? 0 : rowGap;
        layout.SetProperty("width", Width * pixel + 10 + right);
        layout.SetProperty("height", (Height + above) * pixel + 20);
        layout.SetProperty("margin", Members(("l", 10), ("r", right), ("t", 10), ("b", 10)));
        layout.SetProperty("showlegend", false);
        layout.SetProperty("xaxis", Hidden(("range", new[] { -0.5, Width - 0.5 }), ("constrain", "domain")));
        layout.SetProperty("yaxis", Hidden(("range", new[] { Height - 0.5, -0.5 - above }), ("scaleanchor", "x"), ("constrain", "domain")));
        layout.SetProperty("shapes", images.Select((_, i) => Frame(i)).ToArray());
        var config = new Config();
        config.SetProperty("displayModeBar", false);
        return GenericChart.setConfig(config, GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces))));
    }

    private int Width => across * (columns + Gap) - Gap;

    private int Height => down * (rows + rowGap) - rowGap;

    private double?[][] Table(Func<double, double> rounded)
    {
        var table = new double?[Height][];
        for (int y = 0; y < table.Length; y++) table[y] = new double?[Width];
        for (int i = 0; i < images.Length; i++)
        {
            (int left, int top) = Corner(i);
            for (int y = 0; y < rows; y++)
            {
                for (int x = 0; x < columns; x++) table[top + y][left + x] = rounded(images[i][y * columns + x]);
            }
        }

        return table;
    }

    private (int Left, int Top) Corner(int image) => (image % across * (columns + Gap), image / across * (rows + rowGap));

    private Trace Captions()
    {
        var captions = new Trace("scatter");
        captions.SetProperty("mode", "text");
        captions.SetProperty("x", images.Select((_, i) => Corner(i).Left + (columns - 1) / 2.0).ToArray());
        captions.SetProperty("y", images.Select((_, i) => Corner(i).Top - 0.7).ToArray());
        captions.SetProperty("text", this.captions!);
        captions.SetProperty("textposition", "top center");
        captions.SetProperty("hoverinfo", "skip");
        return captions;
    }

    private DynamicObj.DynamicObj Frame(int image)
    {
        (int left, int top) = Corner(image);
        return Members(
            ("type", "rect"), ("x0", left - 0.5), ("x1", left + columns - 0.5), ("y0", top - 0.5), ("y1", top + rows - 0.5),
            ("line", Members(("color", "rgba(128,128,128,0.5)"), ("width", 1))));
    }

    private static DynamicObj.DynamicObj Hidden(params (string, object)[] more) =>
        Members([("visible", false), ("showgrid", false), ("zeroline", false), .. more]);
}
