using Course.Notebooks.Results;

namespace Course.Notebooks.Tests.Runner;

/// <summary>A cell that does not end is stopped at its limit, whatever it is doing.</summary>
public class EndlessCellTests
{
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan patience = limit + TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("int n = 0;\nwhile (true)\n    n++;", 3)]
    [InlineData("int n = 0;\nwhile (true) { try { while (true) n++; } catch { } }", 2)]
    [InlineData("int n = 0;\nSystem.Threading.Thread.Sleep(-1);", 2)]
    [InlineData("int n = 0;\nTask.Run(() => { while (true) { } }).Wait();", 2)]
    [InlineData("int n = 0;\nawait Task.Delay(-1);", null)]
    [InlineData("int n = 0;\nawait Task.Run(() => { while (true) { } });", null)]
    [InlineData("int n = 0;\nwhile (true) Console.WriteLine(n);", null)]
    [InlineData("int n = 0;\nwhile (true) display(n);", null)]
    public async Task A_cell_that_does_not_end_is_stopped_at_its_limit(string code, int? line)
    {
        Trial trial = await Trial.WithinAsync(limit, "1", "2", code);

        NotebookFailure failure = trial.FailureOf(FailureKind.Timeout, cell: 3, line);
        Assert.Equal("took longer than its 2 s and was stopped", failure.Message);
        Assert.InRange(trial.Took, limit, patience);
    }

    [Fact]
    public async Task A_cell_that_waits_in_native_code_is_stopped_at_its_limit()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "calls a function of Unix");
        Trial trial = await Trial.WithinAsync(limit, """[System.Runtime.InteropServices.DllImport("libc")] static extern int pause();""",
            "while (true)\n    pause();");

        trial.FailureOf(FailureKind.Timeout, cell: 2);
        Assert.InRange(trial.Took, limit, patience);
    }
}
