using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Serving;

/// <summary>One request of a front end, and the ways to answer it.</summary>
internal sealed class Request(Channel channel, Message message, FrontEnds frontEnds)
{
    private int replied;

    /// <summary>What is asked.</summary>
    public Message Message => message;

    /// <summary>For example <c>execute_request</c>.</summary>
    public string Type => message.Header.Type;

    /// <summary>Whether it is not to be done any more, because a request before it failed.</summary>
    public bool Aborted { get; set; }

    /// <summary>Answers it; only the first answer counts.</summary>
    public void Reply(JsonObject content)
    {
        if (Interlocked.Exchange(ref replied, 1) == 0)
            frontEnds.Send(channel, message.Route, ReplyType, message.Header, content);
    }

    /// <summary>Answers that it cannot be done.</summary>
    /// <param name="name">The error's name.</param>
    /// <param name="value">Its message.</param>
    public void ReplyError(string name, string value) =>
        Reply(new JsonObject { ["status"] = "error", ["ename"] = name, ["evalue"] = value, ["traceback"] = new JsonArray() });

    /// <summary>Tells everybody something on its behalf.</summary>
    public void Publish(string type, JsonObject content) => frontEnds.Publish(type, message.Header, content);

    /// <summary>Tells everybody whether it is being worked on (<c>busy</c>) or done with (<c>idle</c>).</summary>
    public void PublishStatus(string state) => frontEnds.PublishStatus(state, message.Header);

    /// <summary>Asks who made the request something.</summary>
    /// <returns>The question's id.</returns>
    public string Ask(JsonObject content) => frontEnds.Send(Channel.Stdin, message.Route, "input_request", message.Header, content);

    private string ReplyType => Type.EndsWith("_request", StringComparison.Ordinal)
        ? $"{Type[..^"_request".Length]}_reply" : $"{Type}_reply";
}
