using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Notebooks.Html;

/// <summary>Replaces straight quotation marks and apostrophes with typographic ones. Code and formulas keep theirs.</summary>
/// <remarks>
/// A mark opens where a word may begin (after a space, a bracket, a dash or another opening mark) and closes elsewhere. Markdig's own
/// extension pairs marks within one inline. So marks around emphasis or inside a word stay straight.
/// </remarks>
internal static class BookQuotes
{
    private const string BeforeOpening = "([{-\u2013\u2014/\u2018\u201C";

    /// <summary>Replaces the marks in every paragraph, heading and table cell of a document.</summary>
    internal static void Set(MarkdownDocument document)
    {
        foreach (LeafBlock block in document.Descendants<LeafBlock>())
        {
            char before = ' ';
            foreach (Inline inline in block.Inline?.Descendants() ?? [])
            {
                before = inline switch
                {
                    LiteralInline literal => Set(literal, before),
                    LineBreakInline => ' ',
                    ContainerInline or HtmlInline => before,
                    _ => 'x',
                };
            }
        }
    }

    private static char Set(LiteralInline literal, char before)
    {
        char[] text = literal.Content.ToString().ToCharArray();
        for (int i = 0; i < text.Length; i++)
        {
            bool opens = char.IsWhiteSpace(before) || BeforeOpening.Contains(before, StringComparison.Ordinal);
            bool year = i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]); // the '40s
            text[i] = (text[i], opens) switch
            {
                ('"', true) => '\u201C',
                ('"', false) => '\u201D',
                ('\'', true) when !year => '\u2018',
                ('\'', _) => '\u2019',
                (char other, _) => other,
            };
            before = text[i];
        }

        literal.Content = new StringSlice(new string(text));
        return before;
    }
}
