using System.Buffers.Binary;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Course.FrontEnds.Tests.Site;

/// <summary>The site as <c>course site</c> writes it: its links, its size, and how it works in a browser that opens it from disk.</summary>
public sealed partial class SiteTests(BuiltSite site, Browser browser) : IClassFixture<BuiltSite>, IClassFixture<Browser>
{
    private const long Largest = 3_000_000;

    [Fact]
    public void Every_link_leads_to_a_page_and_a_place_that_are_there()
    {
        Dictionary<string, SitePageFile> pages = site.Pages.ToDictionary(page => page.Name);

        string[] problems = [.. site.Pages
            .SelectMany(page => page.Addresses.Select(address => page.Problem(address, pages))).OfType<string>().Distinct()];

        Assert.True(site.Pages.Sum(page => page.Addresses.Count) > 1000, "The links were not found.");
        Assert.Equal([], problems);
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_first_one()
    {
        Dictionary<string, SitePageFile> pages = site.Pages.ToDictionary(page => page.Name);
        var reached = new HashSet<string>();
        var open = new Stack<string>(["index.html"]);
        while (open.TryPop(out string? name))
        {
            if (!reached.Add(name)) continue;
            foreach (string address in pages[name].Addresses.Where(address => !address.Contains(':', StringComparison.Ordinal)))
            {
                string target = new Uri(new Uri("http://site/" + name), address).AbsolutePath[1..];
                if (pages.ContainsKey(target)) open.Push(target);
            }
        }

        Assert.Equal([], pages.Keys.Except(reached));
    }

    [Fact]
    public void No_page_loads_anything_from_outside_the_folder() => Assert.All(site.Pages, page =>
    {
        Assert.All(page.Loaded, address => Assert.Matches("^data:|^(?![a-z]+:|//)", address));
        Assert.Contains("content=\"default-src 'none'; script-src 'self' ", page.Html, StringComparison.Ordinal);
    });

    [Fact]
    public void A_lesson_has_its_page_below_three_megabytes_and_shares_the_drawing_library() => Assert.All(BuiltSite.Lessons, lesson =>
    {
        SitePageFile page = Assert.Single(site.Pages, page => page.Name == lesson + ".html");
        Assert.InRange(new FileInfo(page.Path).Length, 1, Largest);
        Assert.Contains("<script defer src=\"plotly.js\"></script>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("* plotly.js v", page.Html, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_page_has_a_picture_for_whoever_links_to_it() => Assert.All(site.Pages, page =>
    {
        string address = Picture().Match(page.Html).Groups["url"].Value;
        Assert.StartsWith(BuiltSite.PublicAddress, address, StringComparison.Ordinal);
        byte[] picture = File.ReadAllBytes(Path.Combine(site.Folder, address[BuiltSite.PublicAddress.Length..]));
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(picture, 1, 3));
        Assert.Equal((1200, 630),
            (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))));
    });

    [Theory]
    [InlineData("index.html", 1280)]
    [InlineData("02-perceptron.html", 390)]
    [InlineData("claims.html", 390)]
    [InlineData("papers.html", 390)]
    [InlineData("solutions/02-perceptron.html", 1280)]
    public async Task A_browser_opens_a_page_from_disk_without_a_complaint(string page, int width)
    {
        (IPage opened, List<string> complaints) = await OpenAsync(page, width);

        Assert.True(await opened.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Equal([], complaints);
    }

    [Fact]
    public async Task A_browser_draws_every_chart_of_a_lesson_from_the_shared_library()
    {
        (IPage opened, List<string> complaints) = await OpenAsync("02-perceptron.html", 1280);

        await opened.WaitForFunctionAsync(
            "() => document.querySelectorAll('.course-chart').length > 5 && [...document.querySelectorAll('.course-chart')].every(chart => "
                + "chart.closest('details:not([open])') || chart.querySelector('.main-svg'))", null, new() { Timeout = 60_000 });

        Assert.Equal([], complaints);
    }

    [Theory]
    [InlineData("perceptron", "02-perceptron.html")]
    [InlineData("PERCEPTRÓN", "02-perceptron.html")]
    [InlineData("attention transformer", "12-transformer.html")]
    [InlineData("farneback", "papers.html#tromp2007")]
    [InlineData("感知机", "glossary.html#perceptron")]
    public async Task The_search_finds_what_is_typed_and_says_how_much(string typed, string first)
    {
        (IPage opened, List<string> complaints) = await OpenAsync("search.html", 1280);

        await opened.Keyboard.TypeAsync(typed);

        Assert.EndsWith("/" + first, await opened.Locator("#found a").First.EvaluateAsync<string>("link => link.href"), StringComparison.Ordinal);
        Assert.Matches("^[0-9]+ results?[.,]", await opened.Locator("[aria-live=polite]").InnerTextAsync());
        Assert.Equal([], complaints);
    }

    [Fact]
    public async Task The_search_is_led_by_the_keyboard_from_any_page()
    {
        (IPage opened, List<string> complaints) = await OpenAsync("01-mcculloch-pitts-neuron.html", 1280);

        await opened.Keyboard.PressAsync("/");
        await opened.Keyboard.TypeAsync("perceptron");
        await opened.Keyboard.PressAsync("Enter");
        await opened.Locator("#found a").First.WaitForAsync();
        await opened.Keyboard.PressAsync("ArrowDown");
        await opened.Keyboard.PressAsync("ArrowDown");
        await opened.Keyboard.PressAsync("ArrowUp");
        await opened.Keyboard.PressAsync("Enter");
        await Assertions.Expect(opened).ToHaveURLAsync(new Regex("/02-perceptron\\.html$"), new() { Timeout = 20_000 });

        Assert.Equal([], complaints);
    }

    [Fact]
    public async Task A_site_is_written_again_in_its_place_and_is_the_same()
    {
        // The commit may be another one by now.
        Dictionary<string, string> Contents() =>
            site.Pages.ToDictionary(page => page.Name, page => Commit().Replace(File.ReadAllText(page.Path), ""));
        Dictionary<string, string> before = Contents();

        await site.WriteAsync();

        Assert.Equal(before, Contents());
        Assert.Equal([site.Folder], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(site.Folder)!));
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(string page, int width)
    {
        IPage opened = await browser.PageAsync(width, 1000);
        var complaints = new List<string>();
        opened.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        opened.PageError += (_, error) => complaints.Add(error);
        opened.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                complaints.Add($"It asked for {request.Url}.");
        };
        await opened.GotoAsync(site.AddressOf(page));
        return (opened, complaints);
    }

    [GeneratedRegex("at commit <code>[^<]*</code>")]
    private static partial Regex Commit();

    [GeneratedRegex("""<meta property="og:image" content="(?<url>[^"]+)">""")]
    private static partial Regex Picture();
}
