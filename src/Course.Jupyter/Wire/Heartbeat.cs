using NetMQ;
using NetMQ.Sockets;

namespace Course.Jupyter.Wire;

/// <summary>Sends back what comes, on a thread of its own, so that a front end sees that the process lives.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly ResponseSocket _socket = new();
    private readonly NetMQPoller _poller;

    /// <summary>Binds the socket and begins.</summary>
    /// <exception cref="ConnectionFileException">The address cannot be had.</exception>
    public Heartbeat(ConnectionFile connection)
    {
        KernelSockets.Bind(_socket, Channel.Heartbeat, connection);
        _socket.ReceiveReady += (_, _) =>
        {
            var beat = new NetMQMessage();
            if (_socket.TryReceiveMultipartMessage(ref beat))
                _socket.SendMultipartMessage(beat);
        };
        _poller = [_socket];
        _poller.RunAsync("jupyter heartbeat", isBackgroundThread: true);
    }

    public void Dispose()
    {
        _poller.Dispose();
        _socket.Dispose();
    }
}
