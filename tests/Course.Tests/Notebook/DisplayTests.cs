using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Tests;

[Collection(OneHost.Name)]
public class DisplayTests
{
    [Fact]
    public void What_is_shown_is_updated_under_the_same_id()
    {
        using var host = new Host();

        Display.Show("one").Update("two");
        Display.Show("three");

        Assert.Equal([false, true, false], host.Calls.Select(call => call.IsUpdate));
        Assert.Equal(host.Calls[0].Id, host.Calls[1].Id);
        Assert.NotEqual(host.Calls[0].Id, host.Calls[2].Id);
        Assert.Equal("two", host.Calls[1].Bundle["text/plain"]);
    }

    [Fact]
    public void Where_answers_are_graded_nothing_is_shown_nor_made_into_text()
    {
        using var host = new Host();
        AppContext.SetData("Course.Graded", true);
        try
        {
            Display.Show(new Lazy<int>(() => throw new InvalidOperationException("nobody looks"))).Update(2);
        }
        finally
        {
            AppContext.SetData("Course.Graded", null);
        }

        Assert.Empty(host.Calls);
    }

    [Fact]
    public void A_value_is_shown_in_its_preferred_faces_and_as_text()
    {
        using var host = new Host();

        Display.Show(new[] { 1, 2 });
        Assert.Equal(["text/html", "text/plain"], host.Last.Keys.Order());

        Display.Show(null);
        Assert.NotEmpty(host.Last);
    }

    [Fact]
    public void Claims_and_checks_keep_their_faces_after_a_host_has_reset_the_formatters()
    {
        using var host = new Host();
        Formatter.ResetToDefault();

        Display.Show(new ClaimOutcome(ClaimTests.Error, [0.05], null));
        Assert.Equal([Claim.MimeType, "text/html", "text/plain"], host.Last.Keys.Order());

        Display.Show(Checker.Check(CheckTests.Scale, (double[] x, double by) => x));
        Assert.Equal([Exercises.MimeType, "text/html", "text/plain"], host.Last.Keys.Order());

        Display.Show(new SourceText("int x;"));
        Assert.Equal("```csharp\nint x;\n```", host.Last["text/markdown"]);
        Assert.Equal("int x;", host.Last["text/plain"]);
    }

    [Fact]
    public void Without_a_notebook_what_is_shown_are_plain_lines()
    {
        TextWriter console = Console.Out;
        using var lines = new StringWriter { NewLine = "\n" };
        Console.SetOut(lines);
        try
        {
            Display.Show("one").Update(new LessonHeader(2, 1957, "The perceptron", 0));
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.StartsWith("one\nLesson 02 · 1957 · The perceptron", lines.ToString());
    }

    [Fact]
    public void Where_NET_Interactive_runs_a_cell_its_context_shows_and_updates()
    {
        KernelInvocationContext.Current = new KernelInvocationContext();
        try
        {
            DotNetInteractiveDisplay route = DotNetInteractiveDisplay.TryFind(typeof(KernelInvocationContext).Assembly)!;
            route.Show("one")("two");

            Assert.Equal(["show one", "update two"], KernelInvocationContext.Current.Log);
        }
        finally
        {
            KernelInvocationContext.Current = null;
        }
    }

    [Fact]
    public void Where_NET_Interactive_runs_no_cell_another_way_is_taken() =>
        Assert.Null(DotNetInteractiveDisplay.TryFind(typeof(KernelInvocationContext).Assembly));
}
