using System.Diagnostics;
using Course.Notebooks.Kernels;

namespace Course.Notebooks.Tests.Kernel;

public sealed class CancellationTests : IDisposable
{
    private readonly KernelTrial _trial = new();

    public void Dispose() => _trial.Dispose();

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
    [InlineData("double x = 0;\nConsole.Write('.');\nfor (int i = 0; i >= 0; i = (i + 1) & 7)\n    x += Math.Sin(i + x);", 0)]
    public async Task A_cell_that_does_not_end_is_stopped_and_its_line_is_known(string code, int line)
    {
        ErrorReport error = await Stop(code);

        Assert.Equal(ErrorKind.Cancelled, error.Kind);
        if (line > 0)
            Assert.Equal(line, error.Line);
        Assert.Equal("2", await _trial.Value("1 + 1"));
    }

    [Fact]
    public async Task One_kernel_can_be_stopped_again_and_again_and_keeps_its_state()
    {
        await _trial.Value("int count = 0;\nint Twiddle(int i) => (i + 1) & 7;");
        for (int i = 0; i < 5; i++)
            Assert.Equal(ErrorKind.Cancelled, (await Stop("count++;\nConsole.Write('.');\nfor (int i = 0; i >= 0; ) i = Twiddle(i);")).Kind);

        Assert.Equal("5", await _trial.Value("count"));
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_is_given_up_and_the_kernel_still_answers()
    {
        using var trial = new KernelTrial(new KernelOptions { StopGrace = TimeSpan.FromMilliseconds(300) });
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        Task<CellResult> running = trial.Kernel.RunAsync(
            "try { Console.Write('.'); } finally { var end = DateTime.UtcNow.AddSeconds(4); while (DateTime.UtcNow < end) { int.Parse(\"1\"); } }",
            _ => stop.Cancel(),
            stop.Token);

        Assert.Equal(ErrorKind.Unstoppable, (await running).Error!.Kind);
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

        await _trial.RunUntil("int ran = 1;", stop.Token);

        Assert.Equal("CS0103", (await _trial.Failure("ran")).Name);
    }

    private async Task<ErrorReport> Stop(string code)
    {
        using var stop = new CancellationTokenSource();
        // Stopped once it is known to run: it prints when it begins.
        CellResult result = await _trial.Kernel.RunAsync(code, _ => stop.CancelAfter(20), stop.Token).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.NotNull(result.Error);
        return result.Error;
    }
}
