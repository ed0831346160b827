using System.Text.Json.Nodes;
using Plotly.NET;

namespace Course.Plots;

/// <summary>Charts that follow each other: a play button, a pause button and a slider to step by hand.</summary>
public sealed class Animation
{
    private readonly (string Label, GenericChart Frame)[] frames;
    private readonly int milliseconds;

    private Animation((string Label, GenericChart Frame)[] frames, int milliseconds)
    {
        this.frames = frames;
        this.milliseconds = milliseconds;
    }

    /// <summary>Makes an animation.</summary>
    /// <param name="frames">What stands at the slider, and the chart. All charts have the same number of traces: Plotly turns the first
    /// trace of one frame into the first of the next.</param>
    /// <param name="milliseconds">How long each frame stays when it plays.</param>
    /// <exception cref="ArgumentException">There is no frame, or the frames differ in their number of traces.</exception>
    public static Animation Of(IEnumerable<(string Label, GenericChart Frame)> frames, int milliseconds = 500)
    {
        (string Label, GenericChart Frame)[] all = [.. frames];
        if (all.Length == 0) throw new ArgumentException("An animation needs at least one frame.", nameof(frames));
        int[] traces = [.. all.Select(frame => GenericChart.getTraces(frame.Frame).Length)];
        int odd = Array.FindIndex(traces, count => count != traces[0]);
        return odd < 0
            ? new Animation(all, milliseconds)
            : throw new ArgumentException(
                $"All frames of an animation have the same number of traces: the first has {traces[0]}, but frame {odd + 1} ('{all[odd].Label}') has {traces[odd]}.", nameof(frames));
    }

    /// <summary>How many frames there are.</summary>
    public int Count => frames.Length;

    internal ThemedFigure ToFigure()
    {
        ThemedFigure[] figures = [.. this.frames.Select(frame => ThemedFigure.Of(frame.Frame))];
        AnimationRanges.Fix(figures);
        JsonObject layout = figures[0].Layout;
        AnimationControls.Add(layout, [.. this.frames.Select(frame => frame.Label)], milliseconds);
        JsonArray frames = [];
        for (int i = 0; i < figures.Length; i++)
        {
            var frame = new JsonObject { ["name"] = AnimationControls.FrameName(i), ["data"] = figures[i].Data.DeepClone() };
            if (figures[i].Layout["title"] is { } title) frame["layout"] = new JsonObject { ["title"] = title.DeepClone() };
            frames.Add(frame);
        }

        return new ThemedFigure(figures[0].Data, layout, figures[0].Config, frames);
    }
}
