using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course run --long</c>.</summary>
internal static class LongRunsCommand
{
    public static Task<int> RunAsync(CourseFolder course, RunPlan plan, CancellationToken cancellation) =>
        throw new UserException("There are no long runs yet.");
}
