using System.Text.Json.Nodes;
using Course.Plots;

namespace Course.Tests.Plots;

public class NodeLinkDiagramTests
{
    private static readonly DiagramNode[] nodes = [.. "abcdefgh".Select((c, i) => new DiagramNode($"{c}", $"node {c}", Box: i % 2 == 0,
        Above: i % 3 == 0 ? "above it" : "", Below: "a text below"))];

    public static TheoryData<DiagramDirection, int> Cases =>
        new(from direction in Enum.GetValues<DiagramDirection>() from seed in Enumerable.Range(1, 30) select (direction, seed));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layers_follow_links_nodes_stand_apart_and_no_link_crosses_a_foreign_node(DiagramDirection direction, int seed)
    {
        DiagramLink[] links = Links(seed);
        NodeLinkDiagram diagram = NodeLinkDiagram.Of(nodes, links, direction);
        Slot Of(string id) => diagram.Slots[id[0] - 'a'];

        Assert.All(links.Where(link => !link.Feedback && link.From != link.To),
            link => Assert.True(Of(link.From).Along + Of(link.From).Ahead < Of(link.To).Along - Of(link.To).Back));
        // The label of a loop stands in the room of its node.
        Slot[] rooms = [.. diagram.Slots, .. diagram.Labels.Where((label, i) => label.Low > 0 && links[i].From != links[i].To)];
        Assert.All(rooms, a => Assert.All(rooms.Where(b => b != a), b => Assert.False(
            a.Along - a.Back < b.Along + b.Ahead && b.Along - b.Back < a.Along + a.Ahead
            && a.Across - a.Low < b.Across + b.High && b.Across - b.Low < a.Across + a.High)));
        for (int i = 0; i < links.Length; i++)
        {
            Slot[] foreign = [.. rooms.Where(slot => slot != Of(links[i].From) && slot != Of(links[i].To) && slot != diagram.Labels[i])];
            Assert.All(Samples(diagram.Ways[i]), p => Assert.DoesNotContain(foreign, slot => Inside(slot, p)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_line_runs_through_a_word(DiagramDirection direction, int seed)
    {
        JsonArray traces = ThemedFigure.Of(NodeLinkDiagram.Of(nodes, Links(seed), direction).Chart("words")).Data;
        JsonNode words = traces.Single(trace => (string?)trace!["mode"] == "text")!;
        (double X, double Y, double Width)[] boxes = [.. words["x"].Numbers().Zip(words["y"].Numbers(), words["text"]!.AsArray())
            .Select(word => (word.First, word.Second, 7.0 * ((string)word.Third!).Length))];
        (double X, double Y)[] points = [.. traces.Where(trace => trace!["marker"] is not null)
            .SelectMany(trace => trace!["x"].Numbers().Zip(trace["y"].Numbers()))];

        Assert.All(boxes, box => Assert.DoesNotContain(points,
            p => Math.Abs(p.X - box.X) < box.Width / 2 && Math.Abs(p.Y - box.Y) < 7));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_diagram_is_drawn_twice_alike(int seed)
    {
        string Figure() => ThemedFigure.Of(NodeLinkDiagram.Of(nodes, Links(seed)).Chart("twice")).Data.ToJsonString();

        Assert.Equal(Figure(), Figure());
    }

    [Fact]
    public void Two_links_that_need_not_cross_do_not()
    {
        NodeLinkDiagram diagram = NodeLinkDiagram.Of([new("a", "a"), new("b", "b"), new("c", "c"), new("d", "d")],
            [new("a", "d"), new("b", "c")]);

        Assert.Equal(diagram.Slots[0].Across < diagram.Slots[1].Across, diagram.Slots[3].Across < diagram.Slots[2].Across);
    }

    [Fact]
    public void A_node_stands_as_late_as_what_it_leads_to_allows_unless_its_layer_is_given()
    {
        DiagramLink[] links = [new("a", "b"), new("b", "c"), new("late", "c"), new("early", "c")];
        Slot[] slots = NodeLinkDiagram.Of([new("a", "a"), new("b", "b"), new("c", "c"), new("late", "l"), new("early", "e", Layer: 0)],
            links).Slots;

        Assert.Equal([0, 1, 2, 1, 0], slots.Select(slot => slot.Layer));
    }

    [Fact]
    public void Every_chart_of_a_diagram_has_the_same_traces_in_the_same_places_with_its_own_colours()
    {
        NodeLinkDiagram diagram = NodeLinkDiagram.Of(nodes, Links(3));
        JsonArray quiet = ThemedFigure.Of(diagram.Chart("quiet")).Data;
        JsonArray lit = ThemedFigure.Of(diagram.Chart("lit", node => node with { Fill = "#E69F00", Below = "" },
            link => link with { Colour = "#0072B2", Width = 4 })).Data;

        Assert.Equal(quiet.Count, lit.Count);
        Assert.Equal(Lines(quiet).Select(trace => trace!["x"]!.ToJsonString()), Lines(lit).Select(trace => trace!["x"]!.ToJsonString()));
        Assert.Equal(nodes.Length, lit.Count(trace => (string?)trace!["fillcolor"] == "#E69F00"));
        Assert.DoesNotContain(quiet, trace => trace!["fillcolor"] is { } colour && (string?)colour == "#E69F00");

        static IEnumerable<JsonNode?> Lines(JsonArray traces) => traces.Where(trace => (string?)trace!["mode"] != "text");
    }

    [Fact]
    public void A_chart_takes_its_text_colour_from_the_page_and_writes_black_only_on_what_is_filled()
    {
        ThemedFigure figure = ThemedFigure.Of(NodeLinkDiagram.Of(
            [new("a", "plain", Hover: "told", Group: "kind"), new("b", "full", Fill: "#E69F00")], [new("a", "b")]).Chart("two"));
        JsonNode words = figure.Data.Single(trace => (string?)trace!["mode"] == "text")!;

        Assert.Null(words["textfont"]!["color"]);
        Assert.Equal(["plain", "<span style=\"color:#000000\">full</span>"], words["text"]!.AsArray().Select(text => (string?)text));
        Assert.Single(figure.Data, trace => (string?)trace!["hoverinfo"] == "text" && (string?)trace["text"] == "told");
        Assert.Equal(["kind"], figure.Data.Where(trace => (bool)trace!["showlegend"]!).Select(trace => (string?)trace!["name"]));
        Assert.Equal(ThemeRules.Width, figure.Size.Width);
        Assert.False((bool)figure.Layout["xaxis"]!["visible"]!);
    }

    [Fact]
    public void What_no_picture_can_be_made_of_is_refused_with_one_clear_error()
    {
        DiagramNode[] two = [new("a", "a"), new("b", "b")];
        string Refused(DiagramNode[] nodes, params DiagramLink[] links) =>
            Assert.Throws<ArgumentException>(() => NodeLinkDiagram.Of(nodes, links)).Message;

        Assert.StartsWith("A diagram needs at least one node.", Refused([]), StringComparison.Ordinal);
        Assert.StartsWith("Two nodes of the diagram have the id 'a'.", Refused([.. two, new("a", "again")]), StringComparison.Ordinal);
        Assert.StartsWith("The diagram has no node 'c' for the link from 'a' to 'c'.", Refused(two, new DiagramLink("a", "c")),
            StringComparison.Ordinal);
        Assert.StartsWith("Links among 'a', 'b' lead in a circle: mark one as Feedback.",
            Refused(two, new DiagramLink("a", "b"), new DiagramLink("b", "a")), StringComparison.Ordinal);
        Assert.StartsWith("The link from 'a' (layer 1) to 'b' (layer 0) leads back: mark it as Feedback.",
            Refused([new("a", "a", Layer: 1), new("b", "b", Layer: 0)], new DiagramLink("a", "b")), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => NodeLinkDiagram.Of(two, [], gap: 0));
    }

    // Links of all kinds at random: ahead with labels and marks, loops, and some that lead back.
    private static DiagramLink[] Links(int seed)
    {
        var random = new Random(seed);
        string?[] marks = [null, "circle", "circle-open", "arrow"];
        return [.. Enumerable.Range(0, 14).Select(_ =>
        {
            (int from, int to) = (random.Next(nodes.Length), random.Next(nodes.Length));
            return new DiagramLink(nodes[from].Id, nodes[to].Id, marks[random.Next(4)], Ends: random.Next(1, 4), Feedback: from > to,
                Label: seed % 2 == 0 && random.Next(2) == 0 ? "a label" : "");
        })];
    }

    private static bool Inside(Slot slot, (double Along, double Across) p) =>
        p.Along > slot.Along - slot.Back + 0.1 && p.Along < slot.Along + slot.Ahead - 0.1
        && p.Across > slot.Across - slot.Low + 0.1 && p.Across < slot.Across + slot.High - 0.1;

    // Straight between the points, as it is drawn.
    private static IEnumerable<(double Along, double Across)> Samples(List<LinkPoint> way) =>
        from pair in way.Zip(way.Skip(1))
        from step in Enumerable.Range(0, 11)
        let point = (Along: pair.First.Along + step / 10.0 * (pair.Second.Along - pair.First.Along),
            Across: pair.First.Across + step / 10.0 * (pair.Second.Across - pair.First.Across))
        where !double.IsNaN(point.Along)
        select point;
}
