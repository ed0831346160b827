using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class ExecutionTests(KernelTrial kernel) : IClassFixture<KernelTrial>
{
    [Fact]
    public void A_cell_is_announced_with_its_number_and_answered_with_its_value_between_busy_and_idle()
    {
        Execution first = kernel.Run("int one = 1;");
        Execution second = kernel.Run("one + 1");

        Assert.Equal(["execute_input"], first.Types);
        Assert.Equal(["execute_input", "execute_result"], second.Types);
        Assert.Equal("busy", second.Published[0].Text("execution_state"));
        Assert.Equal("idle", second.Published[^1].Text("execution_state"));
        Assert.Equal(first.Reply.Number("execution_count") + 1, second.Reply.Number("execution_count"));
        Assert.Equal(second.Reply.Number("execution_count"), second.The("execute_input").Number("execution_count"));
        Assert.Equal(second.Reply.Number("execution_count"), second.The("execute_result").Number("execution_count"));
        Assert.Equal("one + 1", second.The("execute_input").Text("code"));
        Assert.Contains("<pre>2</pre>", second.Value);
    }

    [Fact]
    public void The_first_cell_is_number_one()
    {
        using var fresh = new KernelTrial();

        Assert.Equal(1, fresh.Run("0").Reply.Number("execution_count"));
    }

    [Fact]
    public void A_text_is_shown_as_it_is()
    {
        Assert.Equal("a\n\"b\" 🎲", (string?)kernel.Run("\"a\\n\\\"b\\\" 🎲\"").The("execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public void What_is_printed_comes_as_streams_while_it_is_printed()
    {
        string request =
            kernel.Send("Console.WriteLine(\"before\");\nConsole.Error.WriteLine(\"oh\");\nConsole.WriteLine(Console.ReadLine());",
            content => content["allow_stdin"] = true);
        Message first = kernel.Client.Receive(Channel.IOPub, KernelTrial.Patience);
        while (first.Header.Type != "stream")
            first = kernel.Client.Receive(Channel.IOPub, KernelTrial.Patience);
        Assert.Equal(("stdout", "before\n"), (first.Text("name"), first.Text("text")));

        kernel.Client.Receive(Channel.Stdin, KernelTrial.Patience);
        kernel.Client.Send(Channel.Stdin, "input_reply", new JsonObject { ["value"] = "after" });
        Execution done = kernel.Await(request);
        Assert.Equal(("oh\n", "after\n"), (done.Printed("stderr"), done.Printed("stdout")));
    }

    [Fact]
    public void An_error_is_told_once_with_its_line_and_the_same_in_the_reply()
    {
        Execution failed = kernel.Run("int n = 0;\nint half = 1 / n;");

        Message error = failed.The("error");
        Assert.Equal("error", failed.Status);
        foreach (Message told in new[] { error, failed.Reply })
        {
            Assert.Equal("DivideByZeroException", told.Text("ename"));
            Assert.NotEmpty(told.Text("evalue")!);
            string[] lines = [.. told.Content["traceback"]!.AsArray().Select(line => (string)line!)];
            Assert.Contains("DivideByZeroException", lines[0]);
            Assert.Contains("line 2: int half = 1 / n;", lines[1]);
        }

        Assert.Equal("ok", kernel.Run("n").Status);
    }

    [Fact]
    public void A_cell_that_does_not_compile_says_where()
    {
        Execution failed = kernel.Run("1 +\n nothing");

        Assert.Equal("CS0103", failed.Reply.Text("ename"));
        Assert.Contains("line 2, column 2", (string?)failed.Reply.Content["traceback"]![0]);
    }

    [Fact]
    public void A_display_and_its_update_carry_the_same_id()
    {
        Execution shown = kernel.Run("var bar = display(HTML(\"<b>0 %</b>\"));\nbar.Update(HTML(\"<b>100 %</b>\"));");

        Assert.Equal(["execute_input", "display_data", "update_display_data"], shown.Types);
        Assert.NotNull((string?)shown.The("display_data").Content["transient"]!["display_id"]);
        Assert.Equal((string?)shown.The("display_data").Content["transient"]!["display_id"],
            (string?)shown.The("update_display_data").Content["transient"]!["display_id"]);
        Assert.Equal("<b>100 %</b>", (string?)shown.The("update_display_data").Content["data"]!["text/html"]);
    }

    [Fact]
    public void A_display_of_an_earlier_cell_is_updated_by_a_later_one()
    {
        string? id = (string?)kernel.Run("var later = display(1);").The("display_data").Content["transient"]!["display_id"];

        Assert.Equal(id, (string?)kernel.Run("later.Update(2);").The("update_display_data").Content["transient"]!["display_id"]);
    }

    [Fact]
    public void Clearing_the_console_clears_the_output()
    {
        Assert.Equal(["execute_input", "stream", "clear_output", "stream"],
            kernel.Run("Console.Write(1);\nConsole.Clear();\nConsole.Write(2);").Types);
    }

    [Fact]
    public void A_silent_cell_tells_nobody_and_is_not_counted()
    {
        int? before = kernel.Run("0").Reply.Number("execution_count");

        Execution silent = kernel.Run("int hush = 5;\nConsole.Write(hush);\ndisplay(hush);\nhush", content => content["silent"] = true);

        Assert.Equal("ok", silent.Status);
        Assert.Empty(silent.Types);
        Execution next = kernel.Run("hush");
        Assert.Contains("<pre>5</pre>", next.Value);
        Assert.Equal(before + 1, next.Reply.Number("execution_count"));
    }

    [Fact]
    public void A_cell_that_is_not_to_be_remembered_is_not_counted()
    {
        int? before = kernel.Run("0").Reply.Number("execution_count");

        Execution unstored = kernel.Run("1", content => content["store_history"] = false);

        Assert.Equal(["execute_input", "execute_result"], unstored.Types);
        Assert.Equal(before + 1, kernel.Run("2").Reply.Number("execution_count"));
    }

    [Fact]
    public void Expressions_of_the_front_end_are_answered_each_by_itself()
    {
        Execution done = kernel.Run("int seven = 7;", content =>
            content["user_expressions"] = new JsonObject { ["good"] = "seven + 1", ["bad"] = "eight", ["odd"] = 3 });

        JsonNode answers = done.Reply.Content["user_expressions"]!;
        Assert.Equal("ok", (string?)answers["good"]!["status"]);
        Assert.Contains("<pre>8</pre>", (string?)answers["good"]!["data"]!["text/html"]);
        Assert.Equal(("error", "CS0103"), ((string?)answers["bad"]!["status"], (string?)answers["bad"]!["ename"]));
        Assert.Equal(["execute_input"], done.Types);
    }

    [Fact]
    public void A_request_without_code_is_refused_and_the_next_one_runs()
    {
        string request = kernel.Client.Send(Channel.Shell, "execute_request", new JsonObject { ["code"] = 3 });
        Execution refused = kernel.Await(request);

        Assert.Equal(("error", "BadRequest"), (refused.Status, refused.Reply.Text("ename")));
        Assert.Equal("ok", kernel.Run("3").Status);
    }

    [Fact]
    public void The_notebooks_folder_is_the_current_one()
    {
        Assert.Equal(Repository.Root, (string?)kernel.Run("System.IO.Directory.GetCurrentDirectory()")
            .The("execute_result").Content["data"]!["text/plain"]);
    }
}
