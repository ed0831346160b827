using System.Globalization;
using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.DeepBeliefNets.Charts;

/// <summary>
/// A map of pictures whose codes have two numbers, after figure 3 of G. E. Hinton and R. R. Salakhutdinov, Science 313, 2006: each picture
/// is a small digit, so that the classes can be told without colours. Defined in lesson 09.
/// </summary>
public static class CodeMap
{
    /// <summary>Draws the map.</summary>
    /// <param name="codes">Two numbers per picture.</param>
    /// <param name="labels">The digit of each picture.</param>
    public static GenericChart Of(float[][] codes, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(labels);
        return GenericChart.ofTraceObjects(true, ListModule.OfSeq(Enumerable.Range(0, 10).Select(Digit)));

        Trace Digit(int digit)
        {
            float[][] own = [.. codes.Where((_, n) => labels[n] == digit)];
            string name = digit.ToString(CultureInfo.InvariantCulture);
            var trace = new Trace("scatter");
            trace.SetProperty("mode", "text");
            trace.SetProperty("name", name);
            trace.SetProperty("showlegend", false);
            trace.SetProperty("x", own.Select(code => Math.Round(code[0], 2)).ToArray());
            trace.SetProperty("y", own.Select(code => Math.Round(code[1], 2)).ToArray());
            trace.SetProperty("text", own.Select(_ => name).ToArray());
            trace.SetProperty("textfont", Members(("color", Palette.Series[digit % Palette.Series.Count]), ("size", 11)));
            trace.SetProperty("hoverinfo", "text");
            return trace;
        }
    }
}
