using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Html;

/// <summary>
/// All charts of an executed notebook as stills on one page, in light and in dark, so that looking at them takes minutes.
/// </summary>
public static class ContactSheet
{
    private const string Chart = "application/vnd.plotly.v1+json";

    /// <summary>Writes the sheet. A film appears at three moments: its first frame, its middle one, its last.</summary>
    /// <param name="executed">The notebook, with its outputs; its first code cell brings plotly.js.</param>
    /// <param name="writer">The destination of the page; encode it as UTF-8.</param>
    /// <param name="title">The page's title.</param>
    public static void Write(NotebookDocument executed, TextWriter writer, string title)
    {
        ArgumentNullException.ThrowIfNull(executed);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{WebUtility.HtmlEncode(title)}: charts</title>
            <style>
            {Asset.Text("sheet.css")}</style>
            {PlotlyOf(executed)}
            </head>
            <body>
            <h1>{WebUtility.HtmlEncode(title)}</h1>

            """);
        foreach ((string cell, string figure) in Figures(executed)) Write(writer, cell, figure);
        writer.Write($"<script>\n{Asset.Text("sheet.js")}</script>\n</body>\n</html>\n");
    }

    private static IEnumerable<(string Cell, string Figure)> Figures(NotebookDocument executed) =>
        from cell in executed.Cells.OfType<CodeCell>()
        from bundle in Bundles(cell)
        let figure = bundle.Text(Chart)
        where figure is not null
        select (cell.Id ?? "", figure);

    private static void Write(TextWriter writer, string cell, string figure)
    {
        int frames = (JsonNode.Parse(figure)?["frames"] as JsonArray)?.Count ?? 0;
        int[] moments = frames > 0 ? [0, frames / 2, frames - 1] : [-1];
        writer.Write($"<section>\n<h2>{WebUtility.HtmlEncode(cell)}</h2>\n");
        writer.Write($"<script type=\"application/json\">{figure.Replace("<", "\\u003c", StringComparison.Ordinal)}</script>\n");
        foreach (int moment in moments)
        {
            foreach (string theme in (string[])["light", "dark"])
                writer.Write(string.Create(CultureInfo.InvariantCulture,
                    $"<div class=\"{theme}\"><div class=\"chart\" data-frame=\"{moment}\"></div></div>\n"));
        }

        writer.Write("</section>\n");
    }

    // What a lesson's opening cell shows holds the drawing library, as a script without a face.
    private static string PlotlyOf(NotebookDocument executed) =>
        string.Join('\n', executed.Cells.OfType<CodeCell>().Take(1).SelectMany(Bundles).Select(bundle => bundle.Text("text/html"))
            .Where(html => html?.Contains("<script", StringComparison.Ordinal) == true));

    private static IEnumerable<MimeBundle> Bundles(CodeCell cell) =>
        cell.Outputs.Select(output => output switch
        {
            DisplayOutput display => display.Data,
            ResultOutput result => result.Data,
            _ => null,
        }).OfType<MimeBundle>();
}
