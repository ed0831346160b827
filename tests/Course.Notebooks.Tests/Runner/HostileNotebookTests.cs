using Course.Notebooks.Isolation;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Notebooks.Tests.Runner;

/// <summary>What a cell can do to its process must not harm the runner, and must be told in one clear line.</summary>
public class HostileNotebookTests
{
    [Fact]
    public async Task A_cell_that_does_not_compile_is_named_with_line_and_column()
    {
        Trial trial = await Trial.OfAsync("int x = 1;", "x", "int y = 1;\n   nope();");

        NotebookFailure failure = trial.FailureOf(FailureKind.Compile, cell: 3, line: 2);
        Assert.Equal(4, failure.Column);
        Assert.Equal("cell 3 (part-3), line 2, column 4: CS0103: The name 'nope' does not exist in the current context", failure.Summary);
    }

    [Fact]
    public async Task A_cell_that_throws_is_named_with_its_line()
    {
        Trial trial = await Trial.OfAsync("int zero = 0;", "zero", "int y = 1;\n\nConsole.WriteLine(y / zero);", "y");

        NotebookFailure failure = trial.FailureOf(FailureKind.Runtime, cell: 3, line: 3);
        Assert.Equal("cell 3 (part-3), line 3: DivideByZeroException: Attempted to divide by zero.", failure.Summary);
        Assert.Equal([true, true, false], trial.Report.Cells.Select(cell => cell.Succeeded));
        Assert.Equal(4, trial.Report.CodeCells);
    }

    [Fact]
    public async Task An_exception_of_many_lines_is_told_in_one()
    {
        Trial trial = await Trial.OfAsync("""throw new Exception("one\ntwo\u001b[31m\r\nthree");""");

        Assert.Equal("Exception: one two [31m three", trial.FailureOf(FailureKind.Runtime, cell: 1, line: 1).Message);
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_is_named_with_the_exit_code()
    {
        Trial trial = await Trial.OfAsync("int x = 1;", "x", "x++;\nEnvironment.Exit(3);");

        Assert.Contains("exit code 3", trial.FailureOf(FailureKind.Exit, cell: 3, line: 2).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_ends_the_process_is_told()
    {
        Trial trial = await Trial.OfAsync("new System.Threading.Thread(() => Environment.Exit(4)).Start();\nawait Task.Delay(-1);");

        Assert.Contains("exit code 4", trial.FailureOf(FailureKind.Exit, cell: 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_overflow_is_told_with_the_method()
    {
        Trial trial = await Trial.OfAsync("1", "int Fall(int depth) => Fall(depth + 1) + 1;\nFall(0)");

        Assert.Equal("the stack overflowed: a method calls itself without end: Fall(Int32)",
            trial.FailureOf(FailureKind.Crash, cell: 2).Message);
    }

    [Fact]
    public async Task A_cell_that_fills_the_heap_gets_an_exception()
    {
        Trial trial = await Small("""
            var kept = new List<byte[]>();
            for (int megabyte = 0; megabyte < 30_000; megabyte++)
            {
                kept.Add(new byte[1 << 20]);
                Array.Fill(kept[^1], (byte)1);
            }
            """);

        Assert.StartsWith("OutOfMemoryException", trial.FailureOf(FailureKind.Runtime, cell: 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_fills_native_memory_gets_an_exception()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux can bound it");
        Trial trial = await Small("""
            for (int part = 0; part < 300; part++)
            {
                IntPtr memory = System.Runtime.InteropServices.Marshal.AllocHGlobal(100 << 20);
                for (int offset = 0; offset < 100 << 20; offset += 4096)
                    System.Runtime.InteropServices.Marshal.WriteByte(memory, offset, 1);
            }
            """);

        Assert.StartsWith("OutOfMemoryException", trial.FailureOf(FailureKind.Runtime, cell: 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gigabyte_of_printing_is_cut_and_is_that_cells_failure()
    {
        Trial trial = await Trial.OfAsync("string line = new('x', 1 << 20);\nfor (int i = 0; i < 1024; i++) Console.WriteLine(line);",
            "\"not reached\"");

        Assert.Contains("print less", trial.FailureOf(FailureKind.Output, cell: 1).Message, StringComparison.Ordinal);
        Assert.InRange(trial.PrintedBy(1).Length, 1, 2 << 20);
    }

    [Fact]
    public async Task What_a_cell_writes_past_the_console_is_swallowed()
    {
        Trial trial =
            await Trial.OfAsync(
            "using_(Console.OpenStandardOutput());\nvoid using_(System.IO.Stream raw) { var block = new byte[1 << 20]; for (int i = 0; i "
                + "< 256; i++) raw.Write(block); }", "2");

        Assert.Null(trial.Report.Failure);
    }

    [Fact]
    public async Task A_write_to_address_zero_is_an_exception_with_its_line()
    {
        Trial trial = await Trial.OfAsync("int x;\nSystem.Runtime.InteropServices.Marshal.WriteByte(IntPtr.Zero, 1);");

        Assert.StartsWith("AccessViolationException", trial.FailureOf(FailureKind.Runtime, cell: 1, line: 2).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_in_native_code_is_that_notebooks_failure()
    {
        Trial trial = await Trial.OfAsync("1", "System.Runtime.InteropServices.Marshal.WriteByte((IntPtr)0x7ff000000000, 1);");

        Assert.Equal("the process crashed: native or unsafe code touched memory that is not its own",
            trial.FailureOf(FailureKind.Crash, cell: 2).Message);
    }

    [Fact]
    public async Task A_process_that_kills_itself_is_told()
    {
        Trial trial = await Trial.OfAsync("1", "System.Diagnostics.Process.GetCurrentProcess().Kill();\nawait Task.Delay(-1);");

        Assert.StartsWith("the process ", trial.FailureOf(FailureKind.Crash, cell: 2).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_fast_is_told_with_its_message()
    {
        Trial trial = await Trial.OfAsync("""Environment.FailFast("I give up");""");

        Assert.Equal("the process was ended by Environment.FailFast: I give up", trial.FailureOf(FailureKind.Crash, cell: 1).Message);
    }

    [Fact]
    public async Task An_exception_on_another_thread_is_told()
    {
        Trial trial = await Trial.OfAsync("""
            new System.Threading.Thread(() => throw new InvalidOperationException("elsewhere")).Start();
            await Task.Delay(-1);
            """);

        Assert.Equal("an exception on another thread ended the process: System.InvalidOperationException: elsewhere",
            trial.FailureOf(FailureKind.Crash, cell: 1).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Environment.Exit(1);")]
    [InlineData("throw new Exception();")]
    public async Task A_program_that_a_cell_leaves_behind_is_ended(string afterwards)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "starts a program of Unix");
        Trial trial = await Trial.OfAsync("var child = System.Diagnostics.Process.Start(\"sleep\", \"3600\");\nConsole.Write(child.Id);",
            afterwards + " 2");

        int child = int.Parse(trial.PrintedBy(1), System.Globalization.CultureInfo.InvariantCulture);
        while (Lives(child))
            await Task.Delay(20, TestContext.Current.CancellationToken); // The test's own time limit ends this.
    }

    [Fact]
    public async Task A_cell_that_closes_every_pipe_it_can_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "closes descriptors");
        Trial trial = await Trial.OfAsync("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int close(int descriptor);
            for (int descriptor = 3; descriptor < 1000; descriptor++) close(descriptor);
            """);

        Assert.NotNull(trial.Report.Failure);
    }

    // The last argument of a worker is its pipe for events.
    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"event\":\"output\"}")]
    [InlineData("{\"event\":\"output\",\"content\":{\"output\":\"displayed\",\"id\":null}}")]
    [InlineData("{\"event\":\"finished\",\"cell\":1,\"error\":{}}")]
    public async Task An_event_that_is_none_is_that_notebooks_failure(string line)
    {
        Trial trial = await Trial.OfAsync(Saying(line), "await Task.Delay(-1);");

        Assert.Equal(FailureKind.Worker, trial.Report.Failure?.Kind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\\\"id\\\":null}")]
    [InlineData("no JSON")]
    public async Task A_claim_that_is_none_is_left_out(string claim)
    {
        Trial trial = await Trial.OfAsync(Saying("{\"event\":\"output\",\"content\":{\"output\":\"displayed\",\"id\":null,\"data\":"
            + "{\"application/vnd.course.claim.v2+json\":\"" + claim + "\"}}}"), "2");

        Assert.Null(trial.Report.Failure);
        Assert.Empty(trial.Report.Claims);
    }

    private static string Saying(string line) => "var pipe = new System.IO.Pipes.AnonymousPipeClientStream("
        + "System.IO.Pipes.PipeDirection.Out, Environment.GetCommandLineArgs()[^1]);\n"
        + $"pipe.Write(System.Text.Encoding.UTF8.GetBytes(\"\"\"{line}\"\"\" + \"\\n\"));";

    private static Task<Trial> Small(string code) => Trial.OfAsync(new RunRequest("small.ipynb")
    {
        Document = Trial.Document(code),
        CellTimeout = TimeSpan.FromSeconds(60),
        Memory = new MemoryLimits(400L << 20, 1L << 30),
    });

    private static bool Lives(int id)
    {
        // A dead child of a dead parent may stay listed until the system's first process takes note of it.
        string stat = $"/proc/{id}/stat";
        if (OperatingSystem.IsLinux())
            return File.Exists(stat) && !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
