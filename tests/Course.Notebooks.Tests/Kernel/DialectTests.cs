using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

public sealed class DialectTests : IDisposable
{
    private readonly KernelTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"text\"", "text")]
    [InlineData("new[] { 1, 2, 3 }.Sum()", "6")]
    [InlineData("new StringBuilder(\"x\").ToString()", "x")]
    [InlineData("new List<int> { 7 }[0]", "7")]
    [InlineData("await Task.FromResult(3)", "3")]
    [InlineData("record Point(int X, int Y);\nnew Point(1, 2).Y", "2")]
    [InlineData("class Box(int x) { public int X => x; }\nnew Box(4).X", "4")]
    [InlineData("int[] a = [1, .. new[] { 2, 3 }];\na.Length", "3")]
    [InlineData("string raw = \"\"\"\n    two\n    \"\"\";\nraw", "two")]
    [InlineData("async IAsyncEnumerable<int> Count() { await Task.Yield(); yield return 1; yield return 2; }\nint sum = 0;\nawait "
        + "foreach (int i in Count()) sum += i;\nsum", "3")]
    [InlineData("class Old { public string Name { get; set => field = value + \"!\"; } = \"\"; }\nvar o = new Old { Name = \"a\" "
        + "};\no?.Name = \"b\";\no.Name", "b!")]
    [InlineData("int Twice(int x) => 2 * x;\nTwice(4)", "8")]
    [InlineData("#pragma warning disable CS0168\nint unused;\n5", "5")]
    public async Task A_cell_s_last_expression_is_its_value(string code, string value) => Assert.Equal(value, await trial.Value(code));

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("Console.Write(1)")]
    [InlineData("// nothing")]
    [InlineData("")]
    [InlineData("using System.Globalization;")]
    [InlineData("class Empty { }")]
    public async Task A_cell_that_ends_otherwise_has_no_value(string code) => Assert.Null(await trial.Value(code));

    [Fact]
    public async Task Null_is_a_value() => Assert.Equal("&lt;null&gt;", await trial.Value("(string)null"));

    [Fact]
    public async Task Later_cells_see_variables_methods_types_and_usings_of_earlier_ones()
    {
        await trial.Value("using System.IO;\nint x = 5;\nint Add(int y) => x + y;\nrecord Pair(int A);");

        Assert.Equal("7", await trial.Value("x = 6;\nAdd(new Pair(1).A)"));
        Assert.Equal("a.b", await trial.Value("Path.ChangeExtension(\"a\", \"b\")"));
    }

    [Fact]
    public async Task A_variable_may_be_declared_again_with_another_type()
    {
        await trial.Value("var x = 1;");
        await trial.Value("var x = \"one\";");

        Assert.Equal("3", await trial.Value("x.Length"));
    }

    [Theory]
    [InlineData("File.Exists(\"x\")")]
    [InlineData("Thread.Sleep(1);")]
    public async Task Neither_files_nor_threads_are_imported_as_in_NET_Interactive(string code) =>
        Assert.Equal("CS0103", (await trial.Failure(code)).Name);

    [Theory]
    [InlineData("file class A { }")]
    [InlineData("Span<int> s = stackalloc int[2];")]
    public async Task What_scripts_may_not_hold_does_not_compile(string code) =>
        Assert.Equal(ErrorKind.Compile, (await trial.Failure(code)).Kind);

    [Fact]
    public async Task What_follows_an_await_stays_on_the_cells_thread()
    {
        await trial.Value(
            "int before = Environment.CurrentManagedThreadId;\nawait Task.Delay(1);\nint after = Environment.CurrentManagedThreadId;");

        Assert.Equal("True", await trial.Value("before == after && after == Environment.CurrentManagedThreadId"));
    }

    [Theory]
    [InlineData("string s = @\"x\r\ny\"; s.Length")]
    [InlineData("string s = @\"x\r\ny\"; s.Length // #")]
    [InlineData("string s = \"\"\"\r\n    x\r\n    y\r\n    \"\"\";\r\n#region a\r\n#endregion\r\ns.Length")]
    [InlineData("string s = \"\"\"\r\n    x\r\n    y\r\n    \"\"\";\r\ns.Length")]
    [InlineData("string s = @\"x\ry\"; s.Length")]
    public async Task A_line_ends_alike_whether_or_not_the_cell_speaks_to_the_kernel(string code) =>
        Assert.Equal("3", await trial.Value(code));

    [Theory]
    [InlineData("string s = @\"x\fy\"; s.Length // #")]
    [InlineData("string s = @\"x\u0085y\"; s.Length // #")]
    [InlineData("string s = @\"x\u2028y\"; (int)s[1] == 0x2028 ? 3 : 0 // #")]
    public async Task Only_line_ends_are_changed(string code) => Assert.Equal("3", await trial.Value(code));

    [Theory]
    [InlineData("class Console { public static string Clear() => \"mine\"; }\nConsole.Clear()")]
    [InlineData("class Environment { public static string Exit(int code) => \"mine\"; }\nEnvironment.Exit(1)")]
    [InlineData("class Screen { public string Clear() => \"mine\"; }\nvar Console = new Screen();\nConsole.Clear()")]
    [InlineData("string Exit(int code) => \"mine\";\nExit(0)")]
    public async Task A_method_of_one_s_own_is_called_whatever_it_is_named(string code) =>
        Assert.Equal("mine", await trial.Value(code));

    [Theory]
    [InlineData("Console.Clear();")]
    [InlineData("System.Console.Clear();")]
    [InlineData("global::System.Console.Clear();")]
    [InlineData("using static System.Console;\nClear();")]
    [InlineData("using Terminal = System.Console;\nTerminal.Clear();")]
    public async Task Clearing_the_console_clears_the_output_however_it_is_written(string code)
    {
        await trial.Value(code);

        Assert.IsType<OutputCleared>(Assert.Single(trial.Outputs));
    }

    [Fact]
    public async Task Cells_are_optimised() =>
        Assert.Equal("False", await trial.Value(
            "class Here { }\ntypeof(Here).Assembly.GetCustomAttributes(false).OfType<System.Diagnostics.DebuggableAttribute>().Any(a => "
                + "a.IsJITOptimizerDisabled)"));

    [Fact]
    public async Task Two_kernels_know_nothing_of_each_other()
    {
        using var other = new KernelTrial();
        await trial.Value("int mine = 1;");

        Assert.Equal("CS0103", (await other.Failure("mine")).Name);
    }

    [Fact]
    public async Task Cells_run_one_after_another_however_they_are_asked_for()
    {
        await trial.Value("var order = new List<int>();");
        Task<CellResult> first = trial.Run("await Task.Delay(50);\norder.Add(1);");
        Task<CellResult> second = trial.Run("order.Add(2);");
        await Task.WhenAll(first, second);

        Assert.Equal("1 2", await trial.Value("string.Join(\" \", order)"));
    }

    [Fact]
    public async Task Memory_and_time_of_a_cell_do_not_grow_with_their_number()
    {
        await trial.Value("1");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < 200; i++)
            await trial.Run("1");
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        // Where the compiler is given its references anew each time, 200 cells keep 145 MB.
        // It may also shrink: the collector takes what other tests have left.
        Assert.InRange(grown, long.MinValue, 60L << 20);
    }
}
