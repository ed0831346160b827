using System.Diagnostics;
using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

public sealed class CancellationTests : IDisposable
{
    private readonly KernelTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData("Console.Write('.');\nwhile (true) { }", 2)]
    [InlineData("Console.Write('.');\nfor (;;) ;", 2)]
    [InlineData("int n = 0;\nConsole.Write('.');\nwhile (true)\n{\n    n++;\n}", 5)]
    [InlineData("int n = 0;\nConsole.Write('.');\nwhile (true) { try { while (true) n++; } catch { n = 0; } }", 3)]
    [InlineData("Console.Write('.');\nSystem.Threading.Thread.Sleep(-1);", 2)]
    [InlineData("Console.Write('.');\nnew System.Threading.ManualResetEvent(false).WaitOne();", 2)]
    [InlineData("Console.Write('.');\nawait Task.Yield();\nawait Task.Delay(-1);", 3)]
    [InlineData("async Task Hang() => await Task.Delay(-1);\nConsole.Write('.');\n\nawait Hang();", 4)]
    [InlineData("Console.Write('.');\nTask.Delay(-1).Wait();", 2)]
    [InlineData("Console.Write('.');\nwhile (true)\n    await Task.Delay(1);", 3)]
    [InlineData("int n = 0;\nConsole.Write('.');\nfor (int i = 0; i >= 0; i = (i + 1) & 7)\n    n++;", 4)]
    [InlineData("int n = 0;\nConsole.Write('.');\nfor (int i = 0; i < 10; i++)\n    foreach (int k in new[] { 1, 2 })\n        do\n      "
        + "      n = (n + 1) & 7;\n        while (n < 10);", 6)]
    [InlineData("int Turn(int n)\n{\n    Console.Write('.');\n    while (n < 10) n &= 7;\n    return n;\n}\nTurn(1)", 4)]
    public async Task A_cell_that_does_not_end_is_stopped_and_its_line_is_known(string code, int line)
    {
        ErrorReport error = await Stop(code);

        Assert.Equal(ErrorKind.Cancelled, error.Kind);
        if (line > 0)
            Assert.Equal(line, error.Line);
        Assert.Equal("2", await trial.Value("1 + 1"));
    }

    [Fact]
    public async Task One_kernel_can_be_stopped_again_and_again_and_keeps_its_state()
    {
        await trial.Value("int count = 0;\nint Twiddle(int i) => (i + 1) & 7;");
        for (int i = 0; i < 5; i++)
            Assert.Equal(ErrorKind.Cancelled,
                (await Stop("count++;\nConsole.Write('.');\nfor (int i = 0; i >= 0; ) i = Twiddle(i);")).Kind);

        Assert.Equal("5", await trial.Value("count"));
    }

    [Fact]
    public async Task A_cell_that_is_stopped_while_it_awaits_does_not_go_on_later()
    {
        await trial.Value("var late = new List<int>();");
        await Stop("Console.Write('.');\nawait Task.Delay(200);\nlate.Add(1);\nwhile (true) ;");

        Assert.Equal("0", await trial.Value("await Task.Delay(400);\nlate.Count"));
    }

    [Fact]
    public async Task What_an_earlier_cell_left_looping_is_stopped_with_the_cell_that_waits_for_it()
    {
        await trial.Value("async void Linger() { await Task.Yield(); while (true) ; }\nLinger();\n0");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        CellResult waiting = await trial.Kernel.RunAsync("1", _ => { }, stop.Token)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(ErrorKind.Cancelled, waiting.Error!.Kind);
        Assert.Equal("2", await trial.Value("1 + 1"));
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_is_given_up_with_its_line_and_the_kernel_still_answers()
    {
        using var trial = new KernelTrial(new KernelOptions { StopGrace = TimeSpan.FromMilliseconds(300) });
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        Task<CellResult> running = trial.Kernel.RunAsync(
            "Console.Write('.');\nvar end = DateTime.UtcNow.AddSeconds(4);\nEnumerable.Range(0, int.MaxValue).TakeWhile(i => "
                + "DateTime.UtcNow < end).Count();",
            _ => stop.Cancel(),
            stop.Token);

        ErrorReport error = (await running).Error!;
        Assert.Equal((ErrorKind.Unstoppable, 3), (error.Kind, error.Line));
        Assert.Equal(ErrorKind.Unstoppable, (await trial.Failure("1")).Kind);
        while (!(await trial.Run("1")).Succeeded && watch.Elapsed < TimeSpan.FromSeconds(60))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal("1", await trial.Value("1"));
    }

    [Fact]
    public async Task A_cell_whose_token_is_cancelled_before_it_starts_does_not_run()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await trial.RunUntil("int ran = 1;", stop.Token);

        Assert.Equal("CS0103", (await trial.Failure("ran")).Name);
    }

    [Fact]
    public async Task Where_it_is_allowed_an_abort_ends_what_nothing_else_ends_and_the_kernel_keeps_its_state()
    {
        using var trial = new KernelTrial(new KernelOptions { AbortAfter = TimeSpan.FromMilliseconds(100) });
        await trial.Value("int count = 0;");
        // A second time, because the runtime lets no thread be aborted twice.
        for (int i = 0; i < 2; i++)
        {
            using var stop = new CancellationTokenSource();
            CellResult result = await trial.Kernel.RunAsync(
                "count++;\nConsole.Write('.');\ndouble x = 0;\nfor (long i = 0; i < long.MaxValue; i++)\n{\n    x += Math.Sin(i + x);\n  "
                    + "  x *= 0.5;\n}",
                _ => stop.CancelAfter(20),
                stop.Token);
            Assert.Equal(ErrorKind.Cancelled, result.Error!.Kind);
            Assert.InRange(result.Error.Line!.Value, 4, 8);
        }

        Assert.Equal("2", await trial.Value("count"));
    }

    private async Task<ErrorReport> Stop(string code)
    {
        using var stop = new CancellationTokenSource();
        // Stopped once it is known to run: it prints when it begins.
        CellResult result = await trial.Kernel.RunAsync(code, _ => stop.CancelAfter(20), stop.Token)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.NotNull(result.Error);
        return result.Error;
    }
}
