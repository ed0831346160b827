using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.Perceptrons.Charts;

/// <summary>
/// The Mark I perceptron as SVG, in the page's own text colour: 20×20 photocells that see a letter, 512 association units wired to them
/// at random, 8 response units. Orange fires; the wires of one unit are drawn, red where light excites it and blue where it inhibits.
/// Defined in lesson 02; the numbers are those of the Mark I (J. C. Hay and C. W. Wightman, Research Trends VIII(1), Cornell
/// Aeronautical Laboratory, 1960), the wiring is drawn by the random numbers of <see cref="AssociationUnits"/>.
/// </summary>
public sealed class MarkOneDrawing : IHtmlContent
{
    private const int Side = 20, UnitColumns = 16, UnitRows = 32, Responses = 8;
    private const string Fires = "#E69F00", Excites = "#D55E00", Inhibits = "#0072B2";
    private readonly float[] retina = new float[Side * Side];
    private readonly AssociationUnits units;
    private readonly float[] active;
    private readonly int shown;

    /// <summary>Shows a letter E to a machine whose wiring is drawn by the random number generator.</summary>
    /// <param name="seed">Starts the random numbers: another seed is another machine.</param>
    public MarkOneDrawing(int seed)
    {
        for (int row = 3; row < 17; row++)
        {
            for (int column = 5; column < 15; column++)
            {
                bool bar = row is 3 or 4 or 15 or 16 || (row is 9 or 10 && column < 13);
                if (bar || column < 7) retina[row * Side + column] = 1;
            }
        }
        units = new AssociationUnits(Side * Side, UnitColumns * UnitRows, wiresPerUnit: 10, threshold: 1, new Random(seed));
        active = units.Fire(retina);
        // One near the middle that fires, so that its lines are short enough to follow.
        shown = Enumerable.Range(0, active.Length).Where(a => active[a] > 0)
            .MinBy(a => Math.Abs(a / UnitColumns - UnitRows / 2) + a % UnitColumns);
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"The Mark I perceptron: photocells, association units, "
                + "response units\" viewBox=\"0 0 760 400\" width=\"760\" style=\"max-width:100%;height:auto\" "
                + "font-family=\"sans-serif\" font-size=\"13\" fill=\"currentColor\">");
        foreach (var (point, sign) in units.Wires(shown)) Line(writer, Cell(point), Unit(shown), sign > 0 ? Excites : Inhibits, 1.4);
        for (int a = 0; a < active.Length; a += 4)
        {
            if (active[a] > 0) Line(writer, Unit(a), Response(2), "currentColor", 0.35);
        }
        for (int i = 0; i < retina.Length; i++) Dot(writer, Cell(i), 4, retina[i] > 0);
        for (int a = 0; a < active.Length; a++) Dot(writer, Unit(a), 3, active[a] > 0);
        for (int r = 0; r < Responses; r++) Dot(writer, Response(r), 10, r == 2);
        Text(writer, 120, "400 photocells", "the retina, 20 × 20");
        Text(writer, 425, "512 association units", "random wiring, fixed");
        Text(writer, 660, "8 response units", "these weights learn");
        writer.Write("</svg>");
    }

    private static (double X, double Y) Cell(int i) => (20 + i % Side * 10.5, 85 + i / Side * 10.5);

    private static (double X, double Y) Unit(int a) => (350 + a % UnitColumns * 10, 20 + a / UnitColumns * 10.5);

    private static (double X, double Y) Response(int r) => (660, 45 + r * 40);

    private static void Line(TextWriter writer, (double X, double Y) from, (double X, double Y) to, string colour, double width) =>
        writer.Write(
        FormattableString.Invariant(
            $"<line x1=\"{from.X}\" y1=\"{from.Y}\" x2=\"{to.X}\" y2=\"{to.Y}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>"));

    private static void Dot(TextWriter writer, (double X, double Y) at, double radius, bool fires) =>
        writer.Write(
        FormattableString.Invariant(
            $"<circle cx=\"{at.X}\" cy=\"{at.Y}\" r=\"{radius}\" {(fires ? $"fill=\"{Fires}\"" : "fill=\"#88888855\"")} stroke=\"currentColor\" stroke-width=\"{(radius > 5 ? 1 : 0)}\"/>"));

    private static void Text(TextWriter writer, int x, string above, string below) =>
        writer.Write(
        FormattableString.Invariant(
            $"<text x=\"{x}\" y=\"372\" text-anchor=\"middle\" font-weight=\"bold\">{above}</text><text x=\"{x}\" y=\"390\" text-anchor=\"middle\">{below}</text>"));
}
