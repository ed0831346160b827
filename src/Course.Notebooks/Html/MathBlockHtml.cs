using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Course.Notebooks.Html;

/// <summary>Writes a <c>$$</c> block as an element that holds its TeX as text, for <c>page.js</c> to render.</summary>
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
