using System.Globalization;
using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Course.Plots.ChartExtensions;

namespace Course.Scaling.Charts;

/// <summary>The lines, dots and bands of this lesson's charts, and logarithmic axes with ticks that can be read.</summary>
internal static class Traces
{
    internal const string Ours = "#D55E00", Rival = "#0072B2", Other = "#009E73", Beside = "#808080";

    /// <summary>A trace of points in the plane.</summary>
    internal static Trace Of(string mode, string name, string colour, IEnumerable<double> x, IEnumerable<double> y)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("name", name);
        trace.SetProperty("x", x.ToArray());
        trace.SetProperty("y", y.ToArray());
        if (mode.Contains("lines", StringComparison.Ordinal)) trace.SetProperty("line", Members(("color", colour), ("width", 2.5)));
        if (mode.Contains("markers", StringComparison.Ordinal)) trace.SetProperty("marker", Members(("color", colour), ("size", 10)));
        return trace;
    }

    /// <summary>The same, dashed.</summary>
    internal static Trace Dashed(string name, string colour, IEnumerable<double> x, IEnumerable<double> y)
    {
        Trace trace = Of("lines", name, colour, x, y);
        trace.SetProperty("line", Members(("color", colour), ("width", 2), ("dash", "dash")));
        return trace;
    }

    /// <summary>The area between two curves.</summary>
    internal static Trace Band(string name, string fill, double[] x, IEnumerable<double> low, IEnumerable<double> high)
    {
        Trace trace = Of("none", name, Beside, x.Concat(x.Reverse()), low.Concat(high.Reverse()));
        trace.SetProperty("fill", "toself");
        trace.SetProperty("fillcolor", fill);
        trace.SetProperty("hoverinfo", "skip");
        return trace;
    }

    /// <summary>What a reader sees who points at a dot.</summary>
    internal static Trace Saying(this Trace trace, string template, IEnumerable<string>? texts = null)
    {
        if (texts is not null) trace.SetProperty("text", texts.ToArray());
        trace.SetProperty("hovertemplate", template + "<extra></extra>");
        return trace;
    }

    internal static GenericChart Chart(IEnumerable<Trace> traces, Layout? layout = null)
    {
        GenericChart chart = GenericChart.ofTraceObjects(true, ListModule.OfSeq(traces));
        return layout is null ? chart : GenericChart.setLayout(layout, chart);
    }

    /// <summary>Numbers at equal distances on a logarithmic axis, both ends included.</summary>
    internal static double[] Grid(double low, double high, int count = 60) =>
        [.. Enumerable.Range(0, count).Select(n => low * Math.Pow(high / low, n / (count - 1.0)))];

    /// <summary>A logarithmic axis.</summary>
    internal static GenericChart LogAxis(this GenericChart chart, string axis, double low, double high)
    {
        foreach ((string name, object value) in LogAxis(low, high)) chart = chart.WithAxis(axis, name, value);
        return chart;
    }

    /// <summary>
    /// What makes an axis logarithmic. Up to two decades its ticks are round numbers, because powers of ten would be too few.
    /// </summary>
    internal static (string Name, object Value)[] LogAxis(double low, double high)
    {
        (string, object)[] axis = [("type", "log"), ("range", (double[])[Math.Log10(low), Math.Log10(high)])];
        if (high / low > 100) return [.. axis, ("dtick", Math.Max(1, Math.Round(Math.Log10(high / low) / 8)))];
        double[] ticks = Ticks(low, high);
        return [.. axis, ("tickvals", ticks), ("ticktext", Array.ConvertAll(ticks, Short))];
    }

    /// <summary>A number in the words of Plotly's titles: 3.14e23 as 3.1·10²³.</summary>
    internal static string Short(double value)
    {
        if (value is >= 0.01 and < 1e5) return value.ToString("G4", CultureInfo.InvariantCulture);
        int power = (int)Math.Floor(Math.Log10(value) + 1e-9);
        return FormattableString.Invariant($"{value / Math.Pow(10, power):0.#}·10<sup>{power}</sup>");
    }

    /// <summary>An axis of one of several panels.</summary>
    internal static LinearAxis Axis(string title, params (string Name, object Value)[] more)
    {
        var axis = new LinearAxis();
        axis.SetProperty("title", Members(("text", title)));
        foreach ((string name, object value) in more) axis.SetProperty(name, value);
        return axis;
    }

    /// <summary>Round numbers between two others: at equal steps if they are near, else 1, 2 and 5 of each power of ten.</summary>
    internal static double[] Ticks(double low, double high)
    {
        if (high / low > 5)
        {
            return [.. from power in Enumerable.Range((int)Math.Floor(Math.Log10(low)), 4)
                from digit in (double[])[1, 2, 5]
                let tick = digit * Math.Pow(10, power)
                where tick >= low && tick <= high
                select tick];
        }
        double step = Math.Pow(10, Math.Floor(Math.Log10((high - low) / 4)));
        step = ((double[])[1, 2, 5, 10]).Select(factor => factor * step).First(one => (high - low) / one <= 8);
        int first = (int)Math.Ceiling(low / step), last = (int)Math.Floor(high / step);
        return [.. Enumerable.Range(first, last - first + 1).Select(n => Math.Round(n * step, 10))];
    }
}
