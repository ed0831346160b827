using System.Text.Json.Nodes;
using Plotly.NET;

namespace Course.Plots;

/// <summary>Charts that follow each other: a play button, a pause button and a slider to step by hand.</summary>
public sealed class Animation
{
    private readonly (string Label, GenericChart Frame)[] frames;
    private readonly int milliseconds, opensAt;

    private Animation((string Label, GenericChart Frame)[] frames, int milliseconds, int opensAt) =>
        (this.frames, this.milliseconds, this.opensAt) = (frames, milliseconds, opensAt);

    /// <summary>Makes an animation.</summary>
    /// <param name="frames">What stands at the slider, and the chart. All charts have the same number of traces: Plotly turns the first
    /// trace of one frame into the first of the next.</param>
    /// <param name="milliseconds">How long each frame stays when it plays.</param>
    /// <param name="opensAt">The frame that is shown until somebody plays, counted from 0: the one that tells the most. Null for the
    /// last.</param>
    /// <exception cref="ArgumentException">There is no frame, or the frames differ in their number of traces.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame to open at.</exception>
    public static Animation Of(IEnumerable<(string Label, GenericChart Frame)> frames, int milliseconds = 500, int? opensAt = null)
    {
        (string Label, GenericChart Frame)[] all = [.. frames];
        if (all.Length == 0) throw new ArgumentException("An animation needs at least one frame.", nameof(frames));
        if (opensAt is { } first)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(first, nameof(opensAt));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, all.Length, nameof(opensAt));
        }

        int[] traces = [.. all.Select(frame => GenericChart.getTraces(frame.Frame).Length)];
        int odd = Array.FindIndex(traces, count => count != traces[0]);
        return odd < 0
            ? new Animation(all, milliseconds, opensAt ?? all.Length - 1)
            : throw new ArgumentException(
                $"All frames of an animation have the same number of traces: the first has {traces[0]}, but frame {odd + 1} ('{all[odd].Label}') has {traces[odd]}.", nameof(frames));
    }

    /// <summary>How many frames there are.</summary>
    public int Count => frames.Length;

    internal ThemedFigure ToFigure()
    {
        ThemedFigure[] figures = [.. this.frames.Select(frame => ThemedFigure.Of(frame.Frame))];
        AnimationRanges.Fix(figures);
        JsonArray frames = [];
        for (int i = 0; i < figures.Length; i++)
        {
            var frame = new JsonObject { ["name"] = AnimationControls.FrameName(i), ["data"] = figures[i].Data.DeepClone() };
            if (figures[i].Layout["title"] is { } title) frame["layout"] = new JsonObject { ["title"] = title.DeepClone() };
            frames.Add(frame);
        }

        JsonObject layout = figures[0].Layout;
        if (figures[opensAt].Layout["title"] is { } opening) layout["title"] = opening.DeepClone();
        var film = new Film([.. this.frames.Select(frame => frame.Label)], milliseconds, opensAt);
        return new ThemedFigure(figures[opensAt].Data, layout, figures[0].Config, frames, film);
    }
}
