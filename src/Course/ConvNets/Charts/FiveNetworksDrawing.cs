using System.Globalization;
using System.Text.Encodings.Web;
using Course.Nn;
using Microsoft.AspNetCore.Html;

namespace Course.ConvNets.Charts;

/// <summary>
/// LeCun's five networks of 1989 side by side, drawn from the networks themselves: each unit is a small square. Below two units of each
/// local layer stand the squares that they see; both have one colour if they share their weights, and two if each has its own. Grey between
/// two layers joins every unit with every unit. Defined in lesson 07.
/// </summary>
public sealed class FiveNetworksDrawing : IHtmlContent
{
    private const int Width = 800, Height = 470, Panel = 160;
    private const double PictureTop = 300, OutputTop = 62;
    private static readonly string[] tells = ["no hidden layer", "one hidden layer", "local", "first layer shared", "both layers shared"];
    private static readonly string[] own = ["#0072B2", "#D55E00"], shared = ["#E69F00", "#E69F00"];

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Five networks of 1989\" "
            + $"viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" style=\"max-width:100%;height:auto\" font-family=\"sans-serif\" "
            + "font-size=\"13\" fill=\"currentColor\">");
        for (int number = 1; number <= 5; number++)
            Draw(writer, number, LeCunNetworks1989.Make(number, new Random(0)), middle: (number - 0.5) * Panel);
        Text(writer, Width / 2.0, Height - 28, "from below: the picture of 16 × 16 pixels, hidden layers, ten outputs");
        Text(writer, Width / 2.0, Height - 9,
            "grey: every unit sees every unit · two colours: each unit has weights of its own · one colour: both share one kernel");
        writer.Write("</svg>");
    }

    private static void Draw(TextWriter writer, int number, Sequential net, double middle)
    {
        Text(writer, middle, 20, $"Net-{number}", bold: true);
        Text(writer, middle, 38, tells[number - 1]);
        Block below = Block.OfMaps(middle, PictureTop, maps: 1, side: LeNet1989.Side, pixel: 4.5);
        below.Write(writer);
        for (int i = 0; i < net.Layers.Count; i++)
        {
            double top = i == net.Layers.Count - 1 ? OutputTop : i == 0 ? 200 : 125;
            Block above = net.Layers[i] is Convolution maps
                ? Block.OfMaps(middle, top, maps.Output.Channels, maps.Output.Width, pixel: maps.Output.Width > 4 ? 5 : 6)
                : Block.Row(middle, top, ((Dense)net.Layers[i]).Biases.Values.Length);
            if (net.Layers[i] is Convolution layer) Cones(writer, layer, below, above);
            else
                Polygon(writer, "#808080", 0.22, (below.Left, below.Top), (below.Right, below.Top), (above.Right, above.Bottom),
                    (above.Left, above.Bottom));
            above.Write(writer);
            if (net.Layers[i] is Convolution again) Marked(writer, again, above);
            below = above;
        }
        Text(writer, middle, 396, string.Create(CultureInfo.InvariantCulture, $"{net.ParameterCount:N0} weights"), bold: true);
        Text(writer, middle, 414, string.Create(CultureInfo.InvariantCulture, $"{net.Layers.Sum(Connections):N0} connections"));
    }

    private static int Connections(ILayer layer) =>
        layer is Convolution maps ? maps.Connections : layer.Parameters.Sum(parameter => parameter.Values.Length);

    // Weights of the first dimension: one kernel per map if it is shared, else one per unit.
    private static string[] ColoursOf(Convolution layer) => layer.Weights.Shape[0] == layer.Output.Channels ? shared : own;

    // Two units of the first map, away from the edge: their rows and columns.
    private static int[] PairOf(Convolution layer) => layer.Output.Width > 4 ? [2, 5] : [1, 2];

    private static void Cones(TextWriter writer, Convolution layer, Block below, Block above)
    {
        int kernel = layer.Weights.Shape[^1], stride = layer.Input.Width / layer.Output.Width, padding = (kernel - 1) / 2;
        foreach ((int unit, string colour) in PairOf(layer).Zip(ColoursOf(layer)))
        {
            int corner = unit * stride - padding;
            (double unitLeft, double unitTop) = above.At(map: 0, unit, unit);
            for (int map = 0; map < layer.Input.Channels; map++)
            {
                (double left, double top) = below.At(map, corner, corner);
                double side = kernel * below.Pixel;
                Polygon(writer, colour, 0.28, (left, top), (left + side, top), (unitLeft + above.Pixel, unitTop + above.Pixel),
                    (unitLeft, unitTop + above.Pixel));
                writer.Write(
                    Invariant($"<rect x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{side:0.#}\" height=\"{side:0.#}\" fill=\"none\" ")
                    + $"stroke=\"{colour}\" stroke-width=\"2\"/>");
            }
        }
    }

    private static void Marked(TextWriter writer, Convolution layer, Block above)
    {
        foreach ((int unit, string colour) in PairOf(layer).Zip(ColoursOf(layer)))
        {
            (double left, double top) = above.At(map: 0, unit, unit);
            Square(writer, left, top, above.Pixel, colour);
        }
    }

    private static void Square(TextWriter writer, double left, double top, double pixel, string fill) => writer.Write(
        Invariant($"<rect x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{pixel:0.#}\" height=\"{pixel:0.#}\" fill=\"{fill}\" ")
        + "stroke=\"#808080\" stroke-width=\"0.5\"/>");

    private static void Polygon(TextWriter writer, string colour, double opacity, params (double X, double Y)[] corners) => writer.Write(
        $"<polygon points=\"{string.Join(' ', corners.Select(corner => Invariant($"{corner.X:0.#},{corner.Y:0.#}")))}\" "
        + Invariant($"fill=\"{colour}\" fill-opacity=\"{opacity}\"/>"));

    private static void Text(TextWriter writer, double x, double y, string text, bool bold = false) => writer.Write(
        Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" font-weight=\"{(bold ? "bold" : "normal")}\">{text}</text>"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The units of a layer in the drawing: maps of side × side squares next to each other.</summary>
    private readonly record struct Block(double Left, double Top, int Maps, int Rows, int Columns, double Pixel)
    {
        private const double Gap = 7;

        internal double Right => Left + Maps * Columns * Pixel + (Maps - 1) * Gap;

        internal double Bottom => Top + Rows * Pixel;

        internal static Block OfMaps(double middle, double top, int maps, int side, double pixel) =>
            new(middle - (maps * side * pixel + (maps - 1) * Gap) / 2, top, maps, side, side, pixel);

        internal static Block Row(double middle, double top, int units) => new(middle - units * 4.5, top, 1, 1, units, 9);

        internal (double Left, double Top) At(int map, int row, int column) =>
            (Left + map * (Columns * Pixel + Gap) + column * Pixel, Top + row * Pixel);

        internal void Write(TextWriter writer)
        {
            for (int i = 0; i < Maps * Rows * Columns; i++)
            {
                (double left, double top) = At(i / (Rows * Columns), i / Columns % Rows, i % Columns);
                Square(writer, left, top, Pixel, "#FFFFFF");
            }
        }
    }
}
