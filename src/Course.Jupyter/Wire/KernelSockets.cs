using NetMQ;
using NetMQ.Sockets;

namespace Course.Jupyter.Wire;

/// <summary>
/// The kernel's four sockets and the one thread that owns them, because NetMQ's sockets are not thread-safe. Any thread can put messages
/// into a queue; the owning thread sends them in that order.
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

    /// <summary>Binds the sockets without listening yet.</summary>
    /// <param name="connection">The addresses.</param>
    /// <param name="codec">Signs and verifies messages.</param>
    /// <param name="receive">Receives each valid message, on the sockets' thread; must not throw or wait.</param>
    /// <exception cref="ConnectionFileException">An address is not available.</exception>
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

    /// <summary>Starts to listen.</summary>
    public void Start() => thread.Start();

    /// <summary>Queues a message; it is discarded once the sockets are closed.</summary>
    public void Send(Channel channel, Message message)
    {
        IReadOnlyList<byte[]> frames = codec.Encode(message);
        lock (gate)
        {
            if (!closed)
                outgoing.Enqueue((channel, frames));
        }
    }

    /// <summary>Sends the queued messages and waits up to a second until they have left.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
                return;
            closed = true;
            // Marks the end of the queue: everything before it is sent first.
            outgoing.Enqueue((default, []));
        }

        if (thread.IsAlive)
            thread.Join(linger);

        poller.Dispose();
        outgoing.Dispose();
        foreach (NetMQSocket socket in sockets.Values)
            socket.Dispose();
    }

    /// <summary>Binds a socket to its address only.</summary>
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
        // No limit: a full queue would drop outputs silently. A cell's output has its own limit.
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
