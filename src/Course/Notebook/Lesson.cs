using System.Globalization;
using System.Runtime.CompilerServices;
using Course.Plots;
using TorchSharp;

namespace Course;

/// <summary>A lesson of the course. Every notebook starts with <see cref="Begin(int)"/>, which opens it.</summary>
/// <param name="Number">Its place in the course.</param>
/// <param name="Year">The year of its milestone.</param>
/// <param name="Title">Its title.</param>
/// <param name="TorchThreads">How many threads torch may use; 0 for a lesson without torch, which is then not even loaded.</param>
public sealed record Lesson(int Number, int Year, string Title, int TorchThreads = 0)
{
    /// <summary>The environment variable that overrides the lesson's number of torch threads, for runs in parallel.</summary>
    public const string TorchThreadsVariable = "COURSE_TORCH_THREADS";

    /// <summary>The published results that it measures again.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Its exercises: the half that the learner sees.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>Its measurements at the papers' own scale.</summary>
    public IReadOnlyList<LongRun> LongRuns { get; init; } = [];

    /// <summary>The source file of its machine below <c>src/Course</c>; null for a planned lesson.</summary>
    public string? Machine { get; init; }

    /// <summary>The result that represents the lesson in an overview table: a few words, and the claim that measures it.</summary>
    public (string Result, string ClaimId)? Headline { get; init; }

    /// <summary>
    /// Shows the lesson's title, makes charts drawable, and fixes what must be equal in every engine. Numbers are written with a decimal
    /// point, and torch uses the lesson's number of threads so that results agree. The environment variable <c>COURSE_TORCH_THREADS</c>
    /// overrides a number above 0.
    /// </summary>
    /// <param name="number">The lesson's number; <see cref="Lessons"/> knows the rest.</param>
    /// <exception cref="ArgumentException">There is no such lesson.</exception>
    public static void Begin(int number)
    {
        // Nobody sees what a graded notebook shows, and torch has its one thread through OMP_NUM_THREADS. So a worker of the grader starts
        // without the lesson's header, the charts' theme and torch.
        if (Course.Exercises.IsGraded)
            FixCulture();
        else
            Begin(Lessons.Find(number));
    }

    internal static void Begin(Lesson lesson)
    {
        FixCulture();
        int threads = Threads(lesson.TorchThreads, Environment.GetEnvironmentVariable(TorchThreadsVariable));
        if (threads > 0) SetTorchThreads(threads);

        ChartTheme.Register();
        Display.Show(new LessonHeader(lesson.Number, lesson.Year, lesson.Title, threads));
    }

    private static void FixCulture()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <summary>The lesson's own number, unless the environment sets another; 0 stays 0.</summary>
    internal static int Threads(int declared, string? wanted) =>
        declared > 0 && int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads > 0
        ? threads : declared;

    /// <summary>A separate method, so that torch's assembly is only loaded when it is called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetTorchThreads(int threads) => torch.set_num_threads(threads);
}
