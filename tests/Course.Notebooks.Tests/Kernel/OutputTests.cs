using System.Collections.Concurrent;
using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

public sealed class OutputTests : IDisposable
{
    private readonly KernelTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public async Task What_is_printed_arrives_in_order_by_stream()
    {
        await trial.Value("Console.Write(1);\nConsole.WriteLine(\" a\");\nConsole.Error.Write(\"e\");\nConsole.WriteLine(25);");

        Assert.Equal("1 a\n25\n", trial.Stdout);
        Assert.Equal("e", trial.Streamed("stderr"));
    }

    [Fact]
    public async Task Text_arrives_while_the_cell_still_runs()
    {
        using var arrived = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        Task<CellResult> running = trial.Kernel.RunAsync("Console.WriteLine(\"now\");\nawait Task.Delay(-1);", _ => arrived.Release(),
            stop.Token);

        Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Quick_writes_are_merged_into_few_events()
    {
        await trial.Value("for (int i = 0; i < 10000; i++) Console.WriteLine(i);");

        Assert.Equal(10000, trial.Stdout.Count(c => c == '\n'));
        Assert.InRange(trial.Outputs.Count, 1, 500);
    }

    [Fact]
    public async Task Other_threads_print_into_the_same_cell()
    {
        await trial.Value("""
            var thread = new System.Threading.Thread(() => Console.WriteLine("thread"));
            thread.Start();
            thread.Join();
            await Task.Run(() => Console.WriteLine("pool"));
            """);

        Assert.Equal("thread\npool\n", trial.Stdout);
    }

    [Fact]
    public async Task Each_kernel_receives_what_its_own_cells_print()
    {
        using var other = new KernelTrial();

        await Task.WhenAll(
            trial.Value("for (int i = 0; i < 50; i++) { Console.Write('a'); await Task.Delay(1); }"),
            other.Value("for (int i = 0; i < 50; i++) { Console.Write('b'); await Task.Delay(1); }"));

        Assert.Equal(new string('a', 50), trial.Stdout);
        Assert.Equal(new string('b', 50), other.Stdout);
    }

    [Fact]
    public async Task Too_much_text_is_cut_with_a_notice_and_flagged()
    {
        using var trial = new KernelTrial(new KernelOptions { TextLimit = 1000 });

        CellResult result = await trial.Run("for (int i = 0; i < 1000; i++) Console.WriteLine(\"0123456789\");");

        Assert.True(result.OutputTruncated);
        Assert.InRange(trial.Stdout.Length, 1000, 1200);
        Assert.Contains("[cut: this cell wrote more than 1,000 characters", trial.Stdout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.Write(letter);", "stdout")]
    [InlineData("Console.Error.Write(letter);", "stderr")]
    [InlineData("Console.Write(new[] { letter });", "stdout")]
    [InlineData("Console.Out.Write(letter.ToString());", "stdout")]
    public async Task Text_written_letter_by_letter_is_not_cut_inside_a_character(string write, string stream)
    {
        await trial.Value($"foreach (char letter in \"Done! 🎉 learns 👩‍🔬\") {{ {write} await Task.Delay(60); }}");

        Assert.True(trial.Outputs.Count > 5);
        Assert.Equal("Done! 🎉 learns 👩‍🔬", trial.Streamed(stream));
        Assert.All(trial.Outputs.OfType<StreamWritten>(), written => Assert.Equal(written.Text, new string(written.Text.EnumerateRunes()
            .SelectMany(rune => rune.ToString()).ToArray())));
    }

    [Fact]
    public async Task A_half_that_never_gets_its_other_half_is_not_lost()
    {
        await trial.Value("Console.Write(\"a\\uD83C\");");

        Assert.Equal("a\uD83C", trial.Stdout);
    }

    [Theory]
    [InlineData("😀", 11, 10)]
    [InlineData("👩‍🔬", 12, 10)]
    [InlineData("é", 9, 8)]
    [InlineData("x", 9, 9)]
    public async Task The_limit_does_not_cut_inside_a_character(string character, int limit, int kept)
    {
        using var trial = new KernelTrial(new KernelOptions { TextLimit = limit });
        await trial.Value($"var text = string.Concat(Enumerable.Repeat(\"{character}\", 100));\nConsole.Write(text);");

        Assert.Equal(kept, trial.Stdout.IndexOf("\n[cut", StringComparison.Ordinal));
        Assert.Equal(kept, (await trial.Value("text"))!.IndexOf("\n[cut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_limit_holds_for_each_cell_anew()
    {
        using var trial = new KernelTrial(new KernelOptions { TextLimit = 10 });
        await trial.Run("Console.Write(\"01234567890123\");");

        CellResult result = await trial.Run("Console.Write(\"0123456789\");");

        Assert.False(result.OutputTruncated);
        Assert.Equal("0123456789", trial.Stdout);
    }

    [Fact]
    public async Task A_long_text_as_value_is_cut_too()
    {
        using var trial = new KernelTrial(new KernelOptions { TextLimit = 10 });

        CellResult result = await trial.Run("new string('x', 100)");

        Assert.True(result.OutputTruncated);
        Assert.StartsWith("xxxxxxxxxx\n[cut", result.Value!.Text("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_displays_are_dropped_with_a_notice()
    {
        using var trial = new KernelTrial(new KernelOptions { DisplayLimit = 100 });

        CellResult result = await trial.Run("for (int i = 0; i < 10; i++) display(new string('x', 40));");

        Assert.True(result.OutputTruncated);
        Assert.Equal(2, trial.Outputs.OfType<Displayed>().Count());
        Assert.Single(trial.Outputs.OfType<StreamWritten>());
    }

    [Fact]
    public async Task What_is_displayed_is_counted_and_updates_are_not()
    {
        using var trial = new KernelTrial(new KernelOptions { DisplayCountLimit = 3 });

        CellResult result = await trial.Run("var first = display(0); for (int i = 1; i < 10; i++) display(i); first.Update(\"new\");");

        Assert.True(result.OutputTruncated);
        Assert.Equal(3, trial.Outputs.OfType<Displayed>().Count());
        Assert.Single(trial.Outputs.OfType<DisplayUpdated>());
        Assert.Contains("more than 3 things", Assert.Single(trial.Outputs.OfType<StreamWritten>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_display_can_be_updated_in_a_later_cell()
    {
        await trial.Value("var shown = display(\"a\");");
        var first = Assert.IsType<Displayed>(Assert.Single(trial.Outputs));
        await trial.Value("shown.Update(\"b\");");
        var second = Assert.IsType<DisplayUpdated>(Assert.Single(trial.Outputs));

        Assert.NotNull(first.Id);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal("b", second.Data.Text("text/plain"));
    }

    [Fact]
    public async Task Displays_and_text_keep_their_order()
    {
        await trial.Value("Console.Write(1); display(2); Console.Write(3); display(4);");

        Assert.Equal(["StreamWritten", "Displayed", "StreamWritten", "Displayed"], trial.Outputs.Select(output => output.GetType().Name));
    }

    [Fact]
    public async Task HTML_is_shown_as_such_and_scripts_and_styles_too()
    {
        Assert.Equal("<b>x</b>", (await trial.Run("HTML(\"<b>x</b>\")")).Value!.Text("text/html"));

        await trial.Value("Javascript(\"run()\"); CSS(\"b { }\");");

        string?[] shown = [.. trial.Outputs.OfType<Displayed>().Select(output => output.Data.Text("text/html"))];
        Assert.Contains("run()", shown[0], StringComparison.Ordinal);
        Assert.Contains("<style>b { }</style>", shown[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_is_HTML_and_a_text_is_plain()
    {
        Assert.Equal(["text/html"], (await trial.Run("3.5")).Value!.Contents.Keys);
        Assert.Equal(["text/plain"], (await trial.Run("\"x\"")).Value!.Contents.Keys);
    }

    [Fact]
    public async Task All_preferred_forms_of_a_type_are_given_and_JSON_is_JSON()
    {
        CellResult result = await trial.Run("""
            using Microsoft.DotNet.Interactive.Formatting;
            class Chart { }
            Formatter.SetPreferredMimeTypesFor(typeof(Chart), "application/vnd.plotly.v1+json", "text/html");
            Formatter.Register<Chart>(c => "{\"data\":[1.0]}", "application/vnd.plotly.v1+json");
            Formatter.Register<Chart>(c => "<div/>", "text/html");
            new Chart()
            """);

        Assert.True(result.Succeeded);
        Assert.Equal("1.0", result.Value!["application/vnd.plotly.v1+json"]!["data"]![0]!.ToJsonString());
        Assert.Equal("<div/>", result.Value.Text("text/html"));
    }

    [Fact]
    public async Task A_sequence_shows_its_first_twenty_items()
    {
        string? shown = await trial.Value("Enumerable.Range(0, 1000000)");

        Assert.Contains("18, 19 ... (999980 more)", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Libraries_show_and_update_through_the_host_s_delegate()
    {
        await trial.Value("""
            var host = (Action<string, IReadOnlyDictionary<string, string>, bool>)AppContext.GetData("Course.Display");
            host("id", new Dictionary<string, string> { ["text/plain"] = "a" }, false);
            host("id", new Dictionary<string, string> { ["text/plain"] = "b", ["application/json"] = "{}" }, true);
            """);

        var shown = Assert.IsType<Displayed>(trial.Outputs[0]);
        var updated = Assert.IsType<DisplayUpdated>(trial.Outputs[1]);
        Assert.Equal(("id", "a"), (shown.Id, shown.Data.Text("text/plain")));
        Assert.Equal(("id", "b"), (updated.Id, updated.Data.Text("text/plain")));
        Assert.NotNull(updated.Data["application/json"]);
    }

    [Fact]
    public async Task A_listener_that_throws_fails_the_task_and_not_the_next_cell()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => trial.Kernel.RunAsync("Console.WriteLine(1);", _ => throw new InvalidOperationException(),
                TestContext.Current.CancellationToken));

        Assert.Equal("2", await trial.Value("1 + 1"));
    }

    [Fact]
    public async Task Outputs_are_never_emitted_at_the_same_time_nor_on_the_cell_s_thread()
    {
        var threads = new ConcurrentBag<int>();
        int inside = 0;
        bool overlapped = false;
        CellResult result = await trial.Kernel.RunAsync(
            "await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => { for (int k = 0; k < 20; k++) display(i); "
                + "})));\nEnvironment.CurrentManagedThreadId.ToString()",
            _ =>
            {
                overlapped |= Interlocked.Increment(ref inside) != 1;
                threads.Add(Environment.CurrentManagedThreadId);
                Interlocked.Decrement(ref inside);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(160, threads.Count);
        Assert.False(overlapped);
        Assert.DoesNotContain(int.Parse(result.Value!.Text("text/plain")!, System.Globalization.CultureInfo.InvariantCulture), threads);
    }
}
