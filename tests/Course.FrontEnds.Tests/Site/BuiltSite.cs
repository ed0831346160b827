using System.Diagnostics;
using Course.TestTools;

namespace Course.FrontEnds.Tests.Site;

/// <summary>The whole site, made by the command of the lessons as our own kernel executed them.</summary>
public sealed class BuiltSite : IAsyncLifetime
{
    internal const string PublicAddress = "https://example.org/course/";

    private readonly string top = Directory.CreateTempSubdirectory("course-site-").FullName;

    /// <summary>The site's folder.</summary>
    internal string Folder => Path.Combine(top, "the site");

    /// <summary>Its pages, each with its path in the folder.</summary>
    internal IReadOnlyList<SitePageFile> Pages { get; private set; } = [];

    /// <summary>The names of the lessons' notebooks, without their extension.</summary>
    internal static IReadOnlyList<string> Lessons { get; } =
        [.. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    public async ValueTask InitializeAsync()
    {
        foreach (string lesson in Lessons)
            await KernelRuns.PathOfAsync(lesson + ".ipynb");
        await WriteAsync();
        Pages = [.. Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories).Select(file => new SitePageFile(Folder, file))];
    }

    /// <summary>Writes the site, or writes it once more in its own place.</summary>
    internal Task<string> WriteAsync() => Programs.RunAsync(
        new ProcessStartInfo("dotnet",
        [
            Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), "site", Folder, "--from", KernelRuns.Folder, "--url", PublicAddress,
        ]), TestContext.Current.CancellationToken);

    /// <summary>A page's address on disk.</summary>
    internal string AddressOf(string page) => new Uri(Path.Combine(Folder, page)).AbsoluteUri;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(top, recursive: true);
        return ValueTask.CompletedTask;
    }
}
