using Course.Plots;
using Course.Scaling.Charts;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Alignment.Charts;

/// <summary>What a machine gets to read of a conversation, and what it still knows. Defined in lesson 16.</summary>
public static class WindowCharts
{
    /// <summary>A row for each time that the assistant speaks: what is sent is coloured, what has fallen out is grey.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="name">A name; messages that hold it have a colour of their own.</param>
    public static GenericChart Filling(string title, Conversation conversation, string name)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        List<(string Kind, string Row, double From, double Length, string Text)> bars = [];
        var so = new Conversation(conversation.Window) { Summary = conversation.System?.Text ?? "" };
        int row = 0;
        foreach (ChatMessage said in conversation.Messages)
        {
            so.Add(said);
            if (said.Role != "user") continue;
            string label = FormattableString.Invariant($"{++row}");
            if (so.System is { } system) bars.Add(("system prompt", label, -system.Length, system.Length, system.Text));
            int from = 0;
            foreach ((int n, ChatMessage message) in so.Messages.Index())
            {
                string kind = n < so.FirstKept ? "fallen out"
                    : message.Text.Split(' ').Contains(name) ? $"holds \"{name}\"" : "in the window";
                bars.Add((kind, label, from, message.Length, $"{message.Role}: {message.Text}"));
                from += message.Length;
            }
        }
        (string Kind, string Colour)[] kinds =
        [
            ("system prompt", Traces.Other), ($"holds \"{name}\"", Traces.Ours), ("in the window", Traces.Rival),
            ("fallen out", Traces.Beside),
        ];
        IEnumerable<Trace> traces = kinds.Where(kind => bars.Any(bar => bar.Kind == kind.Kind)).Select(kind =>
        {
            var own = bars.Where(bar => bar.Kind == kind.Kind).ToArray();
            var trace = new Trace("bar");
            trace.SetProperty("orientation", "h");
            trace.SetProperty("name", kind.Kind);
            trace.SetProperty("y", own.Select(bar => bar.Row).ToArray());
            trace.SetProperty("x", own.Select(bar => bar.Length - 0.3).ToArray());
            trace.SetProperty("base", own.Select(bar => bar.From).ToArray());
            trace.SetProperty("marker", Members(("color", kind.Colour), ("opacity", kind.Kind == "fallen out" ? 0.35 : 1.0)));
            trace.SetProperty("hovertext", own.Select(bar => bar.Text).ToArray());
            return trace.Saying("%{hovertext}");
        });
        var layout = new Layout();
        layout.SetProperty("barmode", "overlay");
        return Traces.Chart(traces, layout).Titled(title, "tokens of the conversation", "the assistant's turn")
            .WithAxis("yaxis", "autorange", "reversed").WithAxis("yaxis", "type", "category").Sized(820, 80 + 48 * Math.Max(4, row));
    }

    /// <summary>How many names are recalled, after how many questions.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="chance">What guessing would give.</param>
    /// <param name="lines">The name of each line, and the shares after 0, 1, 2, ... questions.</param>
    public static GenericChart Recall(string title, double chance, params (string Name, IReadOnlyList<double> Shares)[] lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string[] colours = [Traces.Ours, Traces.Other, Traces.Rival];
        int longest = lines.Max(line => line.Shares.Count);
        IEnumerable<Trace> traces = lines.Select((line, n) => Traces.Of("lines+markers", line.Name, colours[n % colours.Length],
            Enumerable.Range(0, line.Shares.Count).Select(k => (double)k), line.Shares.Select(share => 100 * share))
            .Saying(line.Name + ": %{y:.0f} % after %{x} questions"));
        Trace guess = Traces.Dashed("guessing", Traces.Beside, [0, longest - 1], [100 * chance, 100 * chance])
            .Saying("guessing: %{y:.1f} %");
        return Traces.Chart([.. traces, guess]).Titled(title, "questions between", "names recalled, %").RangeY(-4, 105).Sized(780, 420);
    }
}
