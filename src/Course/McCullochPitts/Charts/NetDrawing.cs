using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.McCullochPitts.Charts;

/// <summary>
/// A picture of a <see cref="NervousNet"/> as SVG in the page's own text colour, so that it reads on white and on black. A neuron is a
/// circle with its threshold in it, an afferent a box; an excitatory synapse ends in a filled dot, an inhibitory one in an open ring; what
/// fires is filled orange. Defined in lesson 01.
/// </summary>
public sealed class NetDrawing : IHtmlContent
{
    private const string FiringColour = "#E69F00";
    private const string InhibitColour = "#D55E00";
    private readonly NetLayout layout;
    private readonly IReadOnlySet<string>? firing;

    private NetDrawing(NetLayout layout, IReadOnlySet<string>? firing)
    {
        this.layout = layout;
        this.firing = firing;
    }

    internal static NetDrawing Of(NervousNet net, IReadOnlySet<string>? firing) => new(NetLayout.Of(net), firing);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        string label = $"A net of {layout.Net.Neurons.Count} neurons";
        writer.Write(
            Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {layout.Width:0} {layout.Height:0}\" width=\"{layout.Width:0}\" height=\"{layout.Height:0}\" style=\"max-width:100%;height:auto\" fill=\"none\" stroke=\"currentColor\" font-family=\"sans-serif\" font-size=\"13\">"));
        foreach (NetLine line in layout.Lines)
            WriteLine(writer, line);
        for (int node = 0; node < layout.Nodes.Length; node++)
            WriteNode(writer, encoder, node);
        writer.Write("</svg>");
    }

    /// <summary>The wiring in plain text, a line a neuron.</summary>
    public override string ToString() => string.Join('\n', layout.Net.Neurons.Select(n =>
        string.Create(CultureInfo.InvariantCulture,
        $"{n.Name}: fires at {n.Threshold} of [{string.Join(", ", n.Excite)}]{(n.Inhibit.Count > 0 ? $", vetoed by [{string.Join(", ", n.Inhibit)}]" : "")}")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void WriteLine(TextWriter writer, NetLine line)
    {
        bool live = firing?.Contains(layout.Net.Names[line.From]) == true;
        string colour = live ? FiringColour : line.Inhibits ? InhibitColour : "currentColor";
        string path = string.Join(' ', line.Points.Select((p, i) => Invariant($"{(i == 0 ? "M" : "L")}{p.X:0.#} {p.Y:0.#}")));
        writer.Write(
            $"<path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"{(live ? "2.6" : "1.3")}\"{(line.Inhibits ? " stroke-dasharray=\"5 3\"" : "")}/>");
        foreach ((double x, double y) in line.Synapses)
        {
            (double tipX, double tipY) = line.Points[^1];
            if (line.Synapses.Count > 1)
                writer.Write(Invariant($"<path d=\"M{tipX:0.#} {tipY:0.#} L{x:0.#} {y:0.#}\" stroke=\"{colour}\" stroke-width=\"1.3\"/>"));
            writer.Write(line.Inhibits
                ? Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4.5\" stroke=\"{InhibitColour}\" stroke-width=\"2\"/>")
                : Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4\" fill=\"{(live ? FiringColour : "currentColor")}\" stroke=\"none\"/>"));
        }
    }

    private void WriteNode(TextWriter writer, HtmlEncoder encoder, int node)
    {
        NervousNet net = layout.Net;
        (double x, double y) = layout.Nodes[node];
        string name = net.Names[node];
        bool fires = firing?.Contains(name) == true;
        string fill = fires ? $" fill=\"{FiringColour}\"" : "";
        string text = fires ? "#000" : "currentColor";
        if (node < net.Afferents.Count)
        {
            writer.Write(
                Invariant($"<rect x=\"{x - 34:0.#}\" y=\"{y - 14:0.#}\" width=\"{34 + NetLayout.Radius:0.#}\" height=\"28\" rx=\"5\" stroke-width=\"1.6\"{fill}/>"));
            writer.Write(
                Invariant($"<text x=\"{x - (34 - NetLayout.Radius) / 2:0.#}\" y=\"{y + 4.5:0.#}\" text-anchor=\"middle\" fill=\"{text}\" stroke=\"none\">{encoder.Encode(name)}</text>"));
            return;
        }

        writer.Write(Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{NetLayout.Radius:0.#}\" stroke-width=\"1.8\"{fill}/>"));
        writer.Write(
            Invariant($"<text x=\"{x:0.#}\" y=\"{y + 5:0.#}\" text-anchor=\"middle\" font-size=\"14\" fill=\"{text}\" stroke=\"none\">≥ {net.Neurons[node - net.Afferents.Count].Threshold}</text>"));
        writer.Write(
            Invariant($"<text x=\"{x:0.#}\" y=\"{y + NetLayout.Radius + 16:0.#}\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\" font-weight=\"600\">{encoder.Encode(name)}</text>"));
    }
}
