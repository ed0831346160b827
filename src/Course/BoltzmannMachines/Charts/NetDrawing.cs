using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.BoltzmannMachines.Charts;

/// <summary>
/// A net of units that are joined in both directions, drawn in rows. Red links attract, blue ones repel, and a thick link has a large
/// weight; a grey link has the weight 0. Defined in lesson 05.
/// </summary>
public static class NetDrawing
{
    private const string Attracts = "#D55E00", Repels = "#0072B2", Neutral = "#808080", Shown = "#DCE6F0", Hidden = "#E8C9DA";
    private const double RowHeight = 1.1, Bend = 0.22;
    private const int Steps = 16;

    /// <summary>Draws the net.</summary>
    /// <param name="net">The net.</param>
    /// <param name="rows">The units of each row, the upper row first. A unit that stands in no row is not drawn, nor are its links.</param>
    /// <param name="names">What stands in each unit; null for its number.</param>
    /// <param name="links">The pairs to be joined; null for those with a weight that is not 0.</param>
    /// <param name="hidden">How many units, the last ones, are hidden: they have a colour of their own.</param>
    /// <returns>The chart, without title. Links of up to twelve pairs show their weights.</returns>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static GenericChart Of(SymmetricNet net, int[][] rows, string[]? names = null, IEnumerable<(int I, int J)>? links = null,
        int hidden = 0)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length == 0) throw new ArgumentException("A drawing needs at least one row of units.", nameof(rows));

        Dictionary<int, (double X, double Y)> places = Places(rows);
        (int I, int J)[] drawn = [.. (links ?? Joined(net)).Where(pair => places.ContainsKey(pair.I) && places.ContainsKey(pair.J))];
        double largest = drawn.Select(pair => Math.Abs(net.Weights[pair.I][pair.J])).DefaultIfEmpty().Max();
        Trace[] traces =
        [
            .. drawn.Select(pair => Link(places[pair.I], places[pair.J], net.Weights[pair.I][pair.J], largest, rows.Length)),
            Weights(drawn, places, net, rows.Length),
            Units(places, names, net.Units - hidden),
        ];
        var layout = new Layout();
        layout.SetProperty("showlegend", false);
        layout.SetProperty("margin", Members(("l", 20), ("r", 20), ("t", 50), ("b", 20)));
        double wide = rows.Max(row => row.Length) / 2.0;
        double bend = drawn.Select(pair => Over(places[pair.I], places[pair.J])).DefaultIfEmpty().Max();
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)))
            .WithoutAxes().RangeX(-wide - 0.3, wide + 0.3).RangeY(-RowHeight * (rows.Length - 1) - 0.3 - bend, 0.3 + bend)
            .Sized(680, (int)(70 + 100 * (RowHeight * (rows.Length - 1) + 0.6 + 2 * bend)));
    }

    private static IEnumerable<(int, int)> Joined(SymmetricNet net) =>
        from i in Enumerable.Range(0, net.Units) from j in Enumerable.Range(0, i) where net.Weights[i][j] != 0 select (i, j);

    private static Dictionary<int, (double X, double Y)> Places(int[][] rows) =>
        rows.SelectMany((row, r) => row.Select((unit, k) => (unit, (k - (row.Length - 1) / 2.0, -RowHeight * r))))
            .ToDictionary(place => place.unit, place => place.Item2);

    // A point of a link, from 0 at its one end to 1 at the other. Links within a row pass over or under the units between.
    private static (double X, double Y) Point((double X, double Y) from, (double X, double Y) to, double share, int rows)
    {
        (double x, double y) = (from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y));
        bool lowest = rows > 1 && from.Y == -RowHeight * (rows - 1);
        return (x, y + (lowest ? -1 : 1) * Over(from, to) * 4 * share * (1 - share));
    }

    private static double Over((double X, double Y) from, (double X, double Y) to) =>
        from.Y == to.Y && Math.Abs(from.X - to.X) > 1 ? Bend * Math.Abs(from.X - to.X) : 0;

    private static Trace Link((double X, double Y) from, (double X, double Y) to, double weight, double largest, int rows)
    {
        (double X, double Y)[] way = [.. Enumerable.Range(0, Steps + 1).Select(step => Point(from, to, step / (double)Steps, rows))];
        double width = largest == 0 ? 1.5 : 1 + 5 * Math.Abs(weight) / largest;
        return Scatter("lines", way, ("hoverinfo", "skip"),
            ("line", Members(("color", weight > 0 ? Attracts : weight < 0 ? Repels : Neutral), ("width", Math.Round(width, 1)))));
    }

    private static Trace Weights((int I, int J)[] links, Dictionary<int, (double X, double Y)> places, SymmetricNet net, int rows)
    {
        (int I, int J)[] labelled = links.Length <= 12 ? [.. links.Where(pair => net.Weights[pair.I][pair.J] != 0)] : [];
        return Scatter("text", labelled.Select(pair => Beside(places[pair.I], places[pair.J])), ("hoverinfo", "skip"),
            ("text", labelled.Select(pair => FormattableString.Invariant($"<b>{net.Weights[pair.I][pair.J]:0.##}</b>").Replace('-', '−'))
                .ToArray()));

        // Near one end, where links lie apart; above a level link, and to the right of others.
        (double X, double Y) Beside((double X, double Y) from, (double X, double Y) to)
        {
            (double x, double y) = Point(from, to, 0.3, rows);
            return from.Y == to.Y ? (x, y + 0.13) : (x + 0.12, y + 0.02);
        }
    }

    private static Trace Units(Dictionary<int, (double X, double Y)> places, string[]? names, int visible)
    {
        int[] units = [.. places.Keys];
        return Scatter("markers+text", units.Select(unit => places[unit]), ("hoverinfo", "skip"),
            ("text", units.Select(unit => names?[unit] ?? FormattableString.Invariant($"{unit}")).ToArray()),
            ("textfont", Members(("color", "#000000"), ("size", 14))),
            ("marker", Members(("size", 34), ("opacity", 1), ("color", units.Select(unit => unit < visible ? Shown : Hidden).ToArray()),
                ("line", Members(("width", 2), ("color", Neutral))))));
    }

    private static Trace Scatter(string mode, IEnumerable<(double X, double Y)> points, params (string Name, object Value)[] members)
    {
        (double X, double Y)[] all = [.. points];
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("x", Array.ConvertAll(all, point => Math.Round(point.X, 3)));
        trace.SetProperty("y", Array.ConvertAll(all, point => Math.Round(point.Y, 3)));
        foreach ((string name, object value) in members) trace.SetProperty(name, value);
        return trace;
    }
}
