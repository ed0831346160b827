using System.Text;
using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Serving;

/// <summary>Sends messages to front ends in the kernel's session. Can be used from any thread.</summary>
internal sealed class FrontEnds
{
    private readonly string session = Guid.NewGuid().ToString("N");
    private readonly KernelSockets sockets;
    private long sent;

    public FrontEnds(KernelSockets sockets) => this.sockets = sockets;

    /// <summary>Sends a message to one front end.</summary>
    /// <returns>Its id.</returns>
    public string Send(Channel channel, IReadOnlyList<byte[]> route, string type, MessageHeader parent, JsonObject content)
    {
        var header = MessageHeader.Create(type, session, Interlocked.Increment(ref sent));
        sockets.Send(channel, new Message(route, header, parent, content));
        return header.Id;
    }

    /// <summary>Sends a message to all front ends.</summary>
    public void Publish(string type, MessageHeader parent, JsonObject content) =>
        Send(Channel.IOPub, [Encoding.ASCII.GetBytes($"kernel.{session}.{type}")], type, parent, content);

    /// <summary>Tells all front ends the kernel's state.</summary>
    /// <param name="state"><c>starting</c>, <c>busy</c> or <c>idle</c>.</param>
    /// <param name="parent">The header of the request that caused it.</param>
    public void PublishStatus(string state, MessageHeader parent) =>
        Publish("status", parent, new JsonObject { ["execution_state"] = state });
}
