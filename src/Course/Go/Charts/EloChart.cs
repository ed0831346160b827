using Course.Go.Matches;
using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Go.Charts;

/// <summary>Ratings as a ladder: a dot for each player, with its 95 % interval, the strongest on top. Defined in lesson 11.</summary>
public static class EloChart
{
    /// <summary>Draws a ladder.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="ratings">The players, in any order.</param>
    public static GenericChart Of(string title, IEnumerable<EloRating> ratings)
    {
        EloRating[] sorted = [.. ratings.OrderBy(rating => rating.Elo)];
        var dots = new Trace("scatter");
        dots.SetProperty("mode", "markers+text");
        dots.SetProperty("x", sorted.Select(rating => Math.Round(rating.Elo)).ToArray());
        dots.SetProperty("y", sorted.Select(rating => rating.Name).ToArray());
        dots.SetProperty("text", sorted.Select(rating => FormattableString.Invariant($"{rating.Elo:0}").Replace('-', '−')).ToArray());
        dots.SetProperty("textposition", "top center");
        dots.SetProperty("cliponaxis", false);
        dots.SetProperty("hovertemplate", "%{y}: %{x} points<extra></extra>");
        dots.SetProperty("marker", Members(("size", 11), ("color", "#0072B2")));
        dots.SetProperty("error_x", Members(("type", "data"), ("array", sorted.Select(rating => Math.Round(rating.Error)).ToArray()),
            ("color", "#808080"), ("thickness", 1.5)));
        var layout = new Layout();
        layout.SetProperty("showlegend", false);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq([dots])))
            .Titled(title, x: "Elo points above the first player, with 95 % interval", y: "").WithAxis("yaxis", "type", "category")
            .Sized(740, 120 + 48 * sorted.Length);
    }
}
