using Markdig.Extensions.Mathematics;
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

/// <summary>Writes a <c>$$</c> block as an element with its TeX as text, for <c>page.js</c> to render.</summary>
internal sealed class MathBlockHtml : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock math)
    {
        renderer.Write("<div class=\"math\">");
        renderer.WriteLeafRawLines(math, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</div>");
    }
}

/// <summary>Writes <c>$x$</c> and <c>$$x$$</c> as elements with their TeX as text, for <c>page.js</c> to render.</summary>
internal sealed class MathInlineHtml : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        renderer.Write(math.DelimiterCount > 1 ? "<span class=\"math display\">" : "<span class=\"math\">");
        renderer.WriteEscape(math.Content);
        renderer.Write("</span>");
    }
}
