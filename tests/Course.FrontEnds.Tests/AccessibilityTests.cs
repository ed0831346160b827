using Course.Notebooks.Documents;
using Course.Notebooks.Html;
using Course.TestTools;
using Microsoft.Playwright;

namespace Course.FrontEnds.Tests;

/// <summary>A page is read on a wide screen and on a telephone, in light and in dark, with a keyboard and by ear.</summary>
public sealed class AccessibilityTests(OneOfEach each, Browser browser) : IClassFixture<OneOfEach>, IClassFixture<Browser>
{
    public static TheoryData<string> Lessons =>
        [.. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_page_with_one_of_each_thing_has_no_serious_finding(int width, ColorScheme colours)
    {
        Audit.SkipWhereThereIsNone();
        IPage page = await OpenAsync(each.Page, width, colours);

        Assert.Empty(await Audit.FindingsAsync(page));
        Assert.True(await FitsAsync(page), "the page scrolls to the side");
    }

    // As the lessons' own tests left them: this costs no run.
    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task The_page_of_a_lesson_has_no_serious_finding(string lesson)
    {
        Audit.SkipWhereThereIsNone();
        string run = KernelRuns.Fresh(lesson) ?? "";
        Assert.SkipWhen(run.Length == 0,
            $"{lesson} has not run since it was built, so its page was not audited (the lessons' tests run it).");
        using var folder = new TemporaryPage(NotebookDocument.Load(run));
        IPage page = await OpenAsync(folder.Address, 1280, ColorScheme.Light);
        string[] wide = await Audit.FindingsAsync(page);
        await page.SetViewportSizeAsync(390, 844);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.WaitForTimeoutAsync(500);
        string[] narrow = await Audit.FindingsAsync(page);
        bool fits = await FitsAsync(page);
        await page.CloseAsync();

        Assert.Empty(wide.Concat(narrow).Distinct());
        Assert.True(fits, "the page scrolls to the side");
    }

    [Fact]
    public async Task A_page_has_one_title_headings_without_a_gap_and_its_landmarks()
    {
        IPage page = await OpenAsync(each.Page, 1280, ColorScheme.Light);

        int[] levels = await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => +heading.tagName[1])");
        Assert.Equal(1, levels[0]);
        Assert.DoesNotContain(1, levels[1..]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
        foreach (AriaRole landmark in (AriaRole[])[AriaRole.Banner, AriaRole.Navigation, AriaRole.Main, AriaRole.Contentinfo])
            Assert.Equal(1, await page.GetByRole(landmark).CountAsync());
        // The opening cell shows the title again: that is for the eye.
        ILocator again = page.Locator("#cell-begin").GetByText("The perceptron", new() { Exact = true });
        Assert.Equal("true", await again.GetAttributeAsync("aria-hidden"));
    }

    [Fact]
    public async Task A_chart_says_in_words_what_it_shows()
    {
        IPage page = await OpenAsync(each.Page, 1280, ColorScheme.Light);

        string[] said = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.course-chart')].map(chart => chart.getAttribute('aria-label'))");
        Assert.Contains("A line falls. Lines. x: step, 0 to 2. y: loss, 0.1 to 0.9. "
            + "training: from 0.9 at 0 to 0.2 at 2, lowest 0.1 at 1.", said);
        Assert.Contains("2 pictures: first, second.", said);
    }

    [Fact]
    public async Task A_film_plays_and_steps_by_keyboard()
    {
        IPage page = await OpenAsync(each.Page, 390, ColorScheme.Light);
        ILocator film = page.Locator(".course-film"), play = film.GetByRole(AriaRole.Button), frame = film.GetByRole(AriaRole.Slider);
        ILocator title = page.Locator("#cell-film .gtitle");
        await Assertions.Expect(title).ToHaveTextAsync("Second");
        await Assertions.Expect(frame).ToHaveAttributeAsync("aria-valuetext", "after 1 step");

        await play.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(frame).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(title).ToHaveTextAsync("Third");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(title).ToHaveTextAsync("First");
        await Assertions.Expect(frame).ToHaveAttributeAsync("aria-valuetext", "after 0 steps");

        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(play).ToContainTextAsync("pause");
        await Assertions.Expect(title).ToHaveTextAsync("Third");
        await Assertions.Expect(play).ToContainTextAsync("play");
        foreach (ILocator control in (ILocator[])[play, frame])
            Assert.True((await control.BoundingBoxAsync())!.Height >= 24);
    }

    [Fact]
    public async Task Every_stop_of_the_keyboard_shows_where_it_is()
    {
        IPage page = await OpenAsync(each.Page, 390, ColorScheme.Dark);

        var stops = new List<string>();
        for (int stop = 0; stop < 200; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            string at = await page.EvaluateAsync<string>(
                """
                () => {
                  const here = document.activeElement, ring = getComputedStyle(here);
                  const seen = ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 1;
                  return here === document.body ? '' : `${here.localName} ${here.getAttribute('aria-label') ?? here.textContent.trim().slice(0, 30)}${seen ? '' : ': no ring'}`;
                }
                """);
            if (at.Length == 0) break;
            stops.Add(at);
        }

        Assert.DoesNotContain(stops, stop => stop.EndsWith("no ring", StringComparison.Ordinal));
        Assert.Contains("input Frame", stops);
        Assert.Contains("pre Code, scrolls to the side", stops);
        Assert.Contains("div Formula, scrolls to the side", stops);
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, "auto")]
    [InlineData(ReducedMotion.NoPreference, "smooth")]
    public async Task A_page_glides_only_for_those_who_do_not_mind(ReducedMotion wish, string scrolling)
    {
        IPage page = await OpenAsync(each.Page, 1280, ColorScheme.Light);
        await page.EmulateMediaAsync(new() { ReducedMotion = wish });

        Assert.Equal(scrolling, await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).scrollBehavior"));
    }

    private async Task<IPage> OpenAsync(string address, int width, ColorScheme colours)
    {
        IPage page = await browser.PageAsync(width, 844, new() { ColorScheme = colours });
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('.course-chart')].every(chart => chart.querySelector('.main-svg'))");
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(fold => fold.open = true)");
        await page.WaitForTimeoutAsync(500);
        return page;
    }

    private static Task<bool> FitsAsync(IPage page) =>
        page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth");

    private sealed class TemporaryPage : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("course-page-");

        internal TemporaryPage(NotebookDocument executed)
        {
            string file = Path.Combine(folder.FullName, "page.html");
            using (var page = new StreamWriter(file))
                HtmlPage.Write(executed, page, new() { Directory = Repository.Notebooks });
            Address = new Uri(file).AbsoluteUri;
        }

        internal string Address { get; }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
