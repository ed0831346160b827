using System.Text;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Language;

/// <summary>Information about a name or a call: its declaration, its documentation, and its overloads.</summary>
/// <param name="Signature">Its declaration.</param>
/// <param name="Documentation">Its documentation; empty if there is none.</param>
internal sealed record QuickInfo(SignatureText Signature, Documentation Documentation)
{
    private const int MostOverloads = 20;

    /// <summary>The other declarations of the name.</summary>
    internal IReadOnlyList<SignatureText> Overloads { get; init; } = [];

    /// <summary>As text/plain and text/html.</summary>
    internal MimeBundle ToBundle()
    {
        var bundle = new MimeBundle("text/plain", Plain());
        bundle.Add("text/html", Html());
        return bundle;
    }

    private string Plain()
    {
        var text = new StringBuilder(Signature.ToString());
        if (Documentation.Summary.Length > 0)
            text.Append("\n\n").Append(Documentation.Summary);
        foreach ((string title, string[] lines) in Sections())
            text.Append("\n\n").Append(title).Append(':')
                .AppendJoin("", lines.Select(line => "\n  " + line.Replace("\n", "\n  ", StringComparison.Ordinal)));
        return text.ToString();
    }

    private string Html()
    {
        var html = new StringBuilder("<pre><code>").Append(Html(Signature)).Append("</code></pre>");
        if (Documentation.Summary.Length > 0)
            html.Append("<p>").Append(Encode(Documentation.Summary)).Append("</p>");
        foreach ((string title, string[] lines) in Sections())
            html.Append("<p><b>").Append(title).Append("</b></p><ul>").AppendJoin("", lines.Select(line => $"<li>{Encode(line)}</li>"))
                .Append("</ul>");
        return html.ToString();
    }

    private IEnumerable<(string Title, string[] Lines)> Sections()
    {
        if (Documentation.Parameters.Count > 0)
            yield return ("Parameters", [.. Documentation.Parameters.Select(parameter => $"{parameter.Name}: {parameter.Text}")]);
        if (Documentation.Returns.Length > 0)
            yield return ("Returns", [Documentation.Returns]);
        if (Documentation.Exceptions.Count > 0)
            yield return ("Throws", [.. Documentation.Exceptions.Select(exception => $"{exception.Name}: {exception.Text}")]);
        if (Overloads.Count > 0)
        {
            string[] shown = [.. Overloads.Take(MostOverloads).Select(overload => overload.Text)];
            yield return ("Overloads", Overloads.Count > MostOverloads ? [.. shown, $"and {Overloads.Count - MostOverloads} more"] : shown);
        }
    }

    private static string Html(SignatureText signature) =>
        Encode(signature.Text[..signature.MarkStart])
        + (signature.MarkLength == 0 ? "" : $"<b>{Encode(signature.Text.Substring(signature.MarkStart, signature.MarkLength))}</b>")
        + Encode(signature.Text[(signature.MarkStart + signature.MarkLength)..]);

    private static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
