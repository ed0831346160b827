using System.IO.Pipes;
using System.Text.Json;
using Course.Notebooks.Isolation;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Worker;

/// <summary>Writes the worker's events, one JSON line each, from any thread.</summary>
internal sealed class WorkerReport : IDisposable
{
    private readonly AnonymousPipeClientStream pipe;
    private readonly Lock turn = new();

    public WorkerReport(string handle)
    {
        pipe = new AnonymousPipeClientStream(PipeDirection.Out, handle);
        ProcessIsolation.KeepFromChildren(pipe.SafePipeHandle);
    }

    public void Send(WorkerEvent happened)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(happened, ProtocolJson.Compact.WorkerEvent);
        Array.Resize(ref json, json.Length + 1);
        json[^1] = (byte)'\n';
        lock (turn)
            pipe.Write(json);
    }

    public void Dispose() => pipe.Dispose();
}
