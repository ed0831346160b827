using System.Text;
using System.Text.Json.Nodes;

namespace Course.Plots;

/// <summary>
/// What a figure says to a reader who hears the page: its title, what kind of chart it is, its axes with their ranges, and where each of
/// its first traces begins, ends and turns. All of it is read off the figure itself.
/// </summary>
internal static class ChartSummary
{
    /// <summary>No summary is longer, in characters: a screen reader speaks it in one go.</summary>
    internal const int Longest = 500;

    private const int LongestLabel = 60;

    /// <summary>The summary, in plain text.</summary>
    internal static string Of(ThemedFigure figure)
    {
        JsonObject[] traces = [.. figure.Data.OfType<JsonObject>()];
        IEnumerable<string> said = Kind(traces, figure.Layout) switch
        {
            FigureKind.Pictures => [OfPictures(traces, figure.Layout)],
            FigureKind.Diagram => [OfDiagram(traces)],
            FigureKind.Drawing => [$"A drawing{Listed(Words(traces))}"],
            FigureKind.Space => ["A drawing in space", .. TraceSummary.Names(traces)],
            _ => [.. TraceSummary.Kinds(traces), .. AxisSummary.Of(traces, figure.Layout), .. TraceSummary.Of(traces)],
        };
        string[] title = ThemeRules.TitleOf(figure.Layout) is { Length: > 0 } words ? [PlainText.Of(words)] : [];
        return Joined([.. title, .. OfFilm(figure.Film), .. said]);
    }

    private static IEnumerable<string> OfFilm(Film? film)
    {
        if (film is null) yield break;
        string Label(int frame) => Short(PlainText.Of(film.Labels[frame]));
        int last = film.Labels.Length - 1;
        yield return last == 0 ? "A film of one frame"
            : $"A film of {last + 1} frames, from “{Label(0)}” to “{Label(last)}”; it opens at “{Label(film.OpensAt)}”";
    }

    private static string OfPictures(JsonObject[] traces, JsonObject layout)
    {
        int pictures = Rectangles(layout);
        return $"{(pictures == 1 ? "One picture" : $"{pictures} pictures")}{Listed(Words(traces))}";
    }

    private static string OfDiagram(JsonObject[] traces)
    {
        int nodes = traces.Count(IsNode);
        int links = traces.TakeWhile(trace => !IsNode(trace)).Count();
        return $"A drawing of {Counted(nodes, "node")} and {Counted(links, "link")}{Listed(Words(traces))}";
    }

    private static FigureKind Kind(JsonObject[] traces, JsonObject layout) =>
        traces.Any(IsNode) ? FigureKind.Diagram
        : traces.Any(trace => TypeOf(trace) is "scatter3d" or "mesh3d" or "surface") ? FigureKind.Space
        : !IsHidden(layout["xaxis"]) || !IsHidden(layout["yaxis"]) ? FigureKind.Chart
        : Rectangles(layout) > 0 && traces.Any(trace => TypeOf(trace) == "heatmap") ? FigureKind.Pictures
        : FigureKind.Drawing;

    internal static string TypeOf(JsonObject trace) => (string?)trace["type"] ?? "scatter";

    // A node-link diagram's nodes are closed outlines that answer the pointer as a whole.
    private static bool IsNode(JsonObject trace) => (string?)trace["fill"] == "toself" && (string?)trace["hoveron"] == "fills";

    private static bool IsHidden(JsonNode? axis) => axis is JsonObject settings && settings["visible"] is JsonValue visible
        && visible.TryGetValue(out bool seen) && !seen;

    private static int Rectangles(JsonObject layout) =>
        (layout["shapes"] as JsonArray)?.OfType<JsonObject>().Count(shape => (string?)shape["type"] == "rect") ?? 0;

    // What stands written in the figure.
    private static IEnumerable<string> Words(JsonObject[] traces) =>
        traces.Where(trace => ((string?)trace["mode"])?.Contains("text", StringComparison.Ordinal) == true)
            .SelectMany(trace => TraceSummary.Texts(trace["text"])).Select(PlainText.Of).Where(word => word.Length > 0);

    private static string Listed(IEnumerable<string> words)
    {
        var runs = new List<(string Word, int Times)>();
        foreach (string word in words.Select(Short))
        {
            if (runs is [.., var last] && last.Word == word) runs[^1] = (word, last.Times + 1);
            else runs.Add((word, 1));
        }

        string list = string.Join(", ", runs.Select(run => run.Times > 1 ? $"{run.Times} times {run.Word}" : run.Word));
        return list.Length > 0 ? $": {list}" : "";
    }

    internal static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    internal static string Short(string text) => text.Length <= LongestLabel ? text : text[..(LongestLabel - 1)] + "…";

    // Sentence by sentence, as many as there is room for.
    private static string Joined(IEnumerable<string> sentences)
    {
        var summary = new StringBuilder();
        foreach (string sentence in sentences.Where(sentence => sentence.Length > 0))
        {
            bool ends = sentence[^1] is '.' or '?' or '!' or '…';
            string next = $"{(summary.Length > 0 ? " " : "")}{sentence}{(ends ? "" : ".")}";
            int room = Longest - 3 - summary.Length;
            if (next.Length > room)
            {
                // A list is cut between two of its items, and whatever else has no room is left out.
                int cut = room > 0 ? next.LastIndexOf(", ", room, StringComparison.Ordinal) : -1;
                if (cut > 0) summary.Append(next.AsSpan(0, cut)).Append(", …");
                break;
            }

            summary.Append(next);
        }

        return summary.Length > 0 ? summary.ToString() : "Chart.";
    }

    private enum FigureKind
    {
        Chart,
        Pictures,
        Diagram,
        Drawing,
        Space,
    }
}
