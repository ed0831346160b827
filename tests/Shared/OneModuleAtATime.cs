using Course.TestTools;

[assembly: AssemblyFixture(typeof(OneModuleAtATime))]

namespace Course.TestTools;

/// <summary>
/// Lets one test project run at a time, whatever starts them: <c>dotnet test</c> starts all at once, and two processes that both compute
/// with libtorch on few cores slow each other to a tenth. Whoever holds the file open runs; the system closes it when a process ends,
/// however it ends. The tests of .NET Interactive and of the front ends go last, since they compare with what the lessons' tests found, and
/// they share one turn: the one computes on one thread, and the other waits for browsers for the most part.
/// </summary>
public sealed class OneModuleAtATime : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(30);
    private static readonly bool isLast =
        typeof(OneModuleAtATime).Assembly.GetName().Name is "Course.DotNetInteractive.Tests" or "Course.FrontEnds.Tests";

    // Whoever asks less often lets the others go first.
    private static readonly TimeSpan pause = isLast ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(100);
    private FileStream? turn;

    internal static string LockFile { get; } = Path.Combine(Path.GetTempPath(), $"course-tests-{Environment.UserName}.lock");

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
