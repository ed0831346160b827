using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.Plots;

/// <summary>
/// Nodes and the links between them: nets, computation graphs, proofs, trees. The nodes stand in layers that follow the links, and no link
/// passes over a node it does not belong to. The places are found once; each <see cref="Chart"/> of a diagram may label and colour its
/// parts anew, so such charts are the frames of an <see cref="Animation"/>.
/// </summary>
/// <example><code>
/// NodeLinkDiagram.Of([new("x", "x", Box: true), new("y", "≥ 1")], [new("x", "y", Mark: "circle")]).Chart("One neuron")
/// </code></example>
public sealed class NodeLinkDiagram
{
    private const double MostScale = 1.2, Margin = 20, Padding = 8, FontSize = 13, LetterWidth = 7.5, LineHeight = 17, TextGap = 4;
    private const string Shade = "rgba(128,128,128,0.12)";
    private readonly DiagramNode[] nodes;
    private readonly DiagramLink[] links;
    private readonly DiagramDirection direction;
    private readonly (double Left, double Top, double Right, double Bottom) frame;

    private NodeLinkDiagram(DiagramNode[] nodes, DiagramLink[] links, (int From, int To)[] ends, DiagramDirection direction, int gap)
    {
        (this.nodes, this.links, this.direction) = (nodes, links, direction);
        bool[] ahead = [.. links.Select((link, i) => !link.Feedback && ends[i].From != ends[i].To)];
        int[] layers = LayeredLayout.Layers(nodes, [.. ends.Where((_, i) => ahead[i])]);
        // Labels stand in layers of their own, between those of the nodes.
        int apart = links.Where((link, i) => ahead[i] && link.Label.Length > 0).Any() ? 2 : 1;
        Labels = [.. links.Select(link => SlotOf(link.Label))];
        Slots = [.. nodes.Select((node, to) =>
            SlotOf(node, apart * layers[to], [.. links.Zip(Labels).Where((_, i) => ends[i].To == to)]))];
        var layout = new LayeredLayout(Slots,
            [.. links.Select((_, i) => (Slots[ends[i].From], Slots[ends[i].To], Labels[i], ahead[i]))], gap);
        Ways = new LinkRoutes(links, Labels, layout.Routes, gap).Ways(layout.Slots.Max(slot => slot.Across + slot.High));
        (double X, double Y)[] corners =
        [
            .. Ways.SelectMany(way => way).Where(point => point != LinkPoint.Lift).Select(point => At(point.Along, point.Across)),
            .. layout.Slots.Select(slot => At(slot.Along - slot.Back, slot.Across - slot.Low)),
            .. layout.Slots.Select(slot => At(slot.Along + slot.Ahead, slot.Across + slot.High)),
        ];
        frame = (corners.Min(p => p.X) - Padding, corners.Min(p => p.Y) - Padding,
            corners.Max(p => p.X) + Padding, corners.Max(p => p.Y) + Padding);
    }

    // Whether links lead to the side; else texts stand right of their nodes, clear of the links that arrive above and leave below.
    private bool Level => direction == DiagramDirection.LeftToRight;

    internal Slot[] Slots { get; }

    internal Slot[] Labels { get; }

    internal List<LinkPoint>[] Ways { get; }

    /// <summary>Finds a place for every node and a way for every link.</summary>
    /// <param name="nodes">The nodes. Where no link says otherwise, those of a layer stand in this order.</param>
    /// <param name="links">The links.</param>
    /// <param name="direction">Where the links lead.</param>
    /// <param name="gap">How far apart the layers are, in pixels.</param>
    /// <exception cref="ArgumentException">There is no node, two have the same id, a link names an unknown id, or a link leads back and is
    /// not marked as feedback.</exception>
    public static NodeLinkDiagram Of(IEnumerable<DiagramNode> nodes, IEnumerable<DiagramLink> links,
        DiagramDirection direction = DiagramDirection.LeftToRight, int gap = 60)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gap);
        (DiagramNode[] allNodes, DiagramLink[] allLinks) = ([.. nodes], [.. links]);
        if (allNodes.Length == 0) throw new ArgumentException("A diagram needs at least one node.", nameof(nodes));
        var numbers = new Dictionary<string, int>();
        foreach (DiagramNode node in allNodes)
        {
            if (!numbers.TryAdd(node.Id, numbers.Count))
                throw new ArgumentException($"Two nodes of the diagram have the id '{node.Id}'.", nameof(nodes));
        }
        int Number(string id, DiagramLink link) => numbers.TryGetValue(id, out int number)
            ? number
            : throw new ArgumentException($"The diagram has no node '{id}' for the link from '{link.From}' to '{link.To}'.", nameof(links));
        (int, int)[] ends = [.. allLinks.Select(link => (Number(link.From, link), Number(link.To, link)))];
        return new NodeLinkDiagram(allNodes, allLinks, ends, direction, gap);
    }

    /// <summary>Draws the diagram.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="node">What becomes of each node in this chart: other texts or colours. Null leaves them as they are.</param>
    /// <param name="link">What becomes of each link in this chart: another colour, width or dash. Null leaves them as they are.</param>
    /// <returns>A chart of fixed size: a narrower page scrolls it. All charts of one diagram have the same number of traces.</returns>
    public GenericChart Chart(string title, Func<DiagramNode, DiagramNode>? node = null, Func<DiagramLink, DiagramLink>? link = null)
    {
        DiagramNode[] nodes = [.. this.nodes.Select(node ?? (same => same))];
        DiagramLink[] links = [.. this.links.Select(link ?? (same => same))];
        double scale = Math.Min(MostScale, (ThemeRules.Width - 2 * Margin) / (frame.Right - frame.Left));
        Trace[] legend = [.. nodes.Where(one => one.Group is not null).DistinctBy(one => one.Group).Select(LegendEntry)];
        Trace[] traces =
        [
            .. links.Select((one, i) => Line(one, Ways[i], scale)),
            .. nodes.Select((one, i) => Body(one, Slots[i])),
            Words(nodes, links, FontSize * Math.Min(1, scale)),
            .. legend,
        ];
        double top = legend.Length > 0 ? 67 : 46;
        var layout = new Layout();
        layout.SetProperty("margin", Members(("l", Margin), ("r", Margin), ("t", top), ("b", Margin)));
        layout.SetProperty("showlegend", legend.Length > 0);
        // Texts don't narrow with the page, so neither does the rest.
        layout.SetProperty("autosize", false);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)))
            .Titled(title).RangeX(frame.Left, frame.Right).RangeY(frame.Bottom, frame.Top).WithoutAxes()
            .WithAxis("yaxis", "scaleanchor", "x")
            .Sized(ThemeRules.Width, (int)((frame.Bottom - frame.Top) * scale + top + Margin));
    }

    private Trace Line(DiagramLink link, List<LinkPoint> way, double scale)
    {
        double size = (link.Mark == "arrow" ? 11 : 8) * scale;
        return Scatter(link.Mark is null ? "lines" : "lines+markers", way.Select(point => At(point.Along, point.Across)),
            ("line", Members(("color", link.Colour), ("width", link.Width), ("dash", link.Dashed ? "dash" : "solid"),
                ("simplify", false))),
            ("marker", Members(("color", link.Colour), ("symbol", link.Mark ?? "circle"), ("opacity", 1),
                ("angleref", link.Mark == "arrow" ? "previous" : "up"),
                ("line", Members(("color", link.Colour), ("width", link.Mark == "circle-open" ? 2 : 0))),
                ("size", way.Select(point => point.Marked ? size : 0).ToArray()))));
    }

    private Trace Body(DiagramNode node, Slot slot)
    {
        int steps = node.Box ? 4 : 32;
        var outline = Enumerable.Range(0, steps + 1).Select(step =>
        {
            // Half a step on, so that each point belongs to one of the corners.
            (double sin, double cos) = Math.SinCos((step + 0.5) * Math.Tau / steps);
            return At(slot.Along + Math.Sign(cos) * (slot.HalfAlong - slot.Corner) + cos * slot.Corner,
                slot.Across + Math.Sign(sin) * (slot.HalfAcross - slot.Corner) + sin * slot.Corner);
        });
        return Scatter("lines", outline, ("line", Members(("color", node.Edge), ("width", 2))), ("fill", "toself"),
            ("fillcolor", node.Fill ?? Shade), ("hoveron", "fills"), ("hoverinfo", node.Hover is null ? "skip" : "text"),
            ("text", node.Hover ?? ""));
    }

    private static Trace LegendEntry(DiagramNode node) => Scatter("markers", [(double.NaN, double.NaN)], ("name", node.Group!),
        ("showlegend", true), ("marker", Members(("symbol", node.Box ? "square" : "circle"), ("size", 12), ("color", node.Fill ?? Shade),
            ("line", Members(("color", node.Edge), ("width", 2))))));

    private Trace Words(DiagramNode[] nodes, DiagramLink[] links, double size)
    {
        var words = new List<(string Text, (double X, double Y) At)>();
        for (int i = 0; i < nodes.Length; i++)
        {
            (double x, double y) = At(Slots[i].Along, Slots[i].Across);
            (double, double) Beside(string text, int side)
            {
                (double width, double height) = SizeOf(text);
                double away = Slots[i].HalfAcross + TextGap;
                return Level ? (x, y + side * (away + height / 2)) : (x + away + width / 2, y + side * height / 2);
            }
            // What a node is filled with is light enough for black, in light and in dark.
            string label = nodes[i].Fill is null ? nodes[i].Label : $"<span style=\"color:#000000\">{nodes[i].Label}</span>";
            words.Add((label, (x, y)));
            words.Add((nodes[i].Above, Beside(nodes[i].Above, -1)));
            words.Add((nodes[i].Below, Beside(nodes[i].Below, 1)));
        }
        words.AddRange(links.Select((link, i) => (link.Label, At(Labels[i].Along, Labels[i].Across - Labels[i].Low / 2))));
        words.RemoveAll(word => word.Text.Length == 0);
        return Scatter("text", words.Select(word => word.At), ("text", words.Select(word => word.Text).ToArray()),
            ("textfont", Members(("size", Math.Round(size, 1)))));
    }

    private static Trace Scatter(string mode, IEnumerable<(double X, double Y)> points, params (string Name, object Value)[] members)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("x", points.Select(point => Math.Round(point.X, 1)).ToArray());
        trace.SetProperty("y", points.Select(point => Math.Round(point.Y, 1)).ToArray());
        trace.SetProperty("showlegend", false);
        trace.SetProperty("hoverinfo", "skip");
        foreach ((string name, object value) in members) trace.SetProperty(name, value);
        return trace;
    }

    private (double X, double Y) At(double along, double across) => direction switch
    {
        DiagramDirection.LeftToRight => (along, across),
        DiagramDirection.TopDown => (across, along),
        _ => (across, -along),
    };

    private Slot SlotOf(DiagramNode node, int layer, (DiagramLink Link, Slot Label)[] into)
    {
        (double width, double height) = SizeOf(node.Label);
        double ends = LinkRoutes.Spread(into.Select(end => end.Link)) + 12;
        bool circle = !node.Box && width <= 32 && height <= LineHeight;
        // On a circle the ends take more room than on a straight side.
        if (circle) width = height = Math.Max(42, 1.1 * ends);
        else (width, height) = (Math.Max(34, width + 18), Math.Max(32, height + 12));
        if (Level) height = Math.Max(height, ends);
        else width = Math.Max(width, ends);

        (double Width, double Height) above = SizeOf(node.Above), below = SizeOf(node.Below);
        Slot[] loops = [.. into.Where(end => end.Link.From == end.Link.To).Select(end => end.Label)];
        double over = TextGap + loops.Sum(label => LinkRoutes.Lane + label.Low);
        double side = Max(width / 2, above.Width / 2, below.Width / 2, loops.Select(label => label.Back).DefaultIfEmpty().Max());
        double reach = Max(height / 2, above.Height, below.Height) + TextGap;
        var slot = Level
            ? new Slot { Back = side, Ahead = side, Low = height / 2 + above.Height + over, High = height / 2 + below.Height + TextGap }
            : new Slot { Back = reach, Ahead = reach, Low = width / 2 + over, High = width / 2 + Max(above.Width, below.Width) + TextGap };
        (slot.Layer, (slot.HalfAlong, slot.HalfAcross)) = (layer, Turned((width / 2, height / 2)));
        slot.Corner = node.Box ? 0 : circle ? slot.HalfAlong : 14;
        return slot;
    }

    // A label stands beside its link.
    private Slot SlotOf(string label)
    {
        (double along, double across) = Turned(SizeOf(label));
        return across == 0 ? new Slot() : new Slot { Back = along / 2, Ahead = along / 2, Low = across + 6, High = 4 };
    }

    private (double Along, double Across) Turned((double Width, double Height) size) => Level ? size : (size.Height, size.Width);

    private static double Max(params double[] lengths) => lengths.Max();

    private static (double Width, double Height) SizeOf(string text)
    {
        if (text.Length == 0) return default;
        string[] lines = text.Split("<br>");
        return (LetterWidth * lines.Max(line => PlainText.Of(line).Length), LineHeight * lines.Length);
    }
}
