using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Notebooks.Html;

/// <summary>Renders the Markdown of one page as HTML and records its headings.</summary>
/// <param name="images">The source of pictures.</param>
internal sealed partial class Prose(PageImages images)
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseAutoLinks()
        .Build();

    private readonly MediaTags media = new(images);
    private readonly HashSet<string> ids = [];
    private readonly HashSet<string> anchors = [];
    private readonly List<PageHeading> headings = [];

    /// <summary>The headings written so far.</summary>
    internal IReadOnlyList<PageHeading> Headings => headings;

    /// <summary>Whether a formula was written.</summary>
    internal bool HasMath { get; private set; }

    /// <summary>The HTML of a Markdown text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="attachments">Pictures attached to the cell: name to data URI.</param>
    /// <param name="omitTitle">A first heading of level 1 is left out if it has this text, because the page's head already shows
    /// it.</param>
    /// <param name="listed">Whether its headings belong in the table of contents.</param>
    internal string ToHtml(string markdown, IReadOnlyDictionary<string, string>? attachments = null, string? omitTitle = null,
        bool listed = true)
    {
        var math = new MathText(markdown);
        HasMath |= math.Any;
        MarkdownDocument document = Markdown.Parse(math.Markdown, pipeline);
        if (omitTitle is not null && document is [HeadingBlock { Level: 1 } first, ..]
            && PlainText(first, math).Contains(omitTitle, StringComparison.OrdinalIgnoreCase))
            document.RemoveAt(0);

        foreach (LinkInline picture in document.Descendants<LinkInline>().Where(link => link.IsImage).ToArray())
            Embed(picture, attachments);
        BookQuotes.Set(document);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
            Number(heading, math, listed);
        string html = InChinese(ClosedHtml.Of(media.Embed(PageLinks.ToPages(math.Html(Render(document))), attachments)));
        anchors.UnionWith(PageLinks.Anchors(html));
        return html;
    }

    /// <summary>HTML from a cell's output, with its media in the page and nothing left open.</summary>
    internal string Contain(string html) => ClosedHtml.Of(media.Embed(html));

    /// <summary>The HTML of texts, when all are written, with links to headings by any name that Jupyter or GitHub gives them.</summary>
    internal string Link(string html) => PageLinks.ToHeadings(html, ids, anchors);

    /// <summary>A display formula, from its TeX with or without dollars.</summary>
    internal string Formula(string tex)
    {
        HasMath = true;
        return $"<div class=\"math\">{System.Net.WebUtility.HtmlEncode(tex.Trim().Trim('$').Trim())}</div>";
    }

    // So that a screen reader speaks it as Chinese. Beside kana the same signs are Japanese.
    private static string InChinese(string html) =>
        html.AsSpan().IndexOfAnyInRange('\u3040', '\u30FF') < 0 ? Chinese().Replace(html, "<span lang=\"zh\">$0</span>") : html;

    // Between tags, not inside one.
    [GeneratedRegex(@"[\u3400-\u9FFF]+(?=[^<>]*<)")]
    private static partial Regex Chinese();

    private static string Render(MarkdownObject node)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(text);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new FencedCodeHtml());
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrolledTableHtml());
        renderer.Render(node);
        return text.ToString();
    }

    private void Embed(LinkInline picture, IReadOnlyDictionary<string, string>? attachments)
    {
        string address = picture.Url ?? "";
        if (images.DataUri(address, attachments) is { } uri)
            picture.Url = uri;
        else
            // A page never fetches anything: an unavailable picture becomes a link.
            picture.IsImage = false;
    }

    private void Number(HeadingBlock heading, MathText math, bool listed)
    {
        string text = PlainText(heading, math);
        string slug = PageLinks.Slug(text);
        string id = slug;
        for (int n = 2; !ids.Add(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        heading.GetAttributes().Id = id;
        if (listed)
            headings.Add(new PageHeading(id, heading.Level, text,
                heading.Inline is null ? "" : math.Html(RenderWithoutLinks(heading.Inline))));
    }

    private static string RenderWithoutLinks(ContainerInline inlines)
    {
        var html = new StringBuilder();
        foreach (Inline inline in inlines)
            html.Append(inline is LinkInline link ? RenderWithoutLinks(link) : Render(inline));
        return html.ToString();
    }

    private static string PlainText(HeadingBlock heading, MathText math)
    {
        var text = new StringBuilder();
        foreach (Inline inline in heading.Inline?.Descendants() ?? [])
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content),
                CodeInline code => text.Append(code.Content),
                _ => text,
            };
        }

        return math.Plain(text.ToString());
    }
}
