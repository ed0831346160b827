using Course.Alignment;
using Course.Alignment.Charts;
using Plotly.NET;

namespace Course.Tests.Alignment.Charts;

public class AlignmentChartTests
{
    [Fact]
    public void Each_run_has_a_line_for_its_true_score_and_one_for_its_reward()
    {
        PpoPoint[] points = [new(0, 0.1, 0.7, 0, 0, 0, 0), new(1, 0.5, 1, 0.4, 0, 0, 0)];

        Trace[] traces = [.. GenericChart.getTraces(PpoCharts.ByUpdate("run", ("one", points), ("two", points)))];

        Assert.Equal(4, traces.Length);
        Assert.Equal([0.7, 1], Numbers(traces[0], "y"));
        Assert.Equal([0.1, 0.5], Numbers(traces[1], "y"));
    }

    [Fact]
    public void A_chart_of_a_window_has_each_message_once_per_turn_and_greys_what_has_fallen_out()
    {
        var talk = new Conversation(window: 24, system: "be polite");
        foreach (string text in (string[])["hello my name is ada", "what is 1 + 2 ?", "what is 2 + 2 ?"])
        {
            talk.Add(ChatMessage.User(text));
            talk.Add(ChatMessage.Assistant("gladly"));
        }

        Trace[] traces = [.. GenericChart.getTraces(WindowCharts.Filling("window", talk, "ada"))];

        Assert.Equal(4, traces.Length);
        Assert.Equal(3 + 1 + 3 + 5, traces.Sum(trace => Numbers(trace, "x").Length));     // a system prompt each, and 1, 3, 5 messages
        Assert.All(Numbers(traces[0], "base"), from => Assert.Equal(-4, from));
    }

    [Fact]
    public void Chance_is_drawn_beside_what_is_recalled() =>
        Assert.Equal(3, GenericChart.getTraces(WindowCharts.Recall("recall", 1.0 / 16, ("one", [1, 0.1]), ("two", [1, 0.9]))).Length);

    [Fact]
    public void Distances_are_drawn_as_given() =>
        Assert.Equal([0, 1.5], Numbers(GenericChart.getTraces(PpoCharts.ByDistance("distance", ("one", [0, 1.5], [0.7, 1])))[0], "x"));

    private static double[] Numbers(Trace trace, string name) => (double[])trace.GetPropertyValue(name)!;
}
