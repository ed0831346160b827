using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.AlexNets.Charts;

/// <summary>
/// The network of 2012 in its two towers, after figure 2 of A. Krizhevsky, I. Sutskever and G. E. Hinton, 2012: a square is one map of a
/// layer, drawn to scale; an orange-red line leads from one graphics card to the other. Defined in lesson 10.
/// </summary>
/// <param name="net">The network; its weights and biases are counted under each layer.</param>
public sealed class AlexNetDrawing(AlexNet net) : IHtmlContent
{
    private const int Step = 86, Upper = 105, Lower = 235, Middle = (Upper + Lower) / 2;

    // What the two towers hold of each layer: how many maps or units on each card, and the side of a map (0 for units).
    private static readonly (string Name, int Each, int Side, bool Crosses)[] layers =
    [
        ("conv1", 48, 55, false), ("conv2", 128, 27, false), ("conv3", 192, 13, true), ("conv4", 192, 13, false),
        ("conv5", 128, 13, false), ("fc6", 2048, 0, true), ("fc7", 2048, 0, true),
    ];

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"AlexNet in its two towers\" viewBox=\"0 0 780 400\" "
            + "width=\"780\" style=\"max-width:100%;height:auto\" font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\">");
        for (int k = 0; k <= layers.Length; k++) Links(writer, k);
        Box(writer, 0, Middle, 70, 70, "#808080");
        for (int k = 0; k < layers.Length; k++)
        {
            foreach ((int y, string colour) in ((int, string)[])[(Upper, "#56B4E9"), (Lower, "#E69F00")])
                Box(writer, k + 1, y, Width(k + 1), Height(k + 1), colour);
        }
        Box(writer, 8, Middle, 14, 60, "#808080");
        Labels(writer);
        writer.Write("</svg>");
    }

    private void Labels(TextWriter writer)
    {
        Text(writer, At(0), Middle + 55, "picture", "bold");
        Text(writer, At(0) + 2, Middle + 71, "3 × 227 × 227", "normal");
        Text(writer, 20, Upper - 60, "graphics card 1", "bold", "start");
        Text(writer, 20, Lower + 68, "graphics card 2", "bold", "start");
        for (int k = 0; k < layers.Length; k++)
        {
            (string name, int each, int side, _) = layers[k];
            Text(writer, At(k + 1), 335, name, "bold");
            Text(writer, At(k + 1), 352, Invariant($"2 × {each:N0}"), "normal");
            Text(writer, At(k + 1), 368, side == 0 ? "units" : $"{side} × {side}", "normal");
            Text(writer, At(k + 1), 390, Invariant($"{Weights(name):N0}"), "normal");
        }
        Text(writer, At(8), 335, "fc8", "bold");
        Text(writer, At(8), 352, "1,000", "normal");
        Text(writer, At(8), 368, "classes", "normal");
        Text(writer, At(8), 390, Invariant($"{Weights("fc8"):N0}"), "normal");
        Text(writer, At(0), 390, "weights:", "bold");
    }

    private long Weights(string layer) => net.named_parameters()
        .Where(entry => entry.name.Contains($".{layer}.", StringComparison.Ordinal)).Sum(entry => entry.parameter.numel());

    // From column k to the next.
    private static void Links(TextWriter writer, int k)
    {
        int[] from = k == 0 ? [Middle] : [Upper, Lower], to = k == layers.Length ? [Middle] : [Upper, Lower];
        foreach (int start in from)
        {
            foreach (int end in to)
            {
                bool other = start != end && from.Length == to.Length;
                if (other && !layers[k].Crosses) continue;
                writer.Write(Invariant($"<line x1=\"{At(k) + Width(k) / 2}\" y1=\"{start}\" x2=\"{At(k + 1) - Width(k + 1) / 2}\" y2=\"{end}\" "));
                writer.Write(other ? "stroke=\"#D55E00\" stroke-width=\"2\"/>" : "stroke=\"#808080\" stroke-width=\"1.5\"/>");
            }
        }
    }

    private static double At(int column) => 46 + Step * column;

    private static double Width(int column) => column switch
    {
        0 => 70,
        8 => 14,
        _ => layers[column - 1].Side is > 0 and int side ? 8 + 1.1 * side : 14,
    };

    private static double Height(int column) => layers[column - 1].Side == 0 ? 90 : Width(column);

    private static void Box(TextWriter writer, int column, int y, double width, double height, string colour) => writer.Write(
        Invariant($"<rect x=\"{At(column) - width / 2:0.#}\" y=\"{y - height / 2:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{colour}\" stroke=\"currentColor\"/>"));

    private static void Text(TextWriter writer, double x, double y, string text, string weight, string anchor = "middle") =>
        writer.Write(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-weight=\"{weight}\">{text}</text>"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
