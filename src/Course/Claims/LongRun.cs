using System.Diagnostics;
using Course.Data;

namespace Course;

/// <summary>
/// A measurement at the paper's own scale, too long for a lesson. <c>course run --long</c> runs it, and its result is kept in
/// <c>docs/results</c>.
/// </summary>
public sealed record LongRun
{
    /// <summary>Lesson and name, for example <c>02.mnist-60k</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The lesson it belongs to.</summary>
    public required int Lesson { get; init; }

    /// <summary>What it does, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The data sets it needs.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The work itself, which ends by reporting claims.</summary>
    public required Action Run { get; init; }

    /// <summary>Every long run, lesson by lesson.</summary>
    public static IReadOnlyList<LongRun> All { get; } = [.. Lessons.All.SelectMany(lesson => lesson.LongRuns)];

    /// <summary>Executes one long run.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">There is no such long run.</exception>
    /// <exception cref="DatasetMissingException">A data set it needs is not on this machine.</exception>
    public static void Start(string id)
    {
        LongRun run = All.FirstOrDefault(run => run.Id == id)
            ?? throw new ArgumentException(DidYouMean.For("long run", id, All.Select(run => run.Id)));
        foreach (string name in run.Needs)
        {
            if (!Datasets.IsPresent(name)) throw Datasets.Missing(Datasets.Find(name));
        }

        var watch = Stopwatch.StartNew();
        run.Run();
        Console.WriteLine(FormattableString.Invariant($"{run.Id}: {watch.Elapsed.TotalSeconds:F0} s"));
    }
}
