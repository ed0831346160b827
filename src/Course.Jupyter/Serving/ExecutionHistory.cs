using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Serving;

/// <summary>The cells executed since the kernel started, which form its only session.</summary>
internal sealed class ExecutionHistory
{
    private const int Session = 1;

    private readonly List<Entry> entries = [];

    /// <summary>Records a cell.</summary>
    public void Add(int line, string code, string? result) => entries.Add(new Entry(line, code, result));

    /// <summary>Answers a <c>history_request</c>.</summary>
    public JsonObject Answer(Message request)
    {
        bool withOutput = request.Flag("output") ?? false;
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] =
                new JsonArray(
                [.. Find(request)
                    .Select(entry => (JsonNode)new JsonArray(Session, entry.Line, withOutput
                        ? new JsonArray(entry.Code, entry.Result) : entry.Code))]),
        };
    }

    private IEnumerable<Entry> Find(Message request) => request.Text("hist_access_type") switch
    {
        "tail" => Last(entries, request.Number("n")),
        "range" => Range(request.Number("session") ?? 0, request.Number("start") ?? 0, request.Number("stop") ?? int.MaxValue),
        "search" => Search(request.Text("pattern") ?? "*", request.Flag("unique") ?? false, request.Number("n")),
        _ => throw new BadRequestException("hist_access_type must be \"tail\", \"range\" or \"search\"."),
    };

    // 0 also means the current session.
    private IEnumerable<Entry> Range(int session, int start, int stop) =>
        session is 0 or Session ? entries.Where(entry => entry.Line >= start && entry.Line < stop) : [];

    private IEnumerable<Entry> Search(string pattern, bool unique, int? most)
    {
        IEnumerable<Entry> found = entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
        if (unique)
            found = found.Reverse().DistinctBy(entry => entry.Code).Reverse();
        return Last([.. found], most);
    }

    private static IEnumerable<Entry> Last(IReadOnlyCollection<Entry> entries, int? most) => entries.TakeLast(most ?? entries.Count);

    private sealed record Entry(int Line, string Code, string? Result);
}
