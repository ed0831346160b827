using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace Course.Energy;

/// <summary>
/// The weights between the hidden units of an encoder and its two visible groups, as in figure 3 of Ackley, Hinton and Sejnowski, 1985:
/// a row is a hidden unit, a column a visible one, red attracts and blue repels. The signs down a column are its code. Defined in lesson 05.
/// </summary>
public static class EncoderChart
{
    /// <summary>One frame: always a single trace on a fixed scale, so that an animation can move from one to the next.</summary>
    /// <param name="machine">The machine of an encoder problem.</param>
    /// <param name="bound">The weight with the strongest colour.</param>
    /// <returns>The chart, without title.</returns>
    public static GenericChart Of(BoltzmannMachine machine, double bound)
    {
        ArgumentNullException.ThrowIfNull(machine);
        int group = machine.Visible / 2;
        int[] hidden = [.. Enumerable.Range(machine.Visible, machine.Hidden)];
        var map = new Trace("heatmap");
        map.SetProperty("z", hidden.Select(h => Enumerable.Range(0, machine.Visible).Select(i => machine.Weights[h][i]).ToArray()).ToArray());
        map.SetProperty("x", Enumerable.Range(0, machine.Visible).Select(i => FormattableString.Invariant($"{(i < group ? "V₁" : "V₂")}: {i % group + 1}")).ToArray());
        map.SetProperty("y", hidden.Select(h => FormattableString.Invariant($"hidden {h - machine.Visible + 1}")).ToArray());
        map.SetProperty("texttemplate", "%{z}");
        map.SetProperty("hovertemplate", "%{y} to %{x}: weight %{z}<extra></extra>");
        map.SetProperty("colorscale", Palette.SignedScale.Convert());
        map.SetProperty("zmin", -bound);
        map.SetProperty("zmax", bound);
        map.SetProperty("xgap", 4);
        map.SetProperty("ygap", 4);
        return GenericChart.ofTraceObjects(false, ListModule.OfSeq([map])).Sized(720, 330);
    }
}
