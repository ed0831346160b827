using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Notebooks.Html;

/// <summary>
/// The formulas of one Markdown text. They are taken out before Markdown is read, as Jupyter does it, because Markdown would take their
/// backslashes, underscores and lines for its own; afterwards they are put back as elements with their TeX as text, for <c>page.js</c>.
/// Formulas are <c>$x$</c>, <c>$$x$$</c>, <c>\\(x\\)</c>, <c>\\[x\\]</c>, the environments of mathematics, and <c>\eqref{x}</c>.
/// </summary>
internal sealed partial class MathText
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    private static readonly MarkdownPipeline codeFinder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    private readonly List<(string Tex, bool IsDisplay)> formulas = [];

    /// <summary>Takes the formulas out of a text.</summary>
    /// <param name="markdown">The text.</param>
    internal MathText(string markdown) => Markdown = MayHoldMath().IsMatch(markdown) ? Hide(markdown) : markdown;

    /// <summary>The text with a mark in the place of each formula.</summary>
    internal string Markdown { get; }

    /// <summary>Whether there is any formula.</summary>
    internal bool Any => formulas.Count > 0;

    /// <summary>A text with the formulas' TeX in the place of their marks.</summary>
    internal string Plain(string text) => Mark().Replace(text, mark => Formula(mark).Tex);

    /// <summary>HTML with the formulas in the place of their marks. A display formula on lines of its own ends the paragraph.</summary>
    internal string Html(string html)
    {
        if (!Any)
            return html;
        var result = new StringBuilder();
        int at = 0;
        bool inParagraph = false;
        bool inTag = false;
        foreach (Match mark in Mark().Matches(html))
        {
            string between = html[at..mark.Index];
            at = mark.Index + mark.Length;
            result.Append(between);
            if (between.LastIndexOf("<p>", StringComparison.Ordinal) is var begun
                && between.LastIndexOf("</p>", StringComparison.Ordinal) is var ended && begun != ended)
                inParagraph = begun > ended;
            (string tex, bool isDisplay) = Formula(mark);
            string text = Escape(tex);
            if (between.LastIndexOfAny(['<', '>']) is >= 0 and var edge)
                inTag = between[edge] == '<';
            if (inTag)
                result.Append(text); // The text of a picture, in its tag.
            else if (!isDisplay || !IsAlone(between, html.AsSpan(at)))
                result.Append(isDisplay ? "<span class=\"math display\">" : "<span class=\"math\">").Append(text).Append("</span>");
            else if (!inParagraph)
                result.Append("<div class=\"math\">").Append(text).Append("</div>");
            else
                at += AppendOutsideParagraph(result, text, html.AsSpan(at), ref inParagraph);
        }
        return result.Append(html, at, html.Length - at).ToString();
    }

    // An apostrophe stays as it is.
    private static string Escape(string tex) => tex
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static bool IsAlone(string before, ReadOnlySpan<char> after) =>
        (before is "" or [.., '\n'] || before.EndsWith("<p>", StringComparison.Ordinal)
            || before.EndsWith("<li>", StringComparison.Ordinal))
        && after is [] or ['\n' or '<', ..];

    // Returns how much of what follows is done with.
    private static int AppendOutsideParagraph(StringBuilder result, string text, ReadOnlySpan<char> after, ref bool inParagraph)
    {
        if (result.ToString(Math.Max(0, result.Length - 3), Math.Min(3, result.Length)) == "<p>")
            result.Length -= 3;
        else
            result.Append("</p>\n");
        result.Append("<div class=\"math\">").Append(text).Append("</div>");
        if (after.StartsWith("</p>"))
        {
            inParagraph = false;
            return "</p>".Length;
        }
        result.Append("\n<p>");
        return after is ['\n', ..] ? 1 : 0;
    }

    private (string Tex, bool IsDisplay) Formula(Match mark) =>
        int.TryParse(mark.Groups["number"].Value, out int number) && number < formulas.Count ? formulas[number] : (mark.Value, false);

    private string Hide(string markdown)
    {
        var code = new CodeRanges(Markdig.Markdown.Parse(markdown, codeFinder));
        var text = new StringBuilder();
        int at = 0;
        foreach (Match start in Start().Matches(markdown))
        {
            if (start.Index < at || code.Holds(start.Index) || Read(markdown, start) is not { } found
                || code.Touches(start.Index, found.End))
                continue;
            text.Append(markdown, at, start.Index - at).Append(Open).Append(formulas.Count).Append(Close);
            string tex = Unquoted(markdown, start.Index, found.Tex);
            formulas.Add((found.IsDisplay ? tex.TrimStart() : tex, found.IsDisplay));
            at = found.End;
        }
        return text.Append(markdown, at, markdown.Length - at).ToString();
    }

    private static (string Tex, bool IsDisplay, int End)? Read(string markdown, Match start)
    {
        int from = start.Index + start.Length;
        if (start.Groups["environment"] is { Success: true } environment)
            return Environment(markdown, start.Index, environment.Value);
        (Regex end, bool isDisplay) = start.Value switch
        {
            "$$" => (DoubleDollar(), true),
            @"\\[" => (Bracket(), true),
            @"\\(" => (Parenthesis(), false),
            "$" => (Dollar(), false),
            _ => (Reference(), false),
        };
        Match match = end.Match(markdown, start.Value == "$" || end == Reference() ? start.Index : from);
        string tex = match.Groups["tex"].Value;
        return match.Success && !string.IsNullOrWhiteSpace(tex)
            ? (tex, isDisplay, match.Index + match.Length)
            : null;
    }

    private static (string Tex, bool IsDisplay, int End)? Environment(string markdown, int from, string name)
    {
        int depth = 0;
        foreach (Match edge in Edge().Matches(markdown, from))
        {
            if (edge.Groups["name"].Value != name)
                continue;
            depth += edge.Groups["which"].Value == "begin" ? 1 : -1;
            if (depth == 0)
                return (Known(markdown[from..(edge.Index + edge.Length)]), true, edge.Index + edge.Length);
        }
        return null;
    }

    // Environments that KaTeX lacks, as others that look nearly the same.
    private static string Known(string tex) => tex.Contains("{eqnarray", StringComparison.Ordinal)
        ? Relation().Replace(tex, "&$1").Replace("{eqnarray", "{align", StringComparison.Ordinal)
        : tex.Replace("{multline", "{gather", StringComparison.Ordinal).Replace("{flalign", "{align", StringComparison.Ordinal);

    // The lines of a formula inside a quotation begin with its marks.
    private static string Unquoted(string markdown, int from, string tex)
    {
        int line = from == 0 ? 0 : markdown.LastIndexOf('\n', from - 1) + 1;
        return markdown.AsSpan(line, from - line).TrimStart() is ['>', ..] ? QuoteMarks().Replace(tex, "\n") : tex;
    }

    /// <summary>Where a text holds code, a tag or an address, in which dollars are dollars.</summary>
    private sealed class CodeRanges(MarkdownDocument document)
    {
        private readonly SourceSpan[] fenced =
        [
            .. document.Descendants<FencedCodeBlock>().Select(block => block.Span),
            .. document.Descendants<CodeInline>().Select(code => code.Span),
            .. document.Descendants<HtmlInline>().Select(tag => tag.Span),
            .. document.Descendants<LinkInline>().Select(link => link.UrlSpan),
        ];

        // A formula's lines may be indented like code, but no formula begins there.
        private readonly SourceSpan[] indented = [.. document.Descendants<CodeBlock>().Select(block => block.Span)];

        internal bool Holds(int position) => fenced.Concat(indented).Any(span => span.Start <= position && position <= span.End);

        internal bool Touches(int from, int to) => fenced.Any(span => span.Start < to && from <= span.End);
    }

    [GeneratedRegex(@"\$|\\begin|\\\\[(\[]|\\(?:eq)?ref\{")]
    private static partial Regex MayHoldMath();

    [GeneratedRegex(@"\uE000(?<number>\d{1,6})\uE001")]
    private static partial Regex Mark();

    // An escaped dollar is none.
    [GeneratedRegex("""
        (?<!\\)(?:
        \$\$ | \$
        | \\\\[(\[]
        | \\begin\{(?<environment>(?:equation|align|alignat|aligned|alignedat|gather|gathered|multline|eqnarray|flalign|split|cases|rcases
            |array|[pbBvV]?matrix|smallmatrix|CD)\*?)\}
        | \\(?:eq)?ref\{[^{}]+\})
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Start();

    [GeneratedRegex(@"\G(?<tex>(?:[^$\\]|\\.|\$(?!\$))+?)\$\$", RegexOptions.Singleline)]
    private static partial Regex DoubleDollar();

    // No space inside the dollars, no digit after them, no empty line between them: two prices are no formula.
    [GeneratedRegex(@"\G\$(?<tex>(?![\s$])(?:[^$\\\n]|\\.|\n(?![^\S\n]*\n))*?(?<!\s))(?<!\\)\$(?![\d$])", RegexOptions.Singleline)]
    private static partial Regex Dollar();

    [GeneratedRegex(@"\G(?<tex>.+?)\\\\\]", RegexOptions.Singleline)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\G(?<tex>.+?)\\\\\)", RegexOptions.Singleline)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\G(?<tex>\\(?:eq)?ref\{[^{}]+\})")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\\(?<which>begin|end)\{(?<name>[a-zA-Z]+\*?)\}")]
    private static partial Regex Edge();

    [GeneratedRegex(@"&\s*([^&\\]{1,12}?|\\[a-z]+)\s*&")]
    private static partial Regex Relation();

    [GeneratedRegex(@"\n(?:[^\S\n]*>)+[^\S\n]?")]
    private static partial Regex QuoteMarks();
}
