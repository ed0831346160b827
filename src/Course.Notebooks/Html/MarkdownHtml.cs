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
