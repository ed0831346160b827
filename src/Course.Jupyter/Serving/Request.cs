using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Serving;

/// <summary>One request from a front end, and the ways to answer it.</summary>
internal sealed class Request(Channel channel, Message message, FrontEnds frontEnds)
{
    private int replied;

    /// <summary>The request's message.</summary>
    public Message Message => message;

    /// <summary>For example <c>execute_request</c>.</summary>
    public string Type => message.Header.Type;

    /// <summary>Whether it must not be executed any more, because an earlier request failed.</summary>
    public bool Aborted { get; set; }

    /// <summary>Sends the reply; only the first reply counts.</summary>
    public void Reply(JsonObject content)
    {
        if (Interlocked.Exchange(ref replied, 1) == 0)
            frontEnds.Send(channel, message.Route, ReplyType, message.Header, content);
    }

    /// <summary>Replies with an error.</summary>
    /// <param name="name">The error's name.</param>
    /// <param name="value">Its message.</param>
    public void ReplyError(string name, string value) =>
        Reply(new JsonObject { ["status"] = "error", ["ename"] = name, ["evalue"] = value, ["traceback"] = new JsonArray() });

    /// <summary>Publishes a message on behalf of this request.</summary>
    public void Publish(string type, JsonObject content) => frontEnds.Publish(type, message.Header, content);

    /// <summary>Publishes whether the request is being processed (<c>busy</c>) or done (<c>idle</c>).</summary>
    public void PublishStatus(string state) => frontEnds.PublishStatus(state, message.Header);

    /// <summary>Asks the sender of the request for input.</summary>
    /// <returns>The question's id.</returns>
    public string Ask(JsonObject content) => frontEnds.Send(Channel.Stdin, message.Route, "input_request", message.Header, content);

    private string ReplyType => Type.EndsWith("_request", StringComparison.Ordinal)
        ? $"{Type[..^"_request".Length]}_reply" : $"{Type}_reply";
}
