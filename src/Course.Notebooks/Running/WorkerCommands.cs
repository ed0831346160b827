using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;

namespace Course.Notebooks.Running;

/// <summary>The worker's ear: reads commands on a thread of its own, so that a cell can be stopped while it runs.</summary>
internal sealed class WorkerCommands : IDisposable
{
    private readonly AnonymousPipeClientStream _pipe;
    private readonly BlockingCollection<WorkerCommand.RunCell> _cells = [];
    private readonly ConcurrentDictionary<int, CancellationTokenSource> _stops = new();

    public WorkerCommands(string handle)
    {
        _pipe = new AnonymousPipeClientStream(PipeDirection.In, handle);
        ProcessFence.KeepFromChildren(_pipe.SafePipeHandle);
        new Thread(Listen) { IsBackground = true, Name = "commands" }.Start();
    }

    /// <summary>The cells to run, as they come in.</summary>
    public IEnumerable<WorkerCommand.RunCell> Cells() => _cells.GetConsumingEnumerable();

    /// <summary>Is cancelled when the runner wants the cell stopped.</summary>
    public CancellationToken StopOf(int cell) => Stop(cell).Token;

    public void Dispose()
    {
        _cells.Dispose();
        _pipe.Dispose();
    }

    private void Listen()
    {
        using var lines = new StreamReader(_pipe, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            switch (JsonSerializer.Deserialize(line, RunJson.Default.WorkerCommand))
            {
                case WorkerCommand.Enter enter:
                    Environment.CurrentDirectory = enter.Directory;
                    break;
                case WorkerCommand.RunCell cell:
                    _cells.Add(cell);
                    break;
                case WorkerCommand.StopCell stop:
                    Stop(stop.Number).Cancel();
                    break;
            }
        }

        // The runner has what it wants, or is gone. Handlers of the process's end, destructors of native libraries and
        // threads that cells left behind are of no interest any more.
        ProcessFence.EndEverythingInside();
    }

    private CancellationTokenSource Stop(int cell) => _stops.GetOrAdd(cell, _ => new CancellationTokenSource());
}
