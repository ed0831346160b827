using System.Reflection;
using Course.TestTools;
using Microsoft.Playwright;

namespace Course.FrontEnds.Tests;

/// <summary>A headless Chromium that a test leads, with its mouse, its touch and its keyboard.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Skips the test, with a clear line, where there is no Chromium.</summary>
    internal static void SkipWhereThereIsNone() =>
        Assert.SkipWhen(Chromium.Path is null, "Chromium is not installed here, so nothing was opened in a browser.");

    /// <summary>An empty page in a window of its own. The browser starts with the first.</summary>
    /// <param name="width">The page's width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="options">What else the window is like: a telephone's, a dark one.</param>
    internal async Task<IPage> PageAsync(int width, int height, BrowserNewPageOptions? options = null)
    {
        SkipWhereThereIsNone();
        await opening.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (browser is null) await StartAsync();
        }
        finally
        {
            opening.Release();
        }

        return await browser!.NewPageAsync(new(options ?? new()) { ViewportSize = new() { Width = width, Height = height } });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        opening.Dispose();
    }

    private async Task StartAsync()
    {
        Environment.SetEnvironmentVariable(
            "PLAYWRIGHT_DRIVER_SEARCH_PATH",
            typeof(Browser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "PlaywrightDriver").Value);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-gpu"] });
    }
}
