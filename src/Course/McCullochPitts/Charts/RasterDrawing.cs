using System.Globalization;
using System.Text.Encodings.Web;

namespace Course.McCullochPitts.Charts;

/// <summary>The raster of a run as SVG: a row a neuron, a column a tick, a filled dot where it fired.</summary>
internal static class RasterDrawing
{
    private const double Cell = 26;

    internal static void Write(NetHistory history, TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        IReadOnlyList<string> names = history.Net.Names;
        double left = 20 + 8 * names.Max(name => name.Length);
        double width = left + Cell * history.Ticks + 8;
        double height = Cell * (names.Count + 1) + 4;
        writer.Write(
            Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Who fired when\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\" style=\"max-width:100%;height:auto\" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"12\">"));
        writer.Write(Invariant($"<text x=\"{left - 10:0.#}\" y=\"17\" text-anchor=\"end\" opacity=\"0.7\">tick</text>"));
        for (int tick = 0; tick < history.Ticks; tick++)
            writer.Write(
                Invariant($"<text x=\"{left + Cell * (tick + 0.5):0.#}\" y=\"17\" text-anchor=\"middle\" opacity=\"0.7\">{tick}</text>"));
        for (int row = 0; row < names.Count; row++)
        {
            double y = Cell * (row + 1.5);
            bool world = row < history.Net.Afferents.Count;
            writer.Write(
                Invariant($"<text x=\"{left - 10:0.#}\" y=\"{y + 4:0.#}\" text-anchor=\"end\"{(world ? "" : " font-weight=\"600\"")}>{encoder.Encode(names[row])}</text>"));
            for (int tick = 0; tick < history.Ticks; tick++)
            {
                double x = left + Cell * (tick + 0.5);
                writer.Write(history[names[row], tick]
                    ? Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"9\" fill=\"{(world ? "#56B4E9" : "#E69F00")}\"/>")
                    : Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"2\" opacity=\"0.35\"/>"));
            }
        }

        writer.Write("</svg>");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
