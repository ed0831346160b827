using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class InputTests(KernelTrial kernel) : IClassFixture<KernelTrial>
{
    [Fact]
    public void A_cell_that_reads_a_line_asks_for_it()
    {
        string request = SendReading("Console.ReadLine() + Console.ReadLine()");

        foreach (string line in new[] { "äh", "🎲" })
        {
            Message question = kernel.Client.Receive(Channel.Stdin, KernelTrial.Patience);
            Assert.Equal(("input_request", request, false), (question.Header.Type, question.Parent.Id, question.Flag("password")));
            Answer(line);
        }

        Assert.Equal("äh🎲", (string?)kernel.Await(request).The("execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public void Characters_are_read_from_the_line_and_its_end()
    {
        string request = SendReading("$\"{(char)Console.Read()}{(char)Console.In.Peek()}|{Console.ReadLine()}|{Console.ReadLine()}\"");
        kernel.Client.Receive(Channel.Stdin, KernelTrial.Patience);
        Answer("abc");
        kernel.Client.Receive(Channel.Stdin, KernelTrial.Patience);
        Answer("next");

        Assert.Equal("ab|bc|next", (string?)kernel.Await(request).The("execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public void The_end_of_input_is_null()
    {
        string request = SendReading("Console.ReadLine() is null");
        kernel.Client.Receive(Channel.Stdin, KernelTrial.Patience);
        Answer("\x04");

        Assert.Contains("True", kernel.Await(request).Value);
    }

    [Fact]
    public void Where_nobody_can_be_asked_the_cell_fails_and_says_so()
    {
        Execution failed = kernel.Run("Console.ReadLine()");

        Assert.Contains("nobody can be asked", failed.Reply.Text("evalue"));
    }

    [Fact]
    public void A_cell_that_waits_for_a_line_is_interrupted_and_a_late_answer_reaches_no_other_cell()
    {
        string request = SendReading("string line = Console.ReadLine();");
        kernel.Client.Receive(Channel.Stdin, KernelTrial.Patience);

        kernel.Interrupt();
        Execution stopped = kernel.Await(request);
        Assert.Equal("Cancelled", stopped.Reply.Text("ename"));
        Answer("late");

        string next = SendReading("Console.ReadLine()");
        kernel.Client.Receive(Channel.Stdin, KernelTrial.Patience);
        Answer("in time");
        Assert.Equal("in time", (string?)kernel.Await(next).The("execute_result").Content["data"]!["text/plain"]);
    }

    private string SendReading(string code) => kernel.Send(code, content => content["allow_stdin"] = true);

    private void Answer(string line) =>
        kernel.Client.Send(Channel.Stdin, "input_reply", new JsonObject { ["status"] = "ok", ["value"] = line });
}
