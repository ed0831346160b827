using System.Text.Json.Nodes;
using Course.Jupyter.Wire;
using Course.Notebooks.Documents;
using Course.Notebooks.Language;

namespace Course.Jupyter.Serving;

/// <summary>Answers questions about code being edited.</summary>
internal sealed class LanguageRequests(LanguageServices language)
{
    // These services need the thread pool, which a cell may have exhausted; the requests queued behind the question are cells.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <summary>Answers a <c>complete_request</c>.</summary>
    public JsonObject Complete(Message request)
    {
        string code = Code(request);
        int cursor = Cursor(request, code);
        CellCompletions found = InTime(stop => language.CompleteAsync(code, cursor, stop)) ?? new CellCompletions(cursor, cursor, []);
        int start = CodePoints.FromUnits(code, found.Start);
        int end = CodePoints.FromUnits(code, found.End);
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            // JupyterLab looks for the kinds of completions under this name, and shows them.
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] =
                    new JsonArray(
                    [.. found.Items.Select(item => (JsonNode)new JsonObject { ["text"] = item.Text, ["type"] = item.Kind, ["start"] = start,
                        ["end"] = end })]),
            },
        };
    }

    /// <summary>Answers an <c>inspect_request</c>.</summary>
    public JsonObject Inspect(Message request)
    {
        string code = Code(request);
        MimeBundle? explanation = InTime(stop => language.InspectAsync(code, Cursor(request, code), stop));
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = explanation is not null,
            ["data"] = Outputs.Data(explanation ?? new MimeBundle()),
            ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>Answers an <c>is_complete_request</c>.</summary>
    public static JsonObject IsComplete(Message request)
    {
        CompletenessAnswer answer = LanguageServices.IsComplete(Code(request));
        return answer.Completeness switch
        {
            CellCompleteness.Complete => new JsonObject { ["status"] = "complete" },
            CellCompleteness.Incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = answer.Indent },
            _ => new JsonObject { ["status"] = "invalid" },
        };
    }

    private static T? InTime<T>(Func<CancellationToken, Task<T>> ask)
        where T : class?
    {
        using var stop = new CancellationTokenSource(patience);
        try
        {
            Task<T> answer = ask(stop.Token);
            return answer.Wait(patience, CancellationToken.None) ? answer.Result : null;
        }
        catch (AggregateException e) when (e.InnerException is OperationCanceledException)
        {
            return null;
        }
    }

    private static string Code(Message request) =>
        request.Text("code") ?? throw new BadRequestException($"A {request.Header.Type} needs \"code\".");

    private static int Cursor(Message request, string code) => CodePoints.ToUnits(code, request.Number("cursor_pos") ?? int.MaxValue);
}
