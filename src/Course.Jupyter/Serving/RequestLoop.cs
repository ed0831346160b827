using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Course.Jupyter.Serving;

/// <summary>
/// Answers the requests of one channel, one after another, on a thread of its own: the pool's may be what a cell has used up. All are told
/// when it begins and when it is done with each.
/// </summary>
internal sealed class RequestLoop(string name, Dictionary<string, Action<Request>> answers)
{
    private readonly BlockingCollection<Request> waiting = [];

    public void Start() => new Thread(Run) { IsBackground = true, Name = name }.Start();

    /// <summary>Puts a request at the end.</summary>
    public void Add(Request request) => waiting.Add(request);

    /// <summary>Nothing that waits to be executed will be.</summary>
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
            // Whatever went wrong with this one, the next is answered.
            request.ReplyError(e.GetType().Name, e.Message);
        }

        request.PublishStatus("idle");
    }
}
