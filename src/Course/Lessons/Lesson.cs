using System.Globalization;
using Course.Plots;
using TorchSharp;

namespace Course;

/// <summary>Opens a lesson: the first call of every notebook.</summary>
public static class Lesson
{
    /// <summary>The environment variable that overrides the lesson's number of torch threads, for runs in parallel.</summary>
    public const string TorchThreadsVariable = "COURSE_TORCH_THREADS";

    /// <summary>
    /// Shows the lesson's title, makes the charts drawable, and sets what must be equal in every engine: numbers are written with a point, and torch computes
    /// with the lesson's number of threads, so that its results agree.
    /// </summary>
    /// <param name="number">The lesson's number.</param>
    /// <param name="year">The year of its milestone.</param>
    /// <param name="title">Its title.</param>
    /// <param name="torchThreads">How many threads torch may use; 0 for a lesson without torch, which then is not even loaded.</param>
    public static void Begin(int number, int year, string title, int torchThreads = 0)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (torchThreads > 0) torch.set_num_threads(int.TryParse(Environment.GetEnvironmentVariable(TorchThreadsVariable), CultureInfo.InvariantCulture, out int threads) ? threads : torchThreads);
        Formatters.Register();
        ChartTheme.Register();

        string heading = $"{number.ToString("00", CultureInfo.InvariantCulture)} · {year.ToString(CultureInfo.InvariantCulture)} · {title}";
        Display.Show(new Face($"""<div style="border-left:4px solid #0072B2;padding:.2em 1em;font-size:1.15em">{Face.Encode(heading)}</div>{PlotlyJs.ScriptElement()}""", heading));
    }
}
