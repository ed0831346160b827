namespace Course.Notebooks.Html;

/// <summary>A link of the site's own.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Address">Where it leads, seen from the page.</param>
public sealed record SiteLink(string Text, string Address);

/// <summary>
/// What a page has around it when it belongs to a site. It shares its style sheets, its scripts and the drawing library with the other
/// pages (<see cref="SiteAssets"/>), so it needs the site's folder, and nothing else.
/// </summary>
public sealed record SiteFrame
{
    /// <summary>The way from the page to the site's top folder: empty, or <c>../</c>.</summary>
    public string Top { get; init; } = "";

    /// <summary>The site's name, and its first page.</summary>
    public required SiteLink Home { get; init; }

    /// <summary>The links that stand above every page.</summary>
    public IReadOnlyList<SiteLink> Menu { get; init; } = [];

    /// <summary>The page before this one; null for none.</summary>
    public SiteLink? Previous { get; init; }

    /// <summary>The page after this one; null for none.</summary>
    public SiteLink? Next { get; init; }

    /// <summary>Links at the page's foot: what belongs to it.</summary>
    public IReadOnlyList<SiteLink> Related { get; init; } = [];

    /// <summary>What other programs are told of the page, as property and content: <c>og:title</c> and the like.</summary>
    public IReadOnlyList<(string Property, string Content)> Properties { get; init; } = [];

    /// <summary>
    /// Where a link of the page's text leads. It gets a path without its anchor: relative to the text's own folder, with <c>/</c> in front
    /// from the top of the repository, or the name of a lesson's page. It answers with an address seen from the page, or with null where
    /// the site has no such page; then the words stay, without a link.
    /// </summary>
    public required Func<string, string?> Address { get; init; }

    /// <summary>
    /// Script elements that cells show and that every page would carry again, each with the site's file that stands for it.
    /// </summary>
    public IReadOnlyList<(string Element, string File)> SharedScripts { get; init; } = [];

    /// <summary>What stands at the page's very end, as HTML.</summary>
    public string Colophon { get; init; } = "";
}

/// <summary>A page of a site that is no notebook: its text, and what its head says.</summary>
public sealed record SiteText
{
    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>A few words above the title; empty for none.</summary>
    public string Kicker { get; init; } = "";

    /// <summary>The text as Markdown; its first heading is left out if it is the title.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>What follows the text, as HTML that nothing is changed in.</summary>
    public string Html { get; init; } = "";

    /// <summary>The folder against which the text's pictures are resolved; null for no pictures.</summary>
    public string? Directory { get; init; }

    /// <summary>Whether each row of its tables can be linked to, by an anchor made of the row's first cell.</summary>
    public bool RowAnchors { get; init; }

    /// <summary>The site's scripts that this page needs beside those of all pages.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
}
