using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.McCullochPitts.Charts;

/// <summary>
/// Functions of two inputs as squares: the four corners are the four rows of the truth table (a to the right, b upwards), filled where the
/// function is 1. Where one threshold unit computes it, the line on which the unit's sum passes its threshold is drawn and the side on
/// which it fires is shaded. Defined in lesson 01.
/// </summary>
public sealed class SquarePictures : IHtmlContent
{
    private const double Side = 76;
    private const double Margin = 27;
    private const double Width = Side + 2 * Margin;
    private const double Height = Width + 44;
    private readonly (string Name, BooleanFunction Function, ThresholdUnit? Unit)[] squares;
    private readonly int columns;

    /// <summary>
    /// Draws <paramref name="functions"/> (each of two inputs), <paramref name="columns"/> a row, with the unit that computes each, or null
    /// where none does.
    /// </summary>
    /// <exception cref="ArgumentException">A function of another number of inputs.</exception>
    public SquarePictures(IEnumerable<(string Name, BooleanFunction Function, ThresholdUnit? Unit)> functions, int columns = 4)
    {
        squares = [.. functions];
        this.columns = columns;
        if (squares.Any(s => s.Function.Inputs != 2))
            throw new ArgumentException("A square has four corners: the functions must have two inputs.", nameof(functions));
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        double width = Width * Math.Min(columns, squares.Length);
        double height = Height * ((squares.Length + columns - 1) / columns);
        writer.Write(
            Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"Functions of two inputs as squares\" viewBox=\"0 0 {width:0} {height:0}\" width=\"{width:0}\" height=\"{height:0}\" style=\"max-width:100%;height:auto\" fill=\"none\" stroke=\"currentColor\" font-family=\"sans-serif\" font-size=\"12\">"));
        for (int i = 0; i < squares.Length; i++)
        {
            writer.Write(Invariant($"<g transform=\"translate({i % columns * Width:0.#} {i / columns * Height:0.#})\">"));
            WriteSquare(writer, encoder, squares[i]);
            writer.Write("</g>");
        }

        writer.Write("</svg>");
    }

    /// <summary>The functions with their units in plain text, a line each.</summary>
    public override string ToString() =>
        string.Join('\n', squares.Select(s => $"{s.Function}  {s.Name}: {s.Unit?.ToString() ?? "no line"}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void WriteSquare(TextWriter writer, HtmlEncoder encoder,
        (string Name, BooleanFunction Function, ThresholdUnit? Unit) square)
    {
        if (square.Unit is { } unit)
            WriteHalfPlane(writer, unit);
        writer.Write(
            Invariant($"<rect x=\"{Margin:0.#}\" y=\"{Margin:0.#}\" width=\"{Side:0.#}\" height=\"{Side:0.#}\" opacity=\"0.3\"/>"));
        writer.Write(Invariant($"<g fill=\"currentColor\" stroke=\"none\" font-style=\"italic\" text-anchor=\"middle\" opacity=\"0.7\"><text x=\"{Width / 2:0.#}\" y=\"{Width - 8:0.#}\">a</text><text x=\"10\" y=\"{Width / 2 + 4:0.#}\">b</text></g>"));
        for (int row = 0; row < 4; row++)
        {
            bool[] x = BooleanFunction.InputsOf(row, 2);
            writer.Write(
                Invariant($"<circle cx=\"{X(x[0] ? 1 : 0):0.#}\" cy=\"{Y(x[1] ? 1 : 0):0.#}\" r=\"7\" stroke-width=\"1.6\"{(square.Function[row] ? " fill=\"#E69F00\"" : "")}/>"));
        }

        writer.Write(
            Invariant($"<text x=\"{Width / 2:0.#}\" y=\"{Width + 8:0.#}\" text-anchor=\"middle\" font-weight=\"600\" fill=\"currentColor\" stroke=\"none\">{encoder.Encode(square.Name)}</text>"));
        writer.Write(
            Invariant($"<text x=\"{Width / 2:0.#}\" y=\"{Width + 25:0.#}\" text-anchor=\"middle\" fill=\"{(square.Unit is null ? "#D55E00" : "currentColor")}\" stroke=\"none\">{encoder.Encode(square.Unit?.ToString() ?? "no line")}</text>"));
    }

    // The part of the frame where w1·a + w2·b > threshold - 1/2: its corners are those of the frame that lie inside, and the points where
    // the line cuts the frame's sides.
    private static void WriteHalfPlane(TextWriter writer, ThresholdUnit unit)
    {
        const double Low = -0.3;
        const double High = 1.3;
        (double A, double B)[] frame = [(Low, Low), (High, Low), (High, High), (Low, High)];
        double Excess((double A, double B) p) => unit.Weights[0] * p.A + unit.Weights[1] * p.B - unit.Threshold + 0.5;
        var shape = new List<(double A, double B)>();
        var cuts = new List<(double A, double B)>();
        for (int i = 0; i < 4; i++)
        {
            (double A, double B) p = frame[i];
            (double A, double B) q = frame[(i + 1) % 4];
            if (Excess(p) > 0)
                shape.Add(p);
            if (Excess(p) > 0 != Excess(q) > 0)
            {
                double t = Excess(p) / (Excess(p) - Excess(q));
                cuts.Add((p.A + t * (q.A - p.A), p.B + t * (q.B - p.B)));
                shape.Add(cuts[^1]);
            }
        }

        string points = string.Join(' ', shape.Select(p => Invariant($"{X(p.A):0.#},{Y(p.B):0.#}")));
        writer.Write($"<polygon points=\"{points}\" fill=\"#56B4E9\" fill-opacity=\"0.25\" stroke=\"none\"/>");
        if (cuts.Count == 2)
            writer.Write(
                Invariant($"<path d=\"M{X(cuts[0].A):0.#} {Y(cuts[0].B):0.#} L{X(cuts[1].A):0.#} {Y(cuts[1].B):0.#}\" stroke=\"#0072B2\" stroke-width=\"2.5\"/>"));
    }

    private static double X(double a) => Margin + a * Side;

    private static double Y(double b) => Margin + (1 - b) * Side;
}
