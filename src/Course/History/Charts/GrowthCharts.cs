using System.Globalization;
using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.History.Charts;

/// <summary>
/// Amounts that grow by factors, on a logarithmic axis. A filled circle was counted by the course's own code, an open one was
/// printed, an open triangle is a rumour or an estimate of others. Defined in lesson 00.
/// </summary>
public static class GrowthCharts
{
    private const int Height = 520;
    private const double PlotWidth = 650, PlotHeight = 380;

    /// <summary>Draws machines over the years.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="amount">What stands on the upright axis, with its unit.</param>
    /// <param name="names">The machines.</param>
    /// <param name="years">When.</param>
    /// <param name="amounts">How much; above 0.</param>
    /// <param name="how"><c>counted</c>, <c>printed</c>; anything else is a rumour or an estimate.</param>
    /// <param name="lines">Growths to draw: a name, where it begins, where it ends, and the growth.</param>
    public static GenericChart Of(
        string title, string amount, IReadOnlyList<string> names, IReadOnlyList<double> years, IReadOnlyList<double> amounts,
        IReadOnlyList<string> how, params (string Name, double From, double To, Growth Growth)[] lines)
    {
        double low = Math.Log10(amounts.Min()) - 0.8, high = Math.Log10(amounts.Max()) + 1.2;
        double first = Math.Floor(years.Min()) - 6, last = Math.Ceiling(years.Max()) + 5;
        string[] places = Places(names, [.. years.Select(year => (year - first) / (last - first) * PlotWidth)],
            [.. amounts.Select(one => (Math.Log10(one) - low) / (high - low) * PlotHeight)]);
        int[] Kind(Func<string, bool> wanted) => [.. Enumerable.Range(0, names.Count).Where(i => wanted(how[i]))];
        Trace Dots(string name, string symbol, string colour, int[] rows)
        {
            Trace dots = Scatter("markers+text", name, rows.Select(i => years[i]), rows.Select(i => amounts[i]));
            dots.SetProperty("text", rows.Select(i => names[i]).ToArray());
            dots.SetProperty("textposition", rows.Select(i => places[i]).ToArray());
            dots.SetProperty("customdata", rows.Select(i => Words(amounts[i])).ToArray());
            dots.SetProperty("hovertemplate", "%{text}: %{customdata}<extra></extra>");
            dots.SetProperty("marker", Members(("symbol", symbol), ("size", 11), ("color", colour),
                ("line", Members(("width", symbol.EndsWith("open", StringComparison.Ordinal) ? 2.5 : 0), ("color", colour)))));
            return dots;
        }
        Trace Line((string Name, double From, double To, Growth Growth) line, string dash, string colour)
        {
            Trace trace = Scatter("lines", line.Name, [line.From, line.To], [line.Growth.At(line.From), line.Growth.At(line.To)]);
            trace.SetProperty("line", Members(("dash", dash), ("width", 2), ("color", colour)));
            trace.SetProperty("hoverinfo", "skip");
            return trace;
        }
        string[] dashes = ["solid", "dash", "dot"], colours = [TimelineChart.Rules, TimelineChart.Shared, "#808080"];
        int[] counted = Kind(one => one == "counted"), printed = Kind(one => one == "printed");
        int[] others = [.. Enumerable.Range(0, names.Count).Except(counted).Except(printed)];
        Trace[] traces =
        [
            .. lines.Select((line, i) => Line(line, dashes[i % 3], colours[i % 3])),
            .. counted.Length > 0 ? [Dots("counted by the course's own code", "circle", TimelineChart.Neural, counted)] : (Trace[])[],
            .. printed.Length > 0 ? [Dots("printed", "circle-open", TimelineChart.Neural, printed)] : (Trace[])[],
            .. others.Length > 0 ? [Dots("a rumour or an estimate", "triangle-up-open", "#CC79A7", others)] : (Trace[])[],
        ];
        return GenericChart.ofTraceObjects(true, ListModule.OfSeq(traces)).Titled(title, "year", amount)
            .LogY().RangeY(low, high).WithAxis("yaxis", "dtick", Math.Max(1, Math.Round((high - low) / 8)))
            .WithAxis("yaxis", "exponentformat", "power").WithAxis("xaxis", "tickformat", "d")
            .RangeX(first, last).Sized(ThemeRules.Width, Height);
    }

    /// <summary>An amount in words: 60,965,224; 3.14e23 as 3.14·10²³ in Plotly's markup.</summary>
    internal static string Words(double amount)
    {
        if (amount < 1e12) return amount.ToString("#,0", CultureInfo.InvariantCulture);
        int power = (int)Math.Floor(Math.Log10(amount) + 1e-9);
        return FormattableString.Invariant($"{amount / Math.Pow(10, power):0.##}·10<sup>{power}</sup>");
    }

    // Each name stands where it hides the least of the dots and of the names before it. Pixels are near enough.
    private static string[] Places(IReadOnlyList<string> names, double[] x, double[] y)
    {
        var taken = new List<(double Left, double Right, double Low, double High)>();
        for (int i = 0; i < x.Length; i++) taken.Add((x[i] - 6, x[i] + 6, y[i] - 6, y[i] + 6));
        return [.. names.Select((name, i) =>
        {
            double wide = 7.2 * name.Length, left = x[i] - wide / 2;
            (string Place, double Left, double Low)[] places =
            [
                ("middle left", x[i] - 10 - wide, y[i] - 7), ("top center", left, y[i] + 8), ("bottom center", left, y[i] - 22),
                ("middle right", x[i] + 10, y[i] - 7),
            ];
            (string place, double from, double low) = places.MinBy(one => taken.Count(other => one.Left < other.Right
                && other.Left < one.Left + wide && one.Low < other.High && other.Low < one.Low + 14) + (one.Left < 0 ? 1 : 0));
            taken.Add((from, from + wide, low, low + 14));
            return place;
        })];
    }

    private static Trace Scatter(string mode, string name, IEnumerable<double> x, IEnumerable<double> y)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("name", name);
        trace.SetProperty("x", x.ToArray());
        trace.SetProperty("y", y.ToArray());
        return trace;
    }
}
