using System.Globalization;
using System.Net;
using Course.Plots;
using Plotly.NET;

namespace Course.McCullochPitts.Charts;

/// <summary>
/// Nets as diagrams. A neuron is a circle with its threshold in it, an afferent a box; a filled dot excites, an open ring inhibits; what
/// fires is orange, and so are the axons that carry its impulse to the next tick. Defined in lesson 01.
/// </summary>
public static class NetCharts
{
    private const string Firing = "#E69F00", Inhibits = "#D55E00";

    /// <summary>A picture of the net, at rest.</summary>
    /// <param name="net">The net.</param>
    /// <exception cref="InvalidOperationException">A synapse comes from a neuron that was never added.</exception>
    public static GenericChart Draw(this NervousNet net) => Diagram(net).Chart("A filled dot excites, an open ring inhibits");

    /// <summary>The net at every tick, to be played or stepped through.</summary>
    /// <param name="history">A run of the net.</param>
    public static IEnumerable<(string Label, GenericChart Frame)> Frames(this NetHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        NodeLinkDiagram diagram = Diagram(history.Net);
        return Enumerable.Range(0, history.Ticks).Select(tick =>
        {
            string number = tick.ToString(CultureInfo.InvariantCulture), firing = string.Join(", ", history.Firing(tick));
            return (number, diagram.Chart($"tick {number}: {(firing.Length > 0 ? WebUtility.HtmlEncode(firing) : "silence")}",
                node => history[node.Id, tick] ? node with { Fill = Firing } : node,
                link => history[link.From, tick] ? link with { Colour = Firing, Width = 3.5 } : link));
        });
    }

    private static NodeLinkDiagram Diagram(NervousNet net)
    {
        ArgumentNullException.ThrowIfNull(net);
        NetWiring wiring = net.Wiring;
        HashSet<(int From, int To)> returning = Returning(wiring);
        var links = new List<DiagramLink>();
        for (int to = wiring.Afferents; to < wiring.Count; to++)
        {
            DiagramLink Link(int from) => new(net.Names[from], net.Names[to], Feedback: returning.Contains((from, to)));
            links.AddRange(wiring.Excite[to].CountBy(from => from)
                .Select(axon => Link(axon.Key) with { Mark = "circle", Ends = axon.Value }));
            links.AddRange(wiring.Inhibit[to].Distinct()
                .Select(from => Link(from) with { Mark = "circle-open", Colour = Inhibits, Dashed = true }));
        }
        return NodeLinkDiagram.Of([.. net.Afferents.Select(name => new DiagramNode(name, WebUtility.HtmlEncode(name), Box: true, Layer: 0)),
            .. net.Neurons.Select(Node)], links, gap: 80);
    }

    private static DiagramNode Node(NetNeuron neuron)
    {
        string threshold = neuron.Threshold.ToString(CultureInfo.InvariantCulture);
        string vetoes = neuron.Inhibit.Count > 0 ? $"; vetoed by {string.Join(", ", neuron.Inhibit)}" : "";
        return new DiagramNode(neuron.Name, $"≥ {threshold}", Below: $"<b>{WebUtility.HtmlEncode(neuron.Name)}</b>",
            Hover: WebUtility.HtmlEncode($"fires at {threshold} of {string.Join(", ", neuron.Excite)}{vetoes}"));
    }

    // The synapses that close a circle: those that are met again while the sources of their own sources are followed.
    private static HashSet<(int From, int To)> Returning(NetWiring wiring)
    {
        var returning = new HashSet<(int, int)>();
        bool[] begun = new bool[wiring.Count], done = new bool[wiring.Count];
        for (int node = 0; node < wiring.Count; node++) Visit(node);
        return returning;

        void Visit(int node)
        {
            if (begun[node]) return;
            begun[node] = true;
            foreach (int from in wiring.Sources(node))
            {
                Visit(from);
                if (!done[from]) returning.Add((from, node));
            }
            done[node] = true;
        }
    }
}
