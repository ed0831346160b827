using System.Threading.Channels;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Worker;

/// <summary>
/// A worker's events that arrived and are not yet read: bounded in number and in bytes. A worker that sends faster than it is read waits,
/// whatever it sends.
/// </summary>
/// <param name="mostBytes">How many bytes may wait; one event may be longer.</param>
internal sealed class EventQueue(int mostBytes)
{
    private const int MostEvents = 64;

    // An object rather than a Lock, because the writer waits on it.
    private readonly object gate = new();
    private readonly Channel<(WorkerEvent Event, int Bytes)> channel = Channel.CreateUnbounded<(WorkerEvent, int)>(
        new UnboundedChannelOptions { SingleReader = true });
    private long bytes;
    private int count;
    private bool complete;

    /// <summary>Adds an event as soon as there is room for it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="length">Its length on the wire in bytes.</param>
    /// <returns>False if nobody will read it any more.</returns>
    public bool Write(WorkerEvent happened, int length)
    {
        lock (gate)
        {
            while (!complete && count > 0 && (count >= MostEvents || bytes + length > mostBytes))
                Monitor.Wait(gate);
            if (complete)
                return false;
            count++;
            bytes += length;
            return channel.Writer.TryWrite((happened, length));
        }
    }

    /// <summary>The next event.</summary>
    /// <exception cref="ChannelClosedException">There will be none; the inner exception says why, if it was the worker's fault.</exception>
    public async ValueTask<WorkerEvent> ReadAsync(CancellationToken cancellation)
    {
        (WorkerEvent happened, int length) = await channel.Reader.ReadAsync(cancellation);
        Release(length);
        return happened;
    }

    /// <summary>The next event if it is there.</summary>
    public WorkerEvent? TryRead()
    {
        if (!channel.Reader.TryRead(out (WorkerEvent Event, int Bytes) next))
            return null;
        Release(next.Bytes);
        return next.Event;
    }

    /// <summary>Takes no more events. Those that wait can still be read.</summary>
    /// <param name="fault">What the worker did wrong; null if nothing.</param>
    public void Complete(Exception? fault = null)
    {
        lock (gate)
        {
            complete = true;
            channel.Writer.TryComplete(fault);
            Monitor.PulseAll(gate);
        }
    }

    private void Release(int length)
    {
        lock (gate)
        {
            count--;
            bytes -= length;
            Monitor.PulseAll(gate);
        }
    }
}
