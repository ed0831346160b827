using Course.Plots;
using Plotly.NET;

namespace Course.Scaling.Charts;

/// <summary>A power law as a straight line between its measurements, both axes logarithmic. Defined in lesson 15.</summary>
public static class LawChart
{
    /// <summary>Draws a fitted law with its band.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="x">Where was measured.</param>
    /// <param name="y">What was measured.</param>
    /// <param name="xName">The x axis with its unit.</param>
    /// <param name="yName">The y axis with its unit.</param>
    /// <param name="names">What each measurement is called; null for nothing.</param>
    /// <param name="reach">How far the line is drawn; null for a little beyond the measurements.</param>
    public static GenericChart Of(
        string title, PowerLawFit fit, IReadOnlyList<double> x, IReadOnlyList<double> y, string xName, string yName,
        IReadOnlyList<string>? names = null, double? reach = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        double low = x.Min() / 1.5, high = reach ?? x.Max() * 1.5;
        double[] grid = Traces.Grid(low, high);
        (double Low, double High)[] band = Array.ConvertAll(grid, one => fit.Band(one));
        string exponent = FormattableString.Invariant(
            $"exponent {fit.Law.Exponent:0.000} ({fit.Exponent.Low:0.000} to {fit.Exponent.High:0.000})");
        Trace[] traces =
        [
            Traces.Band("95 % band of the line", "rgba(0,114,178,0.28)", grid, band.Select(one => one.Low), band.Select(one => one.High)),
            Traces.Of("lines", exponent, Traces.Rival, grid, grid.Select(fit.Law.At)).Saying("%{y:.3f} at %{x:.3s}"),
            Traces.Of("markers", "measured", Traces.Ours, x, y)
                .Saying("%{text}%{y:.3f} at %{x:.3s}", names?.Select(name => name + ": ") ?? x.Select(_ => "")),
        ];
        double bottom = Math.Min(y.Min(), band.Min(one => one.Low)), top = Math.Max(y.Max(), band.Max(one => one.High));
        return Traces.Chart(traces).Titled(title, xName, yName).LogAxis("xaxis", low, high).LogAxis("yaxis", bottom / 1.01, top * 1.01)
            .Sized(760, 480);
    }
}
