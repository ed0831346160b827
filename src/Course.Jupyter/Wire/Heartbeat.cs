using NetMQ;
using NetMQ.Sockets;

namespace Course.Jupyter.Wire;

/// <summary>Echoes what it receives, on its own thread, so that a front end sees that the process is alive.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly ResponseSocket socket = new();
    private readonly NetMQPoller poller;

    /// <summary>Binds the socket and starts.</summary>
    /// <exception cref="ConnectionFileException">The address is not available.</exception>
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
