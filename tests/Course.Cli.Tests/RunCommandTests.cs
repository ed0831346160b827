using System.Net;
using System.Text.Json.Nodes;

namespace Course.Cli.Tests;

public sealed class RunCommandTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Fact]
    public async Task Lessons_run_by_number_name_and_path_and_exit_0()
    {
        checkout.Lesson("11-one", 11, "1");
        checkout.Lesson("12-two", 12, "2");
        string path = checkout.Notebook("mine", "3");

        CourseProcess run = await checkout.RunAsync("run", "11", "two", path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (string name in (string[])["11-one", "12-two", "mine"])
            Assert.Contains($"{name}: 1 cell in", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compile", "int y = 0;\nnope();",
        "cell 3 (part-3), line 2, column 1: CS0103: The name 'nope' does not exist in the current context")]
    [InlineData("throw", "int y = 0;\n\nthrow new Exception(\"why not\");", "cell 3 (part-3), line 3: Exception: why not")]
    [InlineData("exit", "int y = 0;\n\nEnvironment.Exit(3);",
        "cell 3 (part-3), line 3: ended its own process with exit code 3 (Environment.Exit)")]
    [InlineData("overflow", "int Fall(int n) => Fall(n + 1) + 1;\nFall(0)",
        "cell 3 (part-3): the stack overflowed: a method calls itself without end: Fall(Int32)")]
    [InlineData("loop", "int n = 0;\nwhile (true)\n    n++;", "cell 3 (part-3), line 3: took longer than its 2 s and was stopped")]
    public async Task A_third_cell_that_fails_is_one_line_and_exit_1_and_the_other_lesson_runs(string name, string code, string said)
    {
        string bad = checkout.Notebook(name, "int x = 1;", "x", code, "\"never\"");
        string good = checkout.Notebook(name + "-good", "\"fine\"");

        CourseProcess run = await checkout.RunAsync("run", bad, good, "--timeout", "2");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{name}: {said}", Assert.Single(run.Complaints));
        Assert.Contains($"{name}-good: 1 cell in", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{name}: FAILED after 2 of 4 cells", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_one_line_and_exit_2_and_the_other_lesson_runs()
    {
        string good = checkout.Notebook("present", "1");

        CourseProcess run = await checkout.RunAsync("run", "absent.ipynb", good);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("course: There is no file absent.ipynb; `course list` shows the lessons there are.", Assert.Single(run.Complaints));
        Assert.Contains("present: 1 cell in", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-json", "hello")]
    [InlineData("nbformat-3", """{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}""")]
    public async Task A_file_that_is_no_notebook_is_one_line_and_exit_1_and_the_other_lesson_runs(string name, string content)
    {
        await File.WriteAllTextAsync(Path.Combine(checkout.Work, name + ".ipynb"), content, TestContext.Current.CancellationToken);
        checkout.Notebook(name + "-good", "1");

        CourseProcess run = await checkout.RunAsync("run", name + ".ipynb", name + "-good.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{name}: ", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Contains($"{name}-good: 1 cell in", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--timeout", "0")]
    [InlineData("--timeout", "-3")]
    [InlineData("--timeout", "soon")]
    [InlineData("--parallel", "0")]
    [InlineData("--paralel", "2")]
    [InlineData("--output", "a-file/below")]
    [InlineData("--report", ".")]
    public async Task A_wrong_option_is_one_line_and_exit_2_before_anything_runs(string option, string value)
    {
        await File.WriteAllTextAsync(Path.Combine(checkout.Work, "a-file"), "", TestContext.Current.CancellationToken);
        string path = checkout.Notebook("options", "1");

        CourseProcess run = await checkout.RunAsync("run", path, option, value);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("course: ", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executed_notebooks_pages_and_the_report_go_where_they_are_asked_for()
    {
        checkout.Notebook("schöne Übung 感", "Console.WriteLine(\"gesehen\");", "6 * 7", "throw new Exception(\"x\");");

        CourseProcess run = await checkout.RunAsync("run", "schöne Übung 感.ipynb", "--output", "aus gabe", "--html", "seiten/é",
            "--charts", "bögen", "--report", "berichte/r.json");

        Assert.Equal(1, run.ExitCode);
        JsonNode executed = JsonNode.Parse(Read("aus gabe/schöne Übung 感.ipynb"))!;
        Assert.Equal([1, 2, 3], executed["cells"]!.AsArray().Select(cell => (int)cell!["execution_count"]!));
        Assert.Equal("stream", (string?)executed["cells"]![0]!["outputs"]![0]!["output_type"]);
        Assert.Equal("execute_result", (string?)executed["cells"]![1]!["outputs"]![0]!["output_type"]);
        Assert.Equal("error", (string?)executed["cells"]![2]!["outputs"]![0]!["output_type"]);
        Assert.Contains("gesehen", Read("seiten/é/schöne Übung 感.html"), StringComparison.Ordinal);
        Assert.Contains("<h1>schöne Übung 感</h1>", WebUtility.HtmlDecode(Read("bögen/schöne Übung 感.html")), StringComparison.Ordinal);

        JsonNode report = JsonNode.Parse(Read("berichte/r.json"))!;
        JsonNode notebook = Assert.Single(report["notebooks"]!.AsArray())!;
        Assert.False((bool)notebook["succeeded"]!);
        Assert.Equal((3, "part-3", 1, "runtime"), ((int)notebook["failure"]!["cell"]!, (string)notebook["failure"]!["cellId"]!,
            (int)notebook["failure"]!["line"]!, (string)notebook["failure"]!["kind"]!));
        Assert.Equal([true, true, false], notebook["cells"]!.AsArray().Select(cell => (bool)cell!["succeeded"]!));

        string Read(string path) => File.ReadAllText(Path.Combine(checkout.Work, path));
    }

    [Fact]
    public async Task An_executed_notebook_never_overwrites_its_source()
    {
        string path = checkout.Notebook("source", "1");
        string before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        CourseProcess run = await checkout.RunAsync("run", "source.ipynb", "--output", ".");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("course: --output . would overwrite source.ipynb itself; name another folder.", Assert.Single(run.Complaints));
        Assert.Equal(before, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task In_parallel_notebooks_run_at_once_with_one_torch_thread_each()
    {
        // Each waits for the other's sign: one after the other they would wait for ever.
        const string threads = "Console.WriteLine(Environment.GetEnvironmentVariable(\"COURSE_TORCH_THREADS\"));";
        checkout.Notebook("left", threads, Meet("left", "right"));
        checkout.Notebook("right", threads, Meet("right", "left"));

        CourseProcess run = await checkout.RunAsync("run", "left.ipynb", "right.ipynb", "--parallel", "2", "--output", "both", "--timeout",
            "60");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        JsonNode executed =
            JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(checkout.Work, "both", "left.ipynb"),
            TestContext.Current.CancellationToken))!;
        Assert.Equal("1", ((string?)executed["cells"]![0]!["outputs"]![0]!["text"]![0])?.Trim());

        static string Meet(string me, string other) =>
            $"System.IO.File.WriteAllText(\"{me}.sign\", \"\");\nwhile (!System.IO.File.Exists(\"{other}.sign\")) await Task.Delay(10);";
    }

    [Fact]
    public async Task What_a_notebook_says_cannot_steer_the_terminal()
    {
        checkout.Notebook("escape", """throw new Exception("\u001b[2J\u0007 [red]gone[/]");""");

        CourseProcess run = await checkout.RunAsync("run", "escape.ipynb");

        Assert.Equal("escape: cell 1 (part-1), line 1: Exception: [2J [red]gone[/]", Assert.Single(run.Complaints));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_run_with_one_line_and_exit_130()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the cell finds its parent in /proc");
        // The cell itself presses Ctrl-C once it runs: its process's parent is the command.
        checkout.Notebook("endless", """
            int command = int.Parse(System.IO.File.ReadAllText("/proc/self/stat").Split(") ")[1].Split(' ')[1]);
            System.Diagnostics.Process.Start("kill", $"-INT {command}");
            System.Threading.Thread.Sleep(-1);
            """);

        CourseProcess run = await checkout.RunAsync("run", "endless.ipynb");

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("endless: cell 1 (part-1): interrupted", Assert.Single(run.Complaints));
    }
}
