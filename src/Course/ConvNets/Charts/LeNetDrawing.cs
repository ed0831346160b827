using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.ConvNets.Charts;

/// <summary>
/// The network of 1989 as it looks at a digit, after figure 3 of Y. LeCun et al., Neural Computation 1, 1989: each of its 1,256 units is
/// one small square, red above zero, blue below. Defined in lesson 07.
/// </summary>
public sealed class LeNetDrawing : IHtmlContent
{
    private const int Height = 470;
    private readonly LeNet1989 net;
    private readonly double[] input, h1, h2, h3, output;

    /// <summary>Shows a picture to a network and draws what every unit answers.</summary>
    /// <param name="net">The network.</param>
    /// <param name="image">16 × 16 pixels, 0 paper to 1 ink.</param>
    public LeNetDrawing(LeNet1989 net, float[] image)
    {
        ArgumentNullException.ThrowIfNull(net);
        input = LeNet1989.Input(image);
        net.Forward(input);
        (this.net, h1, h2, h3, output) = (net, [.. net.H1.Outputs], [.. net.H2.Outputs], [.. net.H3.Outputs], [.. net.Output.Outputs]);
    }

    /// <summary>The digit that the network reads.</summary>
    public int Answer => Array.IndexOf(output, output.Max());

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"The network of 1989 looking at a digit\" viewBox=\"0 0 780 {Height}\" width=\"780\" style=\"max-width:100%;height:auto\" font-family=\"sans-serif\" font-size=\"13\" fill=\"currentColor\">");
        Draw(writer, input, 16, left: 4, top: 150, pixel: 9, ink: true);
        for (int map = 0; map < 12; map++)
        {
            Draw(writer, h1.AsSpan(map * 64, 64), 8, left: 215 + map % 3 * 62, top: 58 + map / 3 * 88, pixel: 6.5);
            Draw(writer, h2.AsSpan(map * 16, 16), 4, left: 455 + map % 3 * 42, top: 58 + map / 3 * 88 + 10, pixel: 7.5);
        }
        Draw(writer, h3, 1, left: 628, top: 52, pixel: 11.8);
        for (int digit = 0; digit < 10; digit++)
        {
            double top = 110 + digit * 23;
            Draw(writer, output.AsSpan(digit, 1), 1, left: 700, top, pixel: 15);
            Text(writer, 730, top + 12, $"{digit}", digit == Answer ? "bold" : "normal");
        }
        Text(writer, 76, 22, "the picture", "bold");
        Text(writer, 76, 40, "16 × 16 = 256 units", "normal");
        Label(writer, 301, "H1", 12, net.H1);
        Label(writer, 513, "H2", 12, net.H2);
        Text(writer, 634, 22, "H3", "bold");
        Text(writer, 634, 40, "30 units", "normal");
        Text(writer, 710, 22, "output", "bold");
        Text(writer, 716, 40, "10 units", "normal");
        Text(writer, 390, Height - 22,
            Invariant($"{net.Units:N0} units, {net.Connections:N0} connections, {net.ParameterCount:N0} weights and biases"), "normal");
        writer.Write("</svg>");
    }

    private static void Label(TextWriter writer, int x, string name, int maps, Convolution layer)
    {
        Text(writer, x, 22, name, "bold");
        Text(writer, x, 40, $"{maps} maps of {layer.Output.Height} × {layer.Output.Width} units", "normal");
    }

    private static void Draw(TextWriter writer, ReadOnlySpan<double> values, int columns, double left, double top, double pixel,
        bool ink = false)
    {
        // Paper under the squares too, so that the seams between them are light on a dark page as well.
        writer.Write(
            Invariant($"<rect x=\"{left - 1:0.#}\" y=\"{top - 1:0.#}\" width=\"{columns * pixel + 1.5:0.#}\" height=\"{values.Length / columns * pixel + 1.5:0.#}\" fill=\"#FFFFFF\" stroke=\"#808080\" stroke-width=\"0.7\"/>"));
        for (int i = 0; i < values.Length; i++)
            writer.Write(
                Invariant($"<rect x=\"{left + i % columns * pixel:0.#}\" y=\"{top + i / columns * pixel:0.#}\" width=\"{pixel - 0.5:0.#}\" height=\"{pixel - 0.5:0.#}\" fill=\"{(ink ? Grey(values[i]) : Signed(values[i]))}\"/>"));
    }

    private static void Text(TextWriter writer, double x, double y, string text, string weight) =>
        writer.Write(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" font-weight=\"{weight}\">{text}</text>"));

    private static string Grey(double value)
    {
        int level = (int)Math.Round(255 - 239 * (Math.Clamp(value, -1, 1) + 1) / 2);
        return Invariant($"#{level:X2}{level:X2}{level:X2}");
    }

    // From the blue of the course's charts over near white to their red.
    private static string Signed(double value)
    {
        double share = Math.Clamp(Math.Abs(value) / ScaledTanh.Height, 0, 1);
        (int r, int g, int b) = value < 0 ? (0x21, 0x66, 0xAC) : (0xB2, 0x18, 0x2B);
        int Mix(int end) => (int)Math.Round(247 + (end - 247) * share);
        return Invariant($"#{Mix(r):X2}{Mix(g):X2}{Mix(b):X2}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
