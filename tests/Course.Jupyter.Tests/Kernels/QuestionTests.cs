using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class QuestionTests(KernelTrial kernel) : IClassFixture<KernelTrial>
{
    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public void The_kernel_says_what_it_is_on_both_channels_between_busy_and_idle(string channel)
    {
        Channel asked = channel == "shell" ? Channel.Shell : Channel.Control;
        string request = kernel.Client.Send(asked, "kernel_info_request", []);

        Message info = kernel.Client.Reply(asked, request, KernelTrial.Patience);
        Assert.Equal("kernel_info_reply", info.Header.Type);
        Assert.Equal(("ok", "5.4", "course"), (info.Text("status"), info.Text("protocol_version"), info.Text("implementation")));
        JsonNode language = info.Content["language_info"]!;
        Assert.Equal(("C#", ".cs", "text/x-csharp", "csharp"),
            ((string?)language["name"], (string?)language["file_extension"], (string?)language["mimetype"],
                (string?)language["pygments_lexer"]));
        Assert.Equal(["busy", "idle"], kernel.Client.Published(request, KernelTrial.Patience)
            .Select(message => message.Text("execution_state")));
    }

    [Fact]
    public void Control_answers_while_a_cell_runs()
    {
        string running = kernel.Send("Console.Write('.');\nSystem.Threading.Thread.Sleep(-1);");
        kernel.AwaitOutput(running);

        Assert.Equal("ok", kernel.Client.Request(Channel.Control, "kernel_info_request", [], TimeSpan.FromSeconds(10)).Text("status"));

        kernel.Interrupt();
        Assert.Equal("error", kernel.Await(running).Status);
    }

    [Fact]
    public void History_is_told_by_tail_range_and_pattern()
    {
        kernel.Run("int history1 = 1;");
        kernel.Run("history1 + 1");
        int line = kernel.Run("\"history\"").Reply.Number("execution_count")!.Value;
        kernel.Run("history1 + 1");
        kernel.Run("int unseen;", content => content["store_history"] = false);

        Assert.Equal(["\"history\"", "history1 + 1"], Codes(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(["history1 + 1", "\"history\""],
            Codes(new JsonObject { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = line - 1, ["stop"] = line + 1 }));
        Assert.Equal(["history1 + 1", "history1 + 1"],
            Codes(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "history1 *" }));
        Assert.Equal(["history1 + 1"],
            Codes(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "history1 *", ["unique"] = true }));
        Assert.Equal(["history1 + 1"], Codes(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "*", ["n"] = 1 }));
        JsonNode entry =
            kernel.Ask("history_request", new JsonObject
            {
                ["hist_access_type"] = "range",
                ["start"] = line,
                ["stop"] = line + 1,
                ["output"] = true
            }).Content["history"]![0]!;
        Assert.Equal(("\"history\"", "history"), ((string?)entry[2]![0], (string?)entry[2]![1]));
    }

    [Fact]
    public void A_comm_that_nobody_knows_is_closed()
    {
        string request = kernel.Client.Send(Channel.Shell, "comm_open",
            new JsonObject { ["comm_id"] = "42", ["target_name"] = "widget", ["data"] = new JsonObject() });

        Message close = Assert.Single(kernel.Client.Published(request, KernelTrial.Patience), message =>
            message.Header.Type == "comm_close");
        Assert.Equal("42", close.Text("comm_id"));
        Assert.Empty(kernel.Ask("comm_info_request", []).Content["comms"]!.AsObject());
    }

    [Fact]
    public void What_the_kernel_cannot_do_is_refused_politely()
    {
        Message debug = kernel.Client.Request(Channel.Control, "debug_request", new JsonObject { ["command"] = "initialize" },
            KernelTrial.Patience);
        Message unknown = kernel.Ask("juggle_request", []);

        Assert.Equal(("debug_reply", "error", "NotSupported"), (debug.Header.Type, debug.Text("status"), debug.Text("ename")));
        Assert.Equal(("juggle_reply", "error", "NotSupported"), (unknown.Header.Type, unknown.Text("status"), unknown.Text("ename")));
    }

    private string[] Codes(JsonObject question) =>
        [.. kernel.Ask("history_request", question).Content["history"]!.AsArray().Select(entry => (string)entry![2]!)];
}
