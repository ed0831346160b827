namespace Course.Notebooks.Tests.Runner;

// In processes of their own, because the console belongs to the process.
public class ConsoleTests
{
    [Theory]
    [InlineData("Console.SetOut(capture);", "Console.WriteLine(\"captured\");", "Console.WriteLine(\"seen\");")]
    [InlineData("Console.SetError(capture);", "Console.Error.WriteLine(\"captured\");", "Console.Error.WriteLine(\"seen\");")]
    [InlineData("Console.SetOut(capture); Console.SetError(capture);", "Console.Error.WriteLine(\"captured\");", "Console.WriteLine(\"seen\");")]
    [InlineData("Console.SetOut(System.IO.TextWriter.Null); Console.SetOut(capture);", "Console.WriteLine(\"captured\");", "Console.WriteLine(\"seen\");")]
    public async Task A_cell_that_redirects_the_console_redirects_no_later_cell(string redirect, string captured, string seen)
    {
        Trial trial = await Trial.OfAsync(
            $"var capture = new System.IO.StringWriter();\n{redirect}\n{captured}", seen, "Console.Write(capture.ToString());");

        Assert.Null(trial.Report.Failure);
        Assert.Equal("", trial.PrintedBy(1));
        Assert.Equal("seen\n", trial.PrintedBy(2));
        Assert.Equal("captured\n", trial.PrintedBy(3));
    }

    [Fact]
    public async Task A_cell_that_catches_its_error_with_the_console_redirected_does_not_silence_the_next()
    {
        Trial trial = await Trial.OfAsync(
            "try { Console.SetOut(new System.IO.StringWriter()); throw new Exception(); } catch { }", "Console.Write(\"seen\");");

        Assert.Equal("seen", trial.PrintedBy(2));
    }
}
