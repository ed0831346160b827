using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

public sealed class ErrorTests : IDisposable
{
    private readonly KernelTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public async Task Every_compile_error_carries_its_line_and_column()
    {
        ErrorReport error = await trial.Failure("int y = 1;\n\nint z = undefined + 1;\nstring q = 5;");

        Assert.Equal((ErrorKind.Compile, "CS0103", 3, 9), (error.Kind, error.Name, error.Line, error.Column));
        Assert.Equal([("CS0103", 3, 9), ("CS0029", 4, 12)], error.Diagnostics.Select(d => (d.Code, d.Line, d.Column)));
        Assert.StartsWith("cell 1, line 3, column 9: error CS0103", error.Traceback[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_below_a_directive_keeps_its_number() =>
        Assert.Equal(3, (await trial.Failure("#!time\n\noops")).Line);

    [Fact]
    public async Task An_error_beside_code_that_is_rewritten_keeps_its_column()
    {
        ErrorReport error = await trial.Failure("while (true) { } oops();");

        Assert.Equal(18, error.Column);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await trial.Value("int x = 1;");
        await trial.Failure("x = 2; oops");

        Assert.Equal("1", await trial.Value("x"));
    }

    [Fact]
    public async Task An_exception_shows_its_message_and_the_cell_s_line_first_and_no_frame_of_the_kernel()
    {
        ErrorReport error = await trial.Failure("int zero = 0;\n\nint Divide(int x)\n{\n    return x / zero;\n}\nDivide(1)");

        Assert.Equal((ErrorKind.Runtime, "DivideByZeroException", 5), (error.Kind, error.Name, error.Line));
        Assert.Equal("DivideByZeroException: Attempted to divide by zero.", error.Traceback[0]);
        Assert.Equal("cell 1, line 5: return x / zero;", error.Traceback[1]);
        Assert.Equal("   at Divide(int) in cell 1, line 5", error.Traceback[2]);
        Assert.Equal("   at the cell in cell 1, line 7", error.Traceback[3]);
        Assert.Equal(4, error.Traceback.Count);
    }

    [Fact]
    public async Task The_line_is_the_running_cell_s_although_an_earlier_one_threw()
    {
        await trial.Value("void Fail() => throw new Exception(\"x\");");

        ErrorReport error = await trial.Failure("\nFail();");

        Assert.Equal(2, error.Line);
        Assert.Contains(error.Traceback, line => line.EndsWith("Fail() in cell 1, line 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("await Task.Yield();\nthrow new Exception(\"x\");", 2)]
    [InlineData("async Task F()\n{\n    await Task.Delay(1);\n    throw new Exception(\"x\");\n}\nawait F();", 4)]
    [InlineData("Action a = () =>\n    throw new Exception(\"x\");\na();", 2)]
    [InlineData("async void V()\n{\n    await Task.Yield();\n    throw new Exception(\"x\");\n}\nV();\nawait Task.Delay(2000);", 4)]
    [InlineData("await Task.Run(() =>\n{\n    throw new Exception(\"x\");\n});", 3)]
    [InlineData("Enumerable.Range(0, 3).Select<int, int>(i =>\n    throw new Exception(\"x\"))", 2)]
    [InlineData("var t = typeof(string);\nt.GetMethod(\"Substring\", [typeof(int)]).Invoke(\"\", [5]);", 2)]
    public async Task The_line_is_found_through_awaits_lambdas_threads_and_late_evaluation(string code, int line) =>
        Assert.Equal(line, (await trial.Failure(code)).Line);

    [Fact]
    public async Task An_inner_exception_is_shown_too()
    {
        ErrorReport error = await trial.Failure("throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\"));");

        Assert.Contains("caused by ArgumentException: inner", error.Traceback);
    }

    [Fact]
    public async Task Variables_set_before_a_throw_survive_it()
    {
        await trial.Failure("int x = 3;\nint y = 4;\nthrow new Exception();");

        Assert.Equal("7", await trial.Value("x + y"));
    }
}
