using System.Globalization;
using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.History.Charts;

/// <summary>
/// Amounts that grow by factors, on a logarithmic axis. A filled circle was counted by the course's own code, an open one was printed by its
/// makers, an open diamond is a rumour or an estimate of others. Defined in lesson 00.
/// </summary>
public static class GrowthCharts
{
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
        int[] Kind(Func<string, bool> wanted) => [.. Enumerable.Range(0, names.Count).Where(i => wanted(how[i]))];
        Trace Dots(string name, string symbol, string colour, int[] rows)
        {
            Trace dots = Scatter("markers+text", name, rows.Select(i => years[i]), rows.Select(i => amounts[i]));
            dots.SetProperty("text", rows.Select(i => names[i]).ToArray());
            dots.SetProperty("textposition", rows.Select(i => Beside(i, years, amounts)).ToArray());
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
            .. printed.Length > 0 ? [Dots("printed by its makers", "circle-open", TimelineChart.Neural, printed)] : (Trace[])[],
            .. others.Length > 0 ? [Dots("a rumour or an estimate", "diamond-open", "#CC79A7", others)] : (Trace[])[],
        ];
        double low = Math.Log10(amounts.Min()), high = Math.Log10(amounts.Max());
        return GenericChart.ofTraceObjects(true, ListModule.OfSeq(traces)).Titled(title, "year", amount)
            .LogY().RangeY(low - 0.8, high + 1.2).WithAxis("yaxis", "dtick", Math.Max(1, Math.Round((high - low) / 8)))
            .WithAxis("yaxis", "exponentformat", "power").WithAxis("xaxis", "tickformat", "d")
            .RangeX(Math.Floor(years.Min()) - 6, Math.Ceiling(years.Max()) + 5).Sized(ThemeRules.Width, 520);
    }

    /// <summary>An amount in words: 60,965,224; 3.14e23 as 3.14·10²³ in Plotly's markup.</summary>
    internal static string Words(double amount)
    {
        if (amount < 1e12) return amount.ToString("#,0", CultureInfo.InvariantCulture);
        int power = (int)Math.Floor(Math.Log10(amount) + 1e-9);
        return FormattableString.Invariant($"{amount / Math.Pow(10, power):0.##}·10<sup>{power}</sup>");
    }

    // Of machines that follow each other within a few years, the names stand in the free corner above what rises.
    private static string Beside(int i, IReadOnlyList<double> years, IReadOnlyList<double> amounts)
    {
        bool below = Enumerable.Range(0, years.Count).Any(j => Math.Abs(years[j] - years[i]) < 4 && amounts[j] > amounts[i]
            && years[j] <= years[i]);
        return below ? "middle right" : years[i] > 2010 ? "middle left" : "top center";
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
