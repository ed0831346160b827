using System.Globalization;
using System.Runtime.CompilerServices;
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
    /// <param name="torchThreads">How many threads torch may use; 0 for a lesson without torch, which then is not even loaded.
    /// The environment variable <c>COURSE_TORCH_THREADS</c> overrides a number above 0.</param>
    /// <exception cref="ArgumentException">The title is empty, or the number of threads negative.</exception>
    public static void Begin(int number, int year, string title, int torchThreads = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfNegative(torchThreads);

        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        int threads = Threads(torchThreads, Environment.GetEnvironmentVariable(TorchThreadsVariable));
        // Who grades has given torch its one thread by OMP_NUM_THREADS: most answers never load it.
        if (threads > 0 && !Exercises.IsGraded) SetTorchThreads(threads);

        ChartTheme.Register();
        Display.Show(new LessonHeader(number, year, title, threads));
    }

    /// <summary>The lesson's own number, unless the environment asks for another; 0 stays 0.</summary>
    internal static int Threads(int declared, string? wanted) =>
        declared > 0 && int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads > 0 ? threads : declared;

    /// <summary>A method of its own, so that torch's assembly is loaded only where it is called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetTorchThreads(int threads) => torch.set_num_threads(threads);
}
