using NetMQ;
using NetMQ.Sockets;

namespace Course.Jupyter.Wire;

/// <summary>
/// The kernel's four sockets and the one thread that owns them: NetMQ's sockets bear no second. What is to be sent goes to that thread
/// through a queue, from whichever thread, and in the order in which it was put there.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    private static readonly TimeSpan linger = TimeSpan.FromSeconds(1);

    private readonly MessageCodec codec;
    private readonly Action<Channel, Message> receive;
    private readonly Dictionary<Channel, NetMQSocket> sockets = [];
    private readonly NetMQQueue<(Channel To, IReadOnlyList<byte[]> Frames)> outgoing = new();
    private readonly NetMQPoller poller;
    private readonly Thread thread;
    private readonly Lock gate = new();
    private bool closed;

    /// <summary>Binds the sockets, and hears nothing yet.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="codec">Signs and verifies.</param>
    /// <param name="receive">Gets each good message, on the sockets' thread; must not throw or wait.</param>
    /// <exception cref="ConnectionFileException">An address cannot be had.</exception>
    public KernelSockets(ConnectionFile connection, MessageCodec codec, Action<Channel, Message> receive)
    {
        this.codec = codec;
        this.receive = receive;
        Bind(Channel.Shell, new RouterSocket(), connection);
        Bind(Channel.Control, new RouterSocket(), connection);
        Bind(Channel.Stdin, new RouterSocket(), connection);
        Bind(Channel.IOPub, new PublisherSocket(), connection);
        outgoing.ReceiveReady += (_, _) => SendAll();
        poller = [outgoing, .. sockets.Where(socket => socket.Key != Channel.IOPub).Select(socket => socket.Value)];
        thread = new Thread(poller.Run) { IsBackground = true, Name = "jupyter sockets" };
    }

    /// <summary>Begins to listen.</summary>
    public void Start() => thread.Start();

    /// <summary>Puts a message into the queue; when the sockets are closed it goes nowhere.</summary>
    public void Send(Channel channel, Message message)
    {
        IReadOnlyList<byte[]> frames = codec.Encode(message);
        lock (gate)
        {
            if (!closed)
                outgoing.Enqueue((channel, frames));
        }
    }

    /// <summary>Sends what is in the queue and waits, for a second at most, until it has left.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
                return;
            closed = true;
            // The end of the queue: what stands before it is sent first.
            outgoing.Enqueue((default, []));
        }

        if (thread.IsAlive)
            thread.Join(linger);

        poller.Dispose();
        outgoing.Dispose();
        foreach (NetMQSocket socket in sockets.Values)
            socket.Dispose();
    }

    /// <summary>Binds a socket to its address, and to no other.</summary>
    internal static void Bind(NetMQSocket socket, Channel channel, ConnectionFile connection)
    {
        socket.Options.IPv4Only = !connection.IsIPv6;
        socket.Options.Linger = linger;
        try
        {
            socket.Bind(connection.EndpointOf(channel));
        }
        catch (Exception e) when (e is NetMQException or System.Net.Sockets.SocketException or ArgumentException)
        {
            throw new ConnectionFileException(
                $"{connection.EndpointOf(channel)} cannot be had for the {channel} channel: another program may hold the port; start the kernel again with other ports. ({e.Message})");
        }
    }

    private void Bind(Channel channel, NetMQSocket socket, ConnectionFile connection)
    {
        // No limit: a full queue would drop outputs silently. A cell's output has a limit of its own.
        socket.Options.SendHighWatermark = 0;
        socket.ReceiveReady += (_, _) => ReceiveFrom(channel, socket);
        sockets.Add(channel, socket);
        Bind(socket, channel, connection);
    }

    private void ReceiveFrom(Channel channel, NetMQSocket socket)
    {
        var frames = new NetMQMessage();
        if (socket.TryReceiveMultipartMessage(ref frames)
            && codec.Decode([.. frames.Select(frame => frame.ToByteArray(copy: true))]) is { } message)
            receive(channel, message);
    }

    private void SendAll()
    {
        while (outgoing.TryDequeue(out (Channel To, IReadOnlyList<byte[]> Frames) next, TimeSpan.Zero))
        {
            if (next.Frames.Count == 0)
            {
                poller.Stop();
                return;
            }

            sockets[next.To].SendMultipartBytes(next.Frames);
        }
    }
}
