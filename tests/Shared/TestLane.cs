using Course.TestTools;

[assembly: AssemblyFixture(typeof(TestLane))]

namespace Course.TestTools;

/// <summary>
/// Lets two test projects run at a time, whatever starts them: <c>dotnet test</c> starts all at once, and many processes that all compute
/// on few cores slow each other to a tenth. Those that execute whole lessons share a lane, since a lesson computes on one thread; the
/// others have a lane of their own. Whoever holds a lane's file open runs; the system closes it when a process ends, however it ends.
/// The tests of .NET Interactive and of the front ends go last in their lane, since they compare with what the lessons' tests found, and
/// they share one turn: the one computes on one thread, and the other waits for browsers for the most part.
/// </summary>
public sealed class TestLane : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(40);
    private static readonly string project = typeof(TestLane).Assembly.GetName().Name!;
    private static readonly bool isLast = project is "Course.DotNetInteractive.Tests" or "Course.FrontEnds.Tests";
    private static readonly string lane = isLast || project is "Course.Lessons.Tests" ? "lessons" : "units";

    // Whoever asks less often lets the others go first.
    private static readonly TimeSpan pause = isLast ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(100);
    private FileStream? turn;

    internal static string LockFile { get; } = Path.Combine(Path.GetTempPath(), $"course-tests-{Environment.UserName}-{lane}.lock");

    public async ValueTask InitializeAsync()
    {
        DateTime until = DateTime.UtcNow + patience;
        if (isLast) await Task.Delay(pause);
        while ((turn = TryTake(LockFile, shared: isLast)) is null)
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"Another test project has held {LockFile} for {patience.TotalMinutes} minutes.");
            await Task.Delay(pause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (turn is not null) await turn.DisposeAsync();
    }

    /// <summary>Takes the turn, if it is free; those that share it need not wait for each other.</summary>
    internal static FileStream? TryTake(string file, bool shared)
    {
        try
        {
            return shared
                ? new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                : new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
