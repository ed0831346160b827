using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace Course.Jupyter.Client;

/// <summary>A front end without a user interface: talks to a kernel over its sockets. For use by one thread.</summary>
internal sealed class KernelClient : IDisposable
{
    private readonly MessageCodec codec;
    private readonly string session = Guid.NewGuid().ToString("N");
    private readonly Dictionary<Channel, NetMQSocket> sockets = [];
    private long sent;

    public KernelClient(ConnectionFile connection)
    {
        codec = new MessageCodec(connection);
        foreach (Channel channel in new[] { Channel.Shell, Channel.Control, Channel.Stdin })
        {
            var dealer = new DealerSocket();
            // One identity on all channels: the kernel sends stdin questions to the identity it received from on shell.
            dealer.Options.Identity = System.Text.Encoding.ASCII.GetBytes(session);
            Connect(channel, dealer, connection);
        }

        var subscriber = new SubscriberSocket();
        subscriber.Options.ReceiveHighWatermark = 0;
        subscriber.SubscribeToAnyTopic();
        Connect(Channel.IOPub, subscriber, connection);
    }

    /// <summary>Sends a message.</summary>
    /// <returns>Its id.</returns>
    public string Send(Channel channel, string type, JsonObject content)
    {
        var header = MessageHeader.Create(type, session, ++sent);
        SendRaw(channel, codec.Encode(new Message([], header, MessageHeader.None, content)));
        return header.Id;
    }

    /// <summary>The signed frames of a message, as <see cref="Send"/> would send them.</summary>
    public IReadOnlyList<byte[]> Frames(string type, JsonObject content) =>
        codec.Encode(new Message([], MessageHeader.Create(type, session, ++sent), MessageHeader.None, content));

    /// <summary>Sends any frames.</summary>
    public void SendRaw(Channel channel, IReadOnlyList<byte[]> frames) => sockets[channel].SendMultipartBytes(frames);

    /// <summary>The next message on a channel; null if none arrives in time.</summary>
    public Message? TryReceive(Channel channel, TimeSpan patience)
    {
        long started = Stopwatch.GetTimestamp();
        do
        {
            var frames = new NetMQMessage();
            TimeSpan left = patience - Stopwatch.GetElapsedTime(started);
            if (!sockets[channel].TryReceiveMultipartMessage(left > TimeSpan.Zero ? left : TimeSpan.Zero, ref frames))
                return null;
            if (codec.Decode([.. frames.Select(frame => frame.ToByteArray(copy: true))]) is { } message)
                return message;
        }
        while (true);
    }

    /// <summary>The next message on a channel.</summary>
    /// <exception cref="TimeoutException">None arrives in time.</exception>
    public Message Receive(Channel channel, TimeSpan patience) =>
        TryReceive(channel, patience)
        ?? throw new TimeoutException($"The kernel said nothing on {channel} for {patience.TotalSeconds:0.#} s.");

    /// <summary>Sends a request and waits for its reply; other messages on the channel are dropped.</summary>
    /// <exception cref="TimeoutException">None arrives in time.</exception>
    public Message Request(Channel channel, string type, JsonObject content, TimeSpan patience) =>
        Reply(channel, Send(channel, type, content), patience);

    /// <summary>Waits for the reply to a request.</summary>
    /// <exception cref="TimeoutException">None arrives in time.</exception>
    public Message Reply(Channel channel, string request, TimeSpan patience)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            Message message = Receive(channel, patience - Stopwatch.GetElapsedTime(started));
            if (message.Parent.Id == request)
                return message;
        }
    }

    /// <summary>
    /// The messages published for a request until the kernel is done with it, including the status messages at both ends.
    /// </summary>
    /// <exception cref="TimeoutException">It is not done in time.</exception>
    public IReadOnlyList<Message> Published(string request, TimeSpan patience)
    {
        long started = Stopwatch.GetTimestamp();
        var published = new List<Message>();
        while (true)
        {
            Message message = Receive(Channel.IOPub, patience - Stopwatch.GetElapsedTime(started));
            if (message.Parent.Id != request)
                continue;
            published.Add(message);
            if (message.Header.Type == "status" && message.Text("execution_state") == "idle")
                return published;
        }
    }

    /// <summary>Waits until the kernel answers and its published messages arrive.</summary>
    /// <exception cref="TimeoutException">It does not answer in time.</exception>
    public Message AwaitReady(TimeSpan patience)
    {
        long started = Stopwatch.GetTimestamp();
        Message info = Request(Channel.Shell, "kernel_info_request", [], patience);
        // Messages published before the subscription has arrived are lost, so ask again.
        while (TryReceive(Channel.IOPub, TimeSpan.FromMilliseconds(50)) is null)
            Request(Channel.Shell, "kernel_info_request", [], patience - Stopwatch.GetElapsedTime(started));
        while (TryReceive(Channel.IOPub, TimeSpan.FromMilliseconds(50)) is not null)
        {
            // Left over from the requests just made.
        }

        return info;
    }

    public void Dispose()
    {
        foreach (NetMQSocket socket in sockets.Values)
            socket.Dispose();
    }

    private void Connect(Channel channel, NetMQSocket socket, ConnectionFile connection)
    {
        socket.Options.IPv4Only = !connection.IsIPv6;
        socket.Options.SendHighWatermark = 0;
        // If the kernel has not bound its sockets yet, try again soon.
        socket.Options.ReconnectInterval = TimeSpan.FromMilliseconds(20);
        socket.Connect(connection.EndpointOf(channel));
        sockets.Add(channel, socket);
    }
}
