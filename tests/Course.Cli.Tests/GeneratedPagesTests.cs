using System.Text.Json.Nodes;

namespace Course.Cli.Tests;

/// <summary>README, the ledger and the teacher's page, as they are committed.</summary>
public sealed class GeneratedPagesTests : IDisposable
{
    private static readonly string[] pages = ["README.md", "docs/claims.md", "docs/teaching/README.md"];
    private readonly Checkout checkout = new Checkout().WithLibrary();

    private static string Readme => File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task README_the_ledger_and_the_teacher_s_page_are_what_the_library_and_the_kept_results_say()
    {
        foreach (string part in pages)
            Copy(part);
        foreach (string folder in (string[])["docs/results", "notebooks", "src/Course"])
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
                Copy(Path.GetRelativePath(Repository.Root, file));
        }

        CourseProcess written = await checkout.RunAsync("claims", "--write", Path.Combine(checkout.Root, "docs", "claims.md"));

        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        foreach (string part in pages)
            Assert.True(File.ReadAllText(Path.Combine(Repository.Root, part)) == File.ReadAllText(Path.Combine(checkout.Root, part)),
                $"{part} is not up to date; `./course claims --write docs/claims.md` writes it.");
    }

    [Fact]
    public void README_has_at_most_eight_kilobytes() =>
        Assert.InRange(new FileInfo(Path.Combine(Repository.Root, "README.md")).Length, 1, 8 * 1024);

    [Fact]
    public void README_names_every_lesson_as_its_notebook_does() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb"),
        file =>
        {
            JsonNode lesson = JsonNode.Parse(File.ReadAllText(file))!["metadata"]!["course"]!;
            Assert.Contains(
                FormattableString.Invariant(
                    $"\n| {(int)lesson["number"]!:00} | {lesson["year"]} | [{lesson["title"]}](notebooks/{Path.GetFileName(file)}) | [`"),
                    Readme, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/claims.md")]
    [InlineData("docs/kernels.md")]
    [InlineData("docs/changelog.md")]
    [InlineData("docs/glossary.md")]
    [InlineData("docs/handing-out.md")]
    [InlineData("docs/teaching/README.md")]
    [InlineData(".github/CONTRIBUTING.md")]
    public void What_a_page_links_to_is_there(string page)
    {
        string file = Path.Combine(Repository.Root, page);
        string[] absent = [.. System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"\]\(([^)#]+)\)")
            .Select(link => link.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal)
                && !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)))];
        Assert.Equal([], absent);
    }

    public void Dispose() => checkout.Dispose();

    private void Copy(string file)
    {
        string to = Path.Combine(checkout.Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Path.Combine(Repository.Root, file), to, overwrite: true);
    }
}
