using System.Net;

namespace Course.Notebooks.Html;

/// <summary>The links from a page of a site to its other pages.</summary>
/// <param name="writer">The destination.</param>
/// <param name="site">The page's frame.</param>
internal sealed class SiteNavigation(TextWriter writer, SiteFrame site)
{
    /// <summary>The bar above the page: the site's name, its menu, the neighbours as arrows, and the box for the search.</summary>
    internal void WriteBar()
    {
        writer.Write($"<div class=\"site-bar\">\n<nav aria-label=\"Site\">\n<a class=\"home\" href=\"{Escape(site.Home.Address)}\">{Escape(site.Home.Text)}</a>\n<ul>\n");
        foreach (SiteLink link in site.Menu)
            writer.Write($"<li><a href=\"{Escape(link.Address)}\">{Escape(link.Text)}</a></li>\n");
        writer.Write("</ul>\n");
        Arrow(site.Previous, "prev", "Previous", "\u2190");
        Arrow(site.Next, "next", "Next", "\u2192");
        writer.Write($"""
            </nav>
            <form role="search" aria-label="The whole site" action="{site.Top}search.html">
            <label for="site-search">Search</label>
            <input id="site-search" type="search" name="q" autocomplete="off" spellcheck="false">
            <button>Search</button>
            </form>
            </div>

            """);
    }

    /// <summary>The links below the text: what belongs to the page, and its neighbours by name.</summary>
    internal void WriteNeighbours()
    {
        if (site.Related.Count == 0 && site.Previous is null && site.Next is null) return;
        writer.Write("<nav class=\"neighbours\" aria-label=\"Before, after and beside this page\">\n");
        if (site.Related.Count > 0)
        {
            writer.Write("<ul>\n");
            foreach (SiteLink link in site.Related)
                writer.Write($"<li><a href=\"{Escape(link.Address)}\">{Escape(link.Text)}</a></li>\n");
            writer.Write("</ul>\n");
        }

        Neighbour(site.Previous, "prev", "Previous");
        Neighbour(site.Next, "next", "Next");
        writer.Write("</nav>\n");
    }

    private void Arrow(SiteLink? link, string relation, string word, string arrow)
    {
        if (link is not null)
            writer.Write($"<a class=\"arrow\" rel=\"{relation}\" href=\"{Escape(link.Address)}\" aria-label=\"{Escape($"{word}: {link.Text}")}\" "
                + $"title=\"{Escape(link.Text)}\">{arrow}</a>\n");
    }

    private void Neighbour(SiteLink? link, string relation, string word)
    {
        if (link is not null)
            writer.Write($"<a class=\"{relation}\" rel=\"{relation}\" href=\"{Escape(link.Address)}\"><span>{word}</span> {Escape(link.Text)}</a>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
