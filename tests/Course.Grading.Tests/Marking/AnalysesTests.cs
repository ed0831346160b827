using Course.Grading.Marking;
using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Grading.Tests.Hostile;

namespace Course.Grading.Tests.Marking;

/// <summary>The compiler's part of a grading, for a whole class.</summary>
public sealed class AnalysesTests : IDisposable
{
    private static readonly PlannedCell[] good = [Cell("int x = 1;")];

    // Each lambda has two possible types, and so on inside: 2 to the power of 24 ways to read it.
    private static readonly PlannedCell[] bomb =
    [
        Cell("void M(Func<int, int> f) { } void M(Func<string, string> f) { }"
            + string.Concat(Enumerable.Range(0, 24).Select(depth => $"M(x{depth} => {{ ")) + "return x0;"
            + string.Concat(Enumerable.Repeat("});", 24))),
    ];

    private readonly NoSandbox sandbox = new(WarmGrader.Course, WarmGrader.Options.Worker);
    private readonly WorkerStarter starter;

    public AnalysesTests() => starter = new WorkerStarter(sandbox, WarmGrader.Options.Limits);

    public void Dispose()
    {
        starter.Dispose();
        sandbox.Dispose();
    }

    [Fact]
    public async Task A_process_is_replaced_after_so_many_analyses()
    {
        using var process = new AnalysisProcess(starter, TimeSpan.FromSeconds(60), most: 2);
        List<int> started = [];

        for (int i = 0; i < 5; i++)
        {
            Assert.NotNull((await process.StudyAsync(good, TestContext.Current.CancellationToken)).Found);
            started.Add(process.Started);
        }

        Assert.Equal([1, 1, 2, 2, 3], started);
    }

    [Fact]
    public async Task A_notebook_that_the_compiler_never_finishes_with_holds_nobody_up_for_long()
    {
        using var analyses = new Analyses(starter, TimeSpan.FromSeconds(40));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        Task endless = analyses.StudyAsync(bomb, end.Token);
        await analyses.StudyAsync(good, TestContext.Current.CancellationToken);

        Assert.False(endless.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
    }

    private static PlannedCell Cell(string code) => new(1, code, IsOwn: false, null, "code cell 1");
}
