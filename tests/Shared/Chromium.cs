using System.Diagnostics;

namespace Course.TestTools;

/// <summary>A headless Chromium that has no network, where one is installed.</summary>
internal static class Chromium
{
    private static readonly string[] places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    internal static string? Path { get; } = Array.Find(places, File.Exists);

    /// <summary>The document after its scripts ran, as HTML.</summary>
    internal static async Task<string> DumpAsync(string page, CancellationToken cancel)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string file = System.IO.Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(file, page, cancel);
            return await DumpAsync(new Uri(file), "MAP * ~NOTFOUND", cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The document at an address after its scripts ran, as HTML.</summary>
    /// <param name="address">The page.</param>
    /// <param name="hosts">Chromium's rules for the names of hosts; <c>MAP * ~NOTFOUND</c> for no network.</param>
    /// <param name="cancel">Ends the browser.</param>
    internal static async Task<string> DumpAsync(Uri address, string hosts, CancellationToken cancel)
    {
        Assert.SkipWhen(Path is null, "Chromium is not installed here, so the page was not opened in a browser.");
        DirectoryInfo profile = Directory.CreateTempSubdirectory();
        var start = new ProcessStartInfo(Path, [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--host-resolver-rules={hosts}", $"--user-data-dir={profile.FullName}",
            "--virtual-time-budget=15000", "--dump-dom", address.AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process browser = Process.Start(start)!;
        try
        {
            Task<string> complaints = browser.StandardError.ReadToEndAsync(cancel);
            string dump = await browser.StandardOutput.ReadToEndAsync(cancel).WaitAsync(TimeSpan.FromSeconds(90), cancel);
            await browser.WaitForExitAsync(cancel);
            Assert.True(dump.Length > 0, await complaints);
            return dump;
        }
        finally
        {
            if (!browser.HasExited) browser.Kill(entireProcessTree: true);
            // Helpers of the browser may still be closing their files.
            try { profile.Delete(recursive: true); }
            catch (IOException) { }
        }
    }
}
