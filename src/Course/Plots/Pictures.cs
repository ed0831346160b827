using System.Globalization;
using Plotly.NET;

namespace Course.Plots;

/// <summary>Pictures of numbers: grey images, what weights are for and against, which class is taken for which.</summary>
public static class Pictures
{
    private static readonly string[] evidenceWords = ["against", "neither", "for"];
    private static readonly string[] answerWords = ["below", "zero", "above"];

    /// <summary>Grey images side by side, ink on paper.</summary>
    /// <param name="images">One array an image, row by row, 0 paper to 1 ink.</param>
    /// <param name="rows">Height of each in pixels.</param>
    /// <param name="columns">Width of each in pixels.</param>
    /// <param name="captions">What stands above each; null for nothing.</param>
    /// <param name="perRow">How many stand side by side.</param>
    /// <exception cref="ArgumentException">There is no image, an image has another size, or captions are too few or too many.</exception>
    public static GenericChart Digits(IEnumerable<float[]> images, int rows, int columns, IEnumerable<string>? captions = null,
        int perRow = 10)
    {
        var tiles = new Tiles(images, rows, columns, captions, perRow);
        Trace map = tiles.HeatMap(value => Math.Round(value, 2), Palette.InkScale, 0, 1);
        map.SetProperty("showscale", false);
        map.SetProperty("hovertemplate", "ink %{z}<extra></extra>");
        return tiles.Chart([map], right: 10);
    }

    /// <summary>
    /// Weights as images: what speaks for a class red, what speaks against it blue, what does not matter white. All share one scale,
    /// symmetric about zero, so that equal colours mean equal weights.
    /// </summary>
    /// <param name="weights">One array a class, row by row: a weight for each pixel.</param>
    /// <param name="rows">Height of each in pixels.</param>
    /// <param name="columns">Width of each in pixels.</param>
    /// <param name="captions">What stands above each; null for nothing.</param>
    /// <param name="perRow">How many stand side by side.</param>
    /// <exception cref="ArgumentException">There is no array, one has another size, or captions are too few or too many.</exception>
    public static GenericChart Evidence(IEnumerable<float[]> weights, int rows, int columns, IEnumerable<string>? captions = null,
        int perRow = 5) =>
        Signed(new Tiles(weights, rows, columns, captions, perRow), "weight", evidenceWords);

    /// <inheritdoc cref="Evidence(IEnumerable{float[]}, int, int, IEnumerable{string}?, int)"/>
    public static GenericChart Evidence(IEnumerable<double[]> weights, int rows, int columns, IEnumerable<string>? captions = null,
        int perRow = 5) =>
        Evidence(weights.Select(w => Array.ConvertAll(w, v => (float)v)), rows, columns, captions, perRow);

    /// <summary>
    /// Feature maps as images: what each unit answers, red above zero and blue below, all on one scale that is symmetric about zero.
    /// </summary>
    /// <param name="maps">One array a map, row by row: an answer for each unit.</param>
    /// <param name="rows">Height of each in units.</param>
    /// <param name="columns">Width of each in units.</param>
    /// <param name="captions">What stands above each; null for nothing.</param>
    /// <param name="perRow">How many stand side by side.</param>
    /// <exception cref="ArgumentException">There is no map, one has another size, or captions are too few or too many.</exception>
    public static GenericChart FeatureMaps(IEnumerable<double[]> maps, int rows, int columns, IEnumerable<string>? captions = null,
        int perRow = 6) =>
        Signed(new Tiles(maps.Select(map => Array.ConvertAll(map, value => (float)value)), rows, columns, captions, perRow), "answer",
        answerWords);

    /// <summary>
    /// What an answer hangs on: the darker a pixel, the more the answer would change with it. The outline is the picture's own ink.
    /// </summary>
    /// <param name="gradients">One array a picture, row by row: the gradient of the answer with respect to each pixel; its sign is not
    /// shown.</param>
    /// <param name="images">The pictures, 0 paper to 1 ink.</param>
    /// <param name="rows">Height of each in pixels.</param>
    /// <param name="columns">Width of each in pixels.</param>
    /// <param name="captions">What stands above each; null for nothing.</param>
    /// <param name="perRow">How many stand side by side.</param>
    /// <exception cref="ArgumentException">There is no picture, one has another size, or captions or pictures are too few or too
    /// many.</exception>
    public static GenericChart Saliency(IEnumerable<double[]> gradients, IEnumerable<float[]> images, int rows, int columns,
        IEnumerable<string>? captions = null, int perRow = 5)
    {
        float[][] shares = [.. gradients.Select(Shares)], pictures = [.. images];
        if (shares.Length != pictures.Length)
            throw new ArgumentException($"There are {pictures.Length} pictures for {shares.Length} sets of gradients.", nameof(images));
        string[]? above = captions is null ? null : [.. captions];
        var tiles = new Tiles(shares, rows, columns, above, perRow);
        Trace map = tiles.HeatMap(value => Math.Round(value, 2), Palette.ShareScale, 0, 1);
        map.SetProperty("showscale", false);
        map.SetProperty("hovertemplate", "%{z:.0%} of the strongest pull<extra></extra>");
        return tiles.Chart([map, new Tiles(pictures, rows, columns, above, perRow).Outline("#D55E00")], right: 10);

        static float[] Shares(double[] gradients)
        {
            double most = gradients.Select(Math.Abs).DefaultIfEmpty(0).Max();
            return Array.ConvertAll(gradients, gradient => most == 0 ? 0 : (float)(Math.Abs(gradient) / most));
        }
    }

    /// <summary>
    /// Which class was taken for which: a row is what an example is, a column what the machine said. Errors are coloured by their
    /// share of the row, so that rare classes count alike; the diagonal, which is right, has numbers only.
    /// </summary>
    /// <param name="counts">Square: counts[i, j] examples of class i were taken for class j. Cells of 0 stay empty.</param>
    /// <param name="labels">The classes' names.</param>
    /// <exception cref="ArgumentException">The table is not square, or the labels do not fit.</exception>
    public static GenericChart ConfusionMatrix(int[,] counts, IEnumerable<string> labels) => ConfusionChart.Of(counts, [.. labels]);

    private static GenericChart Signed(Tiles tiles, string what, string[] words)
    {
        double bound = tiles.Values.Select(value => Math.Abs((double)value)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (bound == 0) bound = 1;
        Trace map = tiles.HeatMap(value => Significant(value), Palette.SignedScale, -bound, bound);
        map.SetProperty("hovertemplate", $"{what} %{{z}}<extra></extra>");
        var bar = new ColorBar();
        bar.SetProperty("thickness", 14);
        bar.SetProperty("outlinewidth", 0);
        bar.SetProperty("tickvals", new[] { -bound, 0, bound });
        bar.SetProperty("ticktext", new[] { $"{Text(-bound)}<br>{words[0]}", $"0<br>{words[1]}", $"+{Text(bound)}<br>{words[2]}" });
        map.SetProperty("colorbar", bar);
        return tiles.Chart([map], right: 90);
    }

    private static double Significant(double value) =>
        double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("G2", CultureInfo.InvariantCulture).Replace('-', '−');
}
