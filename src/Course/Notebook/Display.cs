namespace Course;

/// <summary>
/// Shows a value in the notebook at once, while the cell still runs, and lets it be updated in place: in this course's own kernel, in
/// .NET Interactive, and as plain lines on a console.
/// </summary>
/// <example><code>
/// DisplayHandle curve = Display.Show(chart);
/// ...
/// curve.Update(betterChart);
/// </code></example>
public static class Display
{
    /// <summary>
    /// The name under which a host stores its delegate in <see cref="AppContext"/>: (display id, mime type to text, is update).
    /// </summary>
    public const string HostName = "Course.Display";

    /// <summary>Shows <paramref name="value"/> below the running cell.</summary>
    /// <param name="value">Anything: a chart, a table, a string. A <see langword="null"/> is shown as such.</param>
    /// <returns>A handle to what is shown, for <see cref="DisplayHandle.Update"/>.</returns>
    public static DisplayHandle Show(object? value)
    {
        IDisplayTarget route = DisplayTarget.Find();
        return new DisplayHandle(route.Show(value), route.IsLive);
    }
}
