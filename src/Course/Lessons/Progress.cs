using System.Diagnostics;
using System.Globalization;

namespace Course;

/// <summary>A live bar for long work: how far it is, how well it goes, how long it still takes.</summary>
public sealed class Progress : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly string title;
    private readonly int total;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Shown shown;
    private TimeSpan lastShown;
    private int done;
    private double? loss;
    private string? note;

    private Progress(string title, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        this.title = title;
        this.total = total;
        shown = Display.Show(Face());
    }

    /// <summary>Shows a bar for work of a known number of steps; disposing it shows the end.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="total">How many steps there are.</param>
    public static Progress Start(string title, int total) => new(title, total);

    /// <summary>Goes through a list under a bar.</summary>
    /// <param name="items">What to go through.</param>
    /// <param name="title">What is being done.</param>
    public static IEnumerable<T> Over<T>(IEnumerable<T> items, string title)
    {
        T[] all = [.. items];
        using var progress = Start(title, all.Length);
        for (int i = 0; i < all.Length; i++)
        {
            yield return all[i];
            progress.Report(i + 1);
        }
    }

    /// <summary>Says how far the work is. Shown at most ten times a second, so calling it often costs nothing.</summary>
    /// <param name="done">Steps done so far.</param>
    /// <param name="loss">The loss now, or null.</param>
    /// <param name="note">Anything else worth seeing, or null.</param>
    public void Report(int done, double? loss = null, string? note = null)
    {
        this.done = done;
        this.loss = loss ?? this.loss;
        this.note = note ?? this.note;
        if (watch.Elapsed - lastShown < Between) return;
        lastShown = watch.Elapsed;
        shown.Update(Face());
    }

    /// <summary>Shows where the work ended.</summary>
    public void Dispose()
    {
        watch.Stop();
        shown.Update(Face(ended: true));
    }

    private Face Face(bool ended = false)
    {
        double share = total == 0 ? 1 : Math.Clamp((double)done / total, 0, 1);
        double seconds = watch.Elapsed.TotalSeconds;
        string left = ended || done == 0 ? "" : $", {Seconds(seconds * (1 - share) / share)} left";
        string figures = $"{done}/{total}{(loss is { } value ? $", loss {value.ToString("G4", CultureInfo.InvariantCulture)}" : "")}{(note is null ? "" : $", {note}")}, {Seconds(seconds)}{left}";
        string percent = (100 * share).ToString("F1", CultureInfo.InvariantCulture);
        return new Face(
            $"""
            <div style="max-width:52em"><div>{Course.Face.Encode(title)}: {Course.Face.Encode(figures)}</div>
            <div style="height:.5em;border-radius:.25em;background:rgba(128,128,128,.25)"><div style="height:100%;border-radius:.25em;width:{percent}%;background:#0072B2"></div></div></div>
            """,
            $"{title}: {figures}");
    }

    private static string Seconds(double seconds) =>
        seconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s") : string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60} min {(int)seconds % 60} s");
}
