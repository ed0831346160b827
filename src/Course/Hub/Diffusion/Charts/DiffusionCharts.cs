using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Hub.Diffusion.Charts;

/// <summary>Pictures of diffusion: the way from noise to digits, schedules, and a training's loss. Defined in lesson 17.</summary>
public static class DiffusionCharts
{
    private static readonly string[] colours = ["#D55E00", "#0072B2", "#009E73", "#CC79A7"];

    /// <summary>A film: the same pictures on their way, frame after frame.</summary>
    /// <param name="frames">What stands at the slider, and the pictures then, from 0 (paper) to 1 (ink).</param>
    /// <param name="perRow">How many stand side by side.</param>
    /// <param name="opensAt">The frame that is shown first; null for the last.</param>
    public static Animation Film(IEnumerable<(string Label, float[][] Images)> frames, int perRow = 8, int? opensAt = null) =>
        Animation.Of(frames.Select(frame => (frame.Label, Digits(frame.Images, perRow: perRow))), milliseconds: 250, opensAt);

    /// <summary>Square pictures side by side.</summary>
    /// <param name="images">Pictures from 0 (paper) to 1 (ink).</param>
    /// <param name="captions">What stands above each; null for nothing.</param>
    /// <param name="perRow">How many stand side by side.</param>
    public static GenericChart Digits(IReadOnlyList<float[]> images, IEnumerable<string>? captions = null, int perRow = 10)
    {
        ArgumentNullException.ThrowIfNull(images);
        int side = (int)Math.Round(Math.Sqrt(images[0].Length));
        return Pictures.Digits(images, side, side, captions, perRow);
    }

    /// <summary>How much of the picture each schedule leaves, ᾱ, against the share of the way.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="schedules">Each schedule and its name.</param>
    public static GenericChart Schedules(string title, params (string Name, NoiseSchedule Schedule)[] schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        IEnumerable<Trace> lines = schedules.Select((one, n) => Line(one.Name, colours[n % colours.Length],
            Enumerable.Range(0, one.Schedule.Steps + 1).Select(t => (double)t / one.Schedule.Steps),
            Enumerable.Range(0, one.Schedule.Steps + 1).Select(one.Schedule.AlphaBar), "%{y:.3f} left"));
        return Chart(lines).Titled(title, "share of the steps, t / T", "share of the variance left, ᾱ").RangeX(0, 1).RangeY(0, 1.02)
            .Sized(740, 420);
    }

    /// <summary>The loss of a training, each dot the mean of some steps.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="losses">The loss of each step.</param>
    /// <param name="every">Steps per dot.</param>
    public static GenericChart Losses(string title, IReadOnlyList<double> losses, int every = 20)
    {
        ArgumentNullException.ThrowIfNull(losses);
        double[] means = [.. losses.Chunk(every).Select(some => some.Average())];
        Trace line = Line("loss", colours[0], means.Select((_, n) => (n + 1.0) * every), means, "%{y:.3f} near step %{x}");
        return Chart([line]).Titled(title, "steps of training", "squared error per pixel").LogY().Sized(740, 380);
    }

    private static Trace Line(string name, string colour, IEnumerable<double> x, IEnumerable<double> y, string says)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "lines");
        trace.SetProperty("name", name);
        trace.SetProperty("x", x.ToArray());
        trace.SetProperty("y", y.Select(value => Math.Round(value, 4)).ToArray());
        trace.SetProperty("line", Members(("color", colour), ("width", 2.5)));
        trace.SetProperty("hovertemplate", says + "<extra></extra>");
        return trace;
    }

    private static GenericChart Chart(IEnumerable<Trace> traces) => GenericChart.ofTraceObjects(true, ListModule.OfSeq(traces));
}
