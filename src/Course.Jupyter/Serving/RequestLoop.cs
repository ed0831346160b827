using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Course.Jupyter.Serving;

/// <summary>
/// Answers the requests on one channel, one after another, on its own thread, because a cell may have exhausted the pool. It publishes the
/// start and the end of each request.
/// </summary>
internal sealed class RequestLoop(string name, Dictionary<string, Action<Request>> answers)
{
    private readonly BlockingCollection<Request> waiting = [];

    public void Start() => new Thread(Run) { IsBackground = true, Name = name }.Start();

    /// <summary>Appends a request to the queue.</summary>
    public void Add(Request request) => waiting.Add(request);

    /// <summary>Aborts all queued executions.</summary>
    public void AbortExecutions()
    {
        foreach (Request request in waiting)
            request.Aborted |= request.Type == "execute_request";
    }

    private void Run()
    {
        foreach (Request request in waiting.GetConsumingEnumerable())
            Answer(request);
    }

    private void Answer(Request request)
    {
        request.PublishStatus("busy");
        try
        {
            if (request.Aborted)
                request.Reply(new JsonObject { ["status"] = "aborted", ["execution_count"] = 0 });
            else if (answers.TryGetValue(request.Type, out Action<Request>? answer))
                answer(request);
            else if (request.Type.EndsWith("_request", StringComparison.Ordinal))
                request.ReplyError("NotSupported", $"The C# kernel does not know {request.Type}.");
        }
        catch (BadRequestException e)
        {
            request.ReplyError("BadRequest", e.Message);
        }
        catch (Exception e)
        {
            // Whatever went wrong with this request, the next one is answered.
            request.ReplyError(e.GetType().Name, e.Message);
        }

        request.PublishStatus("idle");
    }
}
