using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Course.Notebooks.Isolation;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Worker;

/// <summary>Reads the worker's commands on a separate thread, so that a cell can be stopped while it runs.</summary>
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

    /// <summary>The commands to execute, one after another, as they arrive.</summary>
    public IEnumerable<WorkerCommand> Work() => work.GetConsumingEnumerable();

    /// <summary>Cancelled when the runner wants the cell stopped.</summary>
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

        // The runner has everything it wants, or is gone. Exit handlers, destructors of native libraries and threads left behind by cells
        // no longer matter.
        ProcessIsolation.EndEverythingInside();
    }

    private CancellationTokenSource Stop(int cell) => stops.GetOrAdd(cell, _ => new CancellationTokenSource());
}
