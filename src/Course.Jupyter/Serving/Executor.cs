using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Jupyter.Serving;

/// <summary>Runs cells in the kernel and reports their outputs.</summary>
internal sealed class Executor(CSharpKernel kernel, ExecutionHistory history, StdinRequests input)
{
    private readonly Lock gate = new();
    private CancellationTokenSource? stop;
    private volatile Request? running;
    private int count;
    private int unnumbered;

    /// <summary>Raised when the first cell has run.</summary>
    public event Action? Ran;

    /// <summary>The request whose cell runs; null between cells.</summary>
    public Request? Running => running;

    /// <summary>Stops the running cell, if there is one; returns at once.</summary>
    public void Interrupt()
    {
        lock (gate)
            stop?.Cancel();
    }

    /// <summary>Answers an <c>execute_request</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="abortQueue">Called if the cell failed and the requests queued behind it must not run.</param>
    public void Execute(Request request, Action abortQueue)
    {
        string code = request.Message.Text("code") ?? throw new BadRequestException("An execute_request needs \"code\".");
        bool silent = request.Message.Flag("silent") ?? false;
        bool numbered = !silent && (request.Message.Flag("store_history") ?? true);
        if (numbered)
            count++;
        if (!silent)
            request.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count });

        using var stop = new CancellationTokenSource();
        Begin(request, stop);
        CellResult result = Run(code, numbered ? CellName(count) : UnnumberedName("cell"), silent
            ? _ => { }
        : output => Publish(request, output), stop.Token);
        JsonObject reply = result.Error is { } error
            ? Failed(request, error, silent) : Succeeded(request, result.Value, silent, stop.Token);
        End();
        if (numbered)
            history.Add(count, code, result.Value?.Text("text/plain"));
        if (result.Error is not null && (request.Message.Flag("stop_on_error") ?? true))
            abortQueue();
        request.Reply(reply);
        Ran?.Invoke();
    }

    /// <summary>Reports, as the last message, that a cell ends the process.</summary>
    public void ReportEnd(string name, string message, string? place)
    {
        if (running is not { } request)
            return;
        var error = new ErrorReport
        {
            Kind = ErrorKind.Runtime,
            Name = name,
            Message = message,
            Traceback = place is null
            ? [message] : [message, place]
        };
        request.Reply(Failed(request, error, silent: false));
        request.PublishStatus("idle");
    }

    private static string CellName(int number) => string.Create(CultureInfo.InvariantCulture, $"cell {number}");

    private string UnnumberedName(string what) => string.Create(CultureInfo.InvariantCulture, $"unnumbered {what} {++unnumbered}");

    private void Begin(Request request, CancellationTokenSource stop)
    {
        lock (gate)
            this.stop = stop;
        running = request;
        input.Serve(request);
    }

    private void End()
    {
        input.Close();
        running = null;
        lock (gate)
            stop = null;
    }

    private CellResult Run(string code, string name, Action<KernelOutput> emit, CancellationToken stop)
    {
        // Doing both at once would do the same work twice, and two concurrent first compilations upset the compiler's caches.
        CSharpKernel.WarmUp().Wait(CancellationToken.None);
        return kernel.Run(code, name, emit, stop);
    }

    private JsonObject Succeeded(Request request, MimeBundle? value, bool silent, CancellationToken stop)
    {
        if (value is not null && !silent)
            request.Publish("execute_result", new JsonObject
            {
                ["data"] = Outputs.Data(value),
                ["metadata"] = new JsonObject(),
                ["execution_count"] = count
            });
        return new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = count,
            ["payload"] = new JsonArray(),
            ["user_expressions"] = Evaluate(request.Message.Content["user_expressions"] as JsonObject, stop),
        };
    }

    private JsonObject Failed(Request request, ErrorReport error, bool silent)
    {
        if (!silent)
            request.Publish("error", Outputs.Error(error));
        JsonObject reply = Outputs.Error(error);
        reply["status"] = "error";
        reply["execution_count"] = count;
        return reply;
    }

    private JsonObject Evaluate(JsonObject? expressions, CancellationToken stop)
    {
        var values = new JsonObject();
        foreach ((string name, JsonNode? expression) in expressions ?? [])
        {
            CellResult result = Run(expression is JsonValue text && text.TryGetValue(out string? code)
                ? code : "", UnnumberedName("expression"), _ => { }, stop);
            JsonObject value = result.Error is { } error
                ? Outputs.Error(error)
                : new JsonObject { ["data"] = Outputs.Data(result.Value ?? new MimeBundle()), ["metadata"] = new JsonObject() };
            value["status"] = result.Succeeded ? "ok" : "error";
            values[name] = value;
        }

        return values;
    }

    private static void Publish(Request request, KernelOutput output)
    {
        (string type, JsonObject content) = output switch
        {
            StreamWritten written => ("stream", new JsonObject { ["name"] = written.Name, ["text"] = written.Text }),
            Displayed shown => ("display_data", Outputs.Display(shown.Data, shown.Id)),
            DisplayUpdated updated => ("update_display_data", Outputs.Display(updated.Data, updated.Id)),
            OutputCleared cleared => ("clear_output", new JsonObject { ["wait"] = cleared.Wait }),
            _ => throw new UnreachableException(),
        };
        request.Publish(type, content);
    }
}
