using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Course.Notebooks.Isolation;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Worker;

/// <summary>The worker's ear: reads commands on a thread of its own, so that a cell can be stopped while it runs.</summary>
internal sealed class WorkerCommands : IDisposable
{
    private readonly AnonymousPipeClientStream pipe;
    private readonly BlockingCollection<WorkerCommand> work = [];
    private readonly ConcurrentDictionary<int, CancellationTokenSource> stops = new();

    public WorkerCommands(string handle)
    {
        pipe = new AnonymousPipeClientStream(PipeDirection.In, handle);
        ProcessIsolation.KeepFromChildren(pipe.SafePipeHandle);
        new Thread(Listen) { IsBackground = true, Name = "commands" }.Start();
    }

    /// <summary>What is to be done, one thing after the other, as it comes in.</summary>
    public IEnumerable<WorkerCommand> Work() => work.GetConsumingEnumerable();

    /// <summary>Is cancelled when the runner wants the cell stopped.</summary>
    public CancellationToken StopOf(int cell) => Stop(cell).Token;

    public void Dispose()
    {
        work.Dispose();
        pipe.Dispose();
    }

    private void Listen()
    {
        using var lines = new StreamReader(pipe, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            switch (JsonSerializer.Deserialize(line, ProtocolJson.Default.WorkerCommand))
            {
                case WorkerCommand.Enter enter:
                    Environment.CurrentDirectory = enter.Directory;
                    break;
                case WorkerCommand.StopCell stop:
                    Stop(stop.Number).Cancel();
                    break;
                case { } work:
                    this.work.Add(work);
                    break;
            }
        }

        // The runner has what it wants, or is gone. Handlers of the process's end, destructors of native libraries and
        // threads that cells left behind are of no interest any more.
        ProcessIsolation.EndEverythingInside();
    }

    private CancellationTokenSource Stop(int cell) => stops.GetOrAdd(cell, _ => new CancellationTokenSource());
}
