using System.Text;
using Course.Notebooks.Html;
using Course.Plots;

namespace Course.Cli.Site;

/// <summary>Writes pages with what stands around each of them, draws their pictures, and notes what the search can find in them.</summary>
/// <param name="folder">The site's folder.</param>
/// <param name="pages">Which pages there are.</param>
/// <param name="url">Where the site will be public, with a slash at the end; null if nowhere.</param>
/// <param name="colophon">What stands at the foot of each page, as HTML.</param>
internal sealed class PageOutput(string folder, SitePages pages, Uri? url, string colophon)
{
    /// <summary>The course's name.</summary>
    public const string CourseName = "The history of deep learning, in C#";

    private readonly (string Element, string File)[] shared = [(PlotlyJs.ScriptElement(), "plotly.js")];

    /// <summary>What the search finds.</summary>
    public SearchIndex Index { get; } = new();

    /// <summary>Writes a text as a page.</summary>
    public void Write(PagePlan plan, SiteText text) => Write(plan, (writer, frame) => SitePage.Write(text, writer, frame));

    /// <summary>Writes a page.</summary>
    /// <param name="plan">What is known of it.</param>
    /// <param name="write">Writes it into its file, within the frame that it gets, and answers with its headings.</param>
    public void Write(PagePlan plan, Func<TextWriter, SiteFrame, IReadOnlyList<PageHeading>> write)
    {
        string file = Path.Combine(folder, plan.Address);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        IReadOnlyList<PageHeading> headings;
        using (var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            headings = write(writer, Frame(plan));
        Index.Add(new SearchEntry(plan.Title, plan.Year.Length > 0 ? $"{plan.Kind} · {plan.Year}" : plan.Kind, plan.Address, plan.Weight,
            plan.Description.Length > 0 ? plan.Description : null), plan.ListsHeadings ? headings : []);
        if (url is not null) Draw(plan);
    }

    /// <summary>Writes the files that all pages share.</summary>
    public void WriteShared() => SiteAssets.Write(folder, [("plotly.js", PlotlyJs.Text()), (SearchIndex.File, Index.Script())]);

    private SiteFrame Frame(PagePlan plan) => new()
    {
        Top = plan.Top,
        Home = new SiteLink(CourseName, $"{plan.Top}index.html"),
        Menu = [.. pages.Menu.Select(link => link with { Address = plan.Top + link.Address })],
        Previous = Neighbour(plan, plan.Previous),
        Next = Neighbour(plan, plan.Next),
        Related = [.. plan.Related.Select(link => link with { Address = plan.Top + link.Address })],
        Properties = Properties(plan),
        Address = path => pages.Address(plan.Source, plan.Top, path),
        SharedScripts = shared,
        Colophon = colophon,
    };

    private static SiteLink? Neighbour(PagePlan plan, PagePlan? other) =>
        other is null ? null : new SiteLink(other.Title, plan.Top + other.Address);

    private (string Property, string Content)[] Properties(PagePlan plan)
    {
        string description = plan.Description.Length > 0 ? plan.Description : $"{plan.Title}. {CourseName}.";
        (string Property, string Content)[] said =
        [
            ("description", description), ("og:title", plan.Title), ("og:description", description), ("og:site_name", CourseName),
            ("og:type", plan.Address == "index.html" ? "website" : "article"),
        ];
        // Other programs take whole addresses only.
        return url is null ? said :
        [
            .. said, ("og:url", new Uri(url, plan.Address).AbsoluteUri), ("og:image", new Uri(url, plan.Card).AbsoluteUri),
            ("og:image:width", $"{ShareCard.Width}"), ("og:image:height", $"{ShareCard.Height}"), ("og:image:alt", plan.Title),
            ("twitter:card", "summary_large_image"),
        ];
    }

    private void Draw(PagePlan plan)
    {
        string file = Path.Combine(folder, plan.Card);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string kicker = plan.Year.Length > 0 ? $"{plan.Kind} · {plan.Year}" : plan.Kind;
        File.WriteAllBytes(file, new ShareCard(kicker, plan.Title, plan.Year).Png());
    }
}
