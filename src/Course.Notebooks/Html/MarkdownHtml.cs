using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Course.Notebooks.Html;

/// <summary>Writes a code block: C# with highlighting, anything else plain.</summary>
internal sealed class FencedCodeHtml : HtmlObjectRenderer<CodeBlock>
{
    private static readonly HashSet<string> csharp = new(StringComparer.OrdinalIgnoreCase) { "csharp", "cs", "c#" };

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        renderer.Write("<pre><code>");
        if (block is FencedCodeBlock { Info: { } language } && csharp.Contains(language))
            renderer.Write(CSharpHighlighter.ToHtml(block.Lines.ToString()));
        else
            renderer.WriteEscape(block.Lines.ToString());
        renderer.WriteLine("</code></pre>");
    }
}

/// <summary>Writes a table in a box that scrolls: a table that scrolled by itself would be none to a screen reader.</summary>
internal sealed class ScrolledTableHtml : HtmlTableRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.Write("<div class=\"scrolls\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
