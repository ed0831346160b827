using System.Globalization;
using System.Text.Encodings.Web;
using Course.McCullochPitts;
using Microsoft.AspNetCore.Html;

namespace Course.PerceptronLimits.Charts;

/// <summary>
/// A perceptron that never rests: the settings between which it goes round, each as a square with the unit's line, and between them the
/// corrections that lead from one to the next. Colours are those of <see cref="DecisionCharts"/>. Defined in lesson 03.
/// </summary>
public sealed class RingPicture : IHtmlContent
{
    private const double Width = 760, Height = 500, Middle = 250, Side = 76, Margin = 36, Box = Side + 2 * Margin;
    private readonly BooleanFunction function;
    private readonly Correction[] ring;

    /// <summary>Draws a ring.</summary>
    /// <param name="function">The function wanted, of two inputs.</param>
    /// <param name="ring">The corrections, in the order in which they are made; before the first the unit stands where the last one
    /// leaves it.</param>
    /// <exception cref="ArgumentException">No correction, or a function of another number of inputs.</exception>
    public RingPicture(BooleanFunction function, IEnumerable<Correction> ring)
    {
        this.function = function;
        this.ring = [.. ring];
        if (this.ring.Length == 0) throw new ArgumentException("A ring has at least one correction.", nameof(ring));
        if (function.Inputs != 2) throw new ArgumentException("A square has four corners: two inputs.", nameof(function));
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        string title = Invariant($"{ring.Length} corrections, and it stands where it stood");
        writer.Write(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" style=\"max-width:100%;height:auto\" fill=\"none\" stroke=\"currentColor\" font-family=\"sans-serif\" font-size=\"13\">"));
        Words(writer, Width / 2, 20, $"<tspan font-size=\"16\" font-weight=\"600\">{title}</tspan>");
        for (int i = 0; i < ring.Length; i++)
        {
            (double x, double y) = Place(i);
            writer.Write(Invariant($"<g transform=\"translate({x - Box / 2:0.#} {y - Box / 2:0.#})\">"));
            WriteSetting(writer, ring[i]);
            writer.Write("</g>");
            WriteArrow(writer, Place(i), Place(i + 1), ring[(i + 1) % ring.Length]);
        }

        writer.Write("</svg>");
    }

    /// <summary>The ring in plain text, one correction per line.</summary>
    public override string ToString() => string.Join('\n', ring.Select(step => $"{Shown(step)}: {Setting(step)}"));

    private static string Setting(Correction at) => Signed($"w = ({at.W1}, {at.W2}), b = {at.B}");

    private static string Shown(Correction step) =>
        Invariant($"({step.X1},{step.X2}) is {(step.Error > 0 ? "off: add" : "on: subtract")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Signed(FormattableString text) => Invariant(text).Replace('-', '−');

    private static void Words(TextWriter writer, double x, double y, string words) =>
        writer.Write(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\">{words}</text>"));

    private static double X(double x1) => Margin + x1 * Side;

    private static double Y(double x2) => Margin + (1 - x2) * Side;

    // Clockwise, with the four of the usual ring in the corners of the picture.
    private (double X, double Y) Place(int i)
    {
        double angle = Math.PI * (2.0 * i / ring.Length - 0.75);
        return (Width / 2 + 330 * Math.Cos(angle), Middle + 205 * Math.Sin(angle));
    }

    private void WriteSetting(TextWriter writer, Correction at)
    {
        double Sum(double x1, double x2) => at.W1 * x1 + at.W2 * x2 + at.B;
        HalfPlane on = HalfPlane.Of(Sum, -0.3, 1.3);
        string shade = string.Join(' ', on.Shade.Select(p => Invariant($"{X(p.X):0.#},{Y(p.Y):0.#}")));
        writer.Write($"<polygon points=\"{shade}\" fill=\"{DecisionCharts.Unit}\" fill-opacity=\"0.3\" stroke=\"none\"/>");
        if (on.Line.Count == 2)
            writer.Write(Invariant($"<path d=\"M{X(on.Line[0].X):0.#} {Y(on.Line[0].Y):0.#} L{X(on.Line[1].X):0.#} {Y(on.Line[1].Y):0.#}\" stroke=\"#0072B2\" stroke-width=\"2.5\"/>"));
        for (int row = 0; row < 4; row++)
        {
            (int x1, int x2) = (row >> 1, row & 1);
            string fill = function[row] ? $"fill=\"{DecisionCharts.On}\" stroke=\"#808080\"" : $"stroke=\"{DecisionCharts.Off}\"";
            writer.Write(Invariant($"<circle cx=\"{X(x1):0.#}\" cy=\"{Y(x2):0.#}\" r=\"8\" stroke-width=\"2.2\" {fill}/>"));
            if (Sum(x1, x2) > 0 != function[row])
                writer.Write(Invariant($"<path d=\"M{X(x1) - 5:0.#} {Y(x2) - 5:0.#}l10 10m0 -10l-10 10\" stroke=\"{DecisionCharts.Wrong}\" stroke-width=\"2.5\"/>"));
        }

        Words(writer, Box / 2, Box + 6, Setting(at));
    }

    // From square to square, with what was shown beside its middle, inside the ring.
    private static void WriteArrow(TextWriter writer, (double X, double Y) from, (double X, double Y) to, Correction step)
    {
        double length = Math.Max(1, Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y)));
        (double dx, double dy) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        double gap = Box / 2 + 14 * Math.Abs(dy);
        (double x, double y) = (to.X - gap * dx, to.Y - gap * dy);
        writer.Write(Invariant($"<path d=\"M{from.X + gap * dx:0.#} {from.Y + gap * dy:0.#}L{x:0.#} {y:0.#}\" stroke-width=\"2\"/>"));
        writer.Write(Invariant($"<path d=\"M{x + 4 * dx:0.#} {y + 4 * dy:0.#}l{-14 * dx - 6 * dy:0.#} {-14 * dy + 6 * dx:0.#} {12 * dy:0.#} {-12 * dx:0.#}z\" fill=\"currentColor\" stroke=\"none\"/>"));
        Words(writer, (from.X + to.X) / 2 - 82 * dy, (from.Y + to.Y) / 2 + 24 * dx + 4, Shown(step));
    }
}
