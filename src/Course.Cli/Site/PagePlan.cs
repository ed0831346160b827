using Course.Notebooks.Html;

namespace Course.Cli.Site;

/// <summary>A page of the site, before it is written.</summary>
/// <param name="Address">Its file, seen from the site's top.</param>
/// <param name="Source">The file that it was made from, seen from the repository's top: what its links are relative to.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is, in a word or two, for the search and for its picture.</param>
internal sealed record PagePlan(string Address, string Source, string Title, string Kind)
{
    /// <summary>The page in a line, for other programs that show a link to it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The year of a lesson; empty for other pages.</summary>
    public string Year { get; init; } = "";

    /// <summary>The page before it.</summary>
    public PagePlan? Previous { get; init; }

    /// <summary>The page after it.</summary>
    public PagePlan? Next { get; init; }

    /// <summary>What belongs to it: links seen from the site's top.</summary>
    public IReadOnlyList<SiteLink> Related { get; init; } = [];

    /// <summary>How far the search puts it before a heading that fits equally well.</summary>
    public double Weight { get; init; } = 1.2;

    /// <summary>Whether the search finds its headings, too.</summary>
    public bool ListsHeadings { get; init; } = true;

    /// <summary>The way from the page to the site's top folder.</summary>
    public string Top => string.Concat(Enumerable.Repeat("../", Address.Count(letter => letter == '/')));

    /// <summary>The file of its picture, seen from the site's top.</summary>
    public string Card => $"cards/{Path.ChangeExtension(Address, ".png").Replace('/', '-')}";
}
