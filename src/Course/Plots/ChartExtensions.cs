using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Course.Plots;

/// <summary>What a chart of the course is finished with: a title that says what is seen, axes with units, a size.</summary>
public static class ChartExtensions
{
    private static readonly string[] axes = ["xaxis", "yaxis", "zaxis"];

    /// <summary>Says what the chart shows, and what its axes are.</summary>
    /// <param name="chart">The chart, which stays as it is.</param>
    /// <param name="title">The title: a sentence that says what to see reads best.</param>
    /// <param name="x">The x axis with its unit; null leaves it as it is.</param>
    /// <param name="y">The y axis with its unit; null leaves it as it is.</param>
    /// <param name="z">The z axis of a chart in space with its unit; null leaves it as it is.</param>
    /// <returns>The chart with title and axes.</returns>
    public static GenericChart Titled(this GenericChart chart, string title, string? x = null, string? y = null, string? z = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        Layout layout = LayoutOf(chart);
        layout.SetProperty("title", TitleOf(title));
        string?[] names = [x, y, z];
        for (int axis = 0; axis < names.Length; axis++)
        {
            if (names[axis] is { } name) Axis(chart, layout, axes[axis]).SetProperty("title", TitleOf(name));
        }

        return GenericChart.setLayout(layout, chart);
    }

    /// <summary>Gives the chart a size; a narrower page still narrows it.</summary>
    /// <param name="chart">The chart, which stays as it is.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>The chart in that size.</returns>
    public static GenericChart Sized(this GenericChart chart, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Layout layout = LayoutOf(chart);
        layout.SetProperty("width", width);
        layout.SetProperty("height", height);
        return GenericChart.setLayout(layout, chart);
    }

    /// <summary>Makes the x axis logarithmic.</summary>
    public static GenericChart LogX(this GenericChart chart) => WithAxis(chart, "xaxis", "type", "log");

    /// <summary>Makes the y axis logarithmic.</summary>
    public static GenericChart LogY(this GenericChart chart) => WithAxis(chart, "yaxis", "type", "log");

    /// <summary>Makes both axes logarithmic.</summary>
    public static GenericChart LogLog(this GenericChart chart) => chart.LogX().LogY();

    /// <summary>Fixes what the x axis shows; on a logarithmic axis give the logarithms to base 10, as Plotly wants them.</summary>
    public static GenericChart RangeX(this GenericChart chart, double from, double to) =>
        WithAxis(chart, "xaxis", "range", new[] { from, to });

    /// <summary>Fixes what the y axis shows; on a logarithmic axis give the logarithms to base 10, as Plotly wants them.</summary>
    public static GenericChart RangeY(this GenericChart chart, double from, double to) =>
        WithAxis(chart, "yaxis", "range", new[] { from, to });

    /// <summary>Leaves the axes away: for drawings, whose places mean nothing.</summary>
    public static GenericChart WithoutAxes(this GenericChart chart) =>
        WithAxis(WithAxis(chart, "xaxis", "visible", false), "yaxis", "visible", false);

    internal static GenericChart WithAxis(this GenericChart chart, string axis, string property, object value)
    {
        ArgumentNullException.ThrowIfNull(chart);
        Layout layout = LayoutOf(chart);
        Axis(chart, layout, axis).SetProperty(property, value);
        return GenericChart.setLayout(layout, chart);
    }

    /// <summary>An object of a figure with these members.</summary>
    internal static DynamicObj.DynamicObj Members(params (string Name, object Value)[] members)
    {
        var owner = new DynamicObj.DynamicObj();
        foreach ((string name, object value) in members) owner.SetProperty(name, value);
        return owner;
    }

    private static LinearAxis Axis(GenericChart chart, Layout layout, string name) =>
        InSpace(chart)
            ? Member<LinearAxis>(Member<Scene>(layout, "scene"), name)
            : Member<LinearAxis>(layout, name);

    private static bool InSpace(GenericChart chart) => GenericChart.getTraces(chart).Any(trace =>
        trace.type is "scatter3d" or "surface" or "mesh3d" or "cone" or "streamtube" or "volume" or "isosurface");

    private static T Member<T>(DynamicObj.DynamicObj owner, string name)
        where T : DynamicObj.DynamicObj, new()
    {
        T own = owner.TryGetPropertyValue(name)?.Value is T present ? CopyOf(present) : new T();
        owner.SetProperty(name, own);
        return own;
    }

    // Chart.Combine hands on the layout of its first part. A part that stands in many charts, like the ground in all frames of a film,
    // would carry what is said of the last of them into all others.
    private static Layout LayoutOf(GenericChart chart) => CopyOf(GenericChart.getLayout(chart));

    private static T CopyOf<T>(T original)
        where T : DynamicObj.DynamicObj, new()
    {
        var copy = new T();
        original.ShallowCopyDynamicPropertiesTo(copy, overWrite: null);
        return copy;
    }

    private static Title TitleOf(string text)
    {
        var title = new Title();
        title.SetProperty("text", text);
        return title;
    }
}
