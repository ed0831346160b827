using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Course.Notebooks.Html;

/// <summary>Writes <c>$x$</c> and <c>$$x$$</c> as elements that hold their TeX as text, for <c>page.js</c> to render.</summary>
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
