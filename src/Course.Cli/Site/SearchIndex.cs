using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Course.Notebooks.Html;

namespace Course.Cli.Site;

/// <summary>Something that the search finds.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Where it is, seen from the site's top.</param>
/// <param name="Weight">How far it comes before others that fit equally well; 1 for a heading.</param>
/// <param name="More">More words by which it is found; null for none.</param>
internal sealed record SearchEntry(
    [property: JsonPropertyName("t")] string Title,
    [property: JsonPropertyName("k")] string Kind,
    [property: JsonPropertyName("u")] string Address,
    [property: JsonPropertyName("w")] double Weight,
    [property: JsonPropertyName("x"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? More = null);

/// <summary>
/// What the search looks through: the titles of all pages, the headings of the lessons and documents, the terms of the glossary, the
/// papers. It is a script, because a page from disk may read no other file.
/// </summary>
internal sealed class SearchIndex
{
    /// <summary>The file in the site's top folder.</summary>
    public const string File = "search-index.js";

    private static readonly JsonSerializerOptions compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<SearchEntry> entries = [];

    /// <summary>Adds a page with its headings.</summary>
    public void Add(SearchEntry page, IEnumerable<PageHeading> headings)
    {
        entries.Add(page);
        entries.AddRange(headings.Where(heading => heading.Level is 2 or 3)
            .Select(heading => new SearchEntry(heading.Text, page.Title, $"{page.Address}#{heading.Id}", 1)));
    }

    /// <summary>Adds the rows of a glossary: English, Chinese, the meaning, the lesson.</summary>
    /// <param name="markdown">The glossary.</param>
    /// <param name="page">Its page.</param>
    public void AddTerms(string markdown, string page)
    {
        var anchors = new HashSet<string>();
        foreach (string line in markdown.Split('\n').Where(line => line.StartsWith('|')))
        {
            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Trim('*', '`'))];
            if (cells.Length < 3 || cells[0].Length == 0 || cells[0].All(c => c is '-' or ':') || cells[0] == "English term") continue;
            string anchor = SitePage.AnchorOf(cells[0]);
            if (anchors.Add(anchor))
                entries.Add(new SearchEntry($"{cells[0]} {cells[1]}", "Term", $"{page}#{anchor}", 2, cells[2]));
        }
    }

    /// <summary>Adds the publications.</summary>
    public void Add(IEnumerable<CitedPaper> papers, string page) => entries.AddRange(papers.Select(cited => new SearchEntry(
        cited.Paper.Title, "Paper", $"{page}#{cited.Anchor}", 1.2,
        string.Create(CultureInfo.InvariantCulture, $"{cited.Paper.Authors}, {cited.Paper.Year}"))));

    /// <summary>The index as a script.</summary>
    public string Script() =>
        $"window.courseIndex = [\n{string.Join(",\n", entries.Select(entry => JsonSerializer.Serialize(entry, compact)))}\n];\n";
}
