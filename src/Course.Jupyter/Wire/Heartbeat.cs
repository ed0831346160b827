using NetMQ;
using NetMQ.Sockets;

namespace Course.Jupyter.Wire;

/// <summary>Sends back what comes, on a thread of its own, so that a front end sees that the process lives.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly ResponseSocket socket = new();
    private readonly NetMQPoller poller;

    /// <summary>Binds the socket and begins.</summary>
    /// <exception cref="ConnectionFileException">The address cannot be had.</exception>
    public Heartbeat(ConnectionFile connection)
    {
        KernelSockets.Bind(socket, Channel.Heartbeat, connection);
        socket.ReceiveReady += (_, _) =>
        {
            var beat = new NetMQMessage();
            if (socket.TryReceiveMultipartMessage(ref beat))
                socket.SendMultipartMessage(beat);
        };
        poller = [socket];
        poller.RunAsync("jupyter heartbeat", isBackgroundThread: true);
    }

    public void Dispose()
    {
        poller.Dispose();
        socket.Dispose();
    }
}
