using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.PerceptronLimits.Charts;

/// <summary>
/// Figures side by side as pictures: a square a black point; on request each piece in its own colour. Defined in lesson 03.
/// </summary>
public sealed class FigurePictures : IHtmlContent
{
    private const double Gap = 28;

    // Okabe and Ito's colours, told apart by readers of any colour vision.
    private static readonly string[] colours = ["#E69F00", "#0072B2", "#009E73", "#CC79A7"];
    private readonly (string Title, Figure Figure)[] figures;
    private readonly double point;
    private readonly bool pieces;

    /// <summary>Draws figures.</summary>
    /// <param name="figures">Each with the line of text below it.</param>
    /// <param name="point">The side of a point, in pixels.</param>
    /// <param name="pieces">Whether to colour each connected piece by itself, and to say how many there are.</param>
    public FigurePictures(IEnumerable<(string Title, Figure Figure)> figures, double point = 12, bool pieces = false)
    {
        this.figures = [.. figures];
        (this.point, this.pieces) = (point, pieces);
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write(Invariant($"<div style=\"display:flex;flex-wrap:wrap;gap:{Gap:0}px\">"));
        foreach ((string title, Figure figure) in figures)
            WriteFigure(writer, encoder, title, figure);
        writer.Write("</div>");
    }

    /// <summary>The figures in plain text.</summary>
    public override string ToString() => string.Join("\n\n", figures.Select(f => $"{f.Title}\n{f.Figure}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void WriteFigure(TextWriter writer, HtmlEncoder encoder, string title, Figure figure)
    {
        double width = figure.Columns * point, height = figure.Rows * point;
        int[,] piece = figure.Pieces();
        if (pieces)
            title += figure.IsConnected ? ": one piece" : Invariant($": {piece.Cast<int>().Max()} pieces");
        writer.Write(
            Invariant($"<figure style=\"margin:0\"><svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{encoder.Encode(title)}\" viewBox=\"0 0 {width:0.#} {height:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" style=\"max-width:100%;height:auto\" fill=\"currentColor\" shape-rendering=\"crispEdges\">"));
        writer.Write(Invariant($"<rect width=\"{width:0.#}\" height=\"{height:0.#}\" opacity=\"0.06\"/>"));
        for (int r = 0; r < figure.Rows; r++)
        {
            for (int c = 0; c < figure.Columns; c++)
            {
                if (piece[r, c] > 0)
                {
                    string colour = pieces ? Invariant($" fill=\"{colours[(piece[r, c] - 1) % colours.Length]}\"") : "";
                    writer.Write(
                        Invariant($"<rect x=\"{c * point:0.#}\" y=\"{r * point:0.#}\" width=\"{point:0.#}\" height=\"{point:0.#}\"{colour}/>"));
                }
            }
        }

        writer.Write($"</svg><figcaption style=\"font-size:12px;margin-top:4px\">{encoder.Encode(title)}</figcaption></figure>");
    }
}
