using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

/// <summary>What came of a cell: the reply, and what all were told between busy and idle, both included.</summary>
internal sealed record Execution(Message Reply, IReadOnlyList<Message> Published)
{
    public string Status => Reply.Text("status")!;

    /// <summary>The kinds of message, in order, without the status at both ends.</summary>
    public string[] Types => [.. Published.Select(message => message.Header.Type).Where(type => type != "status")];

    /// <summary>The only message of a kind.</summary>
    public Message The(string type) => Assert.Single(Published, message => message.Header.Type == type);

    /// <summary>What was printed on a stream.</summary>
    public string Printed(string stream) =>
        string.Concat(Published.Where(message => message.Header.Type == "stream" && message.Text("name") == stream)
        .Select(message => message.Text("text")));

    /// <summary>The HTML of the cell's value.</summary>
    public string Value => The("execute_result").Content["data"]!["text/html"]!.GetValue<string>();
}
