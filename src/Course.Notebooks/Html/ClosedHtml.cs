using System.Text;

namespace Course.Notebooks.Html;

/// <summary>
/// HTML from a cell, made so that it cannot reach beyond the cell: what is left open is closed, and an end without a beginning is left out.
/// HTML that is sound stays as it is, character for character.
/// </summary>
internal sealed class ClosedHtml
{
    private static readonly HashSet<string> empty =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ];

    private static readonly HashSet<string> rawText = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    // Browsers end these by themselves where their parent ends.
    private static readonly HashSet<string> endedByParent =
    [
        "p", "li", "dt", "dd", "option", "optgroup", "rt", "rp", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup",
        "html", "head", "body",
    ];

    // Browsers carry these on past the end of their parent.
    private static readonly HashSet<string> carriedOn =
    [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    ];

    private static readonly HashSet<string> tableParts = ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"];
    private static readonly HashSet<string> walls = ["table", "td", "th", "caption", "template", "object", "svg", "math", "select"];

    private readonly string html;
    private readonly StringBuilder closed;
    private readonly List<string> open = [];
    private int at;

    private ClosedHtml(string html)
    {
        this.html = html;
        closed = new StringBuilder(html.Length + 64);
    }

    /// <summary>The HTML with all that it opens closed, and nothing closed that it does not open.</summary>
    internal static string Of(string html) => html.Contains('<', StringComparison.Ordinal) ? new ClosedHtml(html).Close() : html;

    private string Close()
    {
        while (at < html.Length)
        {
            int next = html.IndexOf('<', at);
            if (next < 0)
                next = html.Length;
            closed.Append(html, at, next - at);
            at = next;
            if (at < html.Length)
                ReadMarkup();
        }
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (!endedByParent.Contains(open[i]))
                closed.Append("</").Append(open[i]).Append('>');
        }
        return closed.ToString();
    }

    private void ReadMarkup()
    {
        ReadOnlySpan<char> rest = html.AsSpan(at);
        if (rest.StartsWith("<!--"))
            Take(html.IndexOf("-->", at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : -1, "-->");
        else if (rest.StartsWith("<!") || rest.StartsWith("<?"))
            Take(html.IndexOf('>', at) + 1, ">");
        else if (rest.Length > 2 && rest[1] == '/' && char.IsAsciiLetter(rest[2]))
            ReadEnd();
        else if (rest.Length > 1 && char.IsAsciiLetter(rest[1]))
            ReadStart();
        else
            Take(at + 1, "");
    }

    private void ReadStart()
    {
        int end = TagEnd();
        // Without its end a tag would take what follows for attributes; browsers leave it out, too.
        if (end < 0)
        {
            at = html.Length;
            return;
        }
        string name = Name(at + 1);
        bool closesItself = html[end - 2] == '/' && open.Any(outer => outer is "svg" or "math");
        if (name == "plaintext")
        {
            at = end;
            return;
        }
        Take(end, "");
        if (rawText.Contains(name) && !open.Contains("svg"))
        {
            int ended = html.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
            Take(ended < 0 ? -1 : html.IndexOf('>', ended) + 1, $"</{name}>");
        }
        else if (!empty.Contains(name) && !closesItself)
        {
            open.Add(name);
        }
    }

    private void ReadEnd()
    {
        int end = html.IndexOf('>', at) + 1;
        if (end > 0 && Ends(Name(at + 2)))
            Take(end, "");
        else
            at = end > 0 ? end : html.Length;
    }

    private bool Ends(string name)
    {
        int begun = open.LastIndexOf(name);
        if (begun < 0)
            return name is "p" or "br";
        if (open.Skip(begun + 1).Any(inner => tableParts.Contains(name) ? inner is "table" or "template" : walls.Contains(inner)))
            return false;
        string[] carried = carriedOn.Contains(name) ? [.. open.Skip(begun + 1)] : [.. open.Skip(begun + 1).Where(carriedOn.Contains)];
        open.RemoveRange(begun, open.Count - begun);
        open.AddRange(carried);
        return true;
    }

    // Copies up to there; below 1 means that the end is missing, and the closing is added instead.
    private void Take(int end, string closing)
    {
        closed.Append(html, at, (end > 0 ? end : html.Length) - at).Append(end > 0 ? "" : closing);
        at = end > 0 ? end : html.Length;
    }

    private string Name(int from)
    {
        int end = from;
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] is not ('>' or '/'))
            end++;
        return html[from..end].ToLowerInvariant();
    }

    // A quotation mark counts after an equals sign only.
    private int TagEnd()
    {
        char quote = '\0';
        char last = '\0';
        for (int i = at; i < html.Length; i++)
        {
            char c = html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && last == '=')
                quote = c;
            else if (c == '>')
                return i + 1;
            if (!char.IsWhiteSpace(c))
                last = c;
        }
        return -1;
    }
}
