namespace Course.Cli.Tests;

/// <summary>What <c>course site</c> refuses; that it writes a site is tested with the executed lessons, by the front ends' tests.</summary>
public sealed class SiteCommandTests : IDisposable
{
    private readonly Checkout checkout = new();

    private string Site => Path.Combine(checkout.Work, "site");

    [Fact]
    public async Task A_folder_that_is_no_site_is_refused_and_stays_as_it_is()
    {
        Directory.CreateDirectory(Site);
        await File.WriteAllTextAsync(Path.Combine(Site, "thesis.txt"), "mine", TestContext.Current.CancellationToken);

        CourseProcess refused = await checkout.RunAsync("site", Site);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("is no site of this course", Assert.Single(refused.Complaints), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Site, "thesis.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_somebody_put_into_a_site_is_not_lost()
    {
        Directory.CreateDirectory(Site);
        await File.WriteAllTextAsync(
            Path.Combine(Site, "course-site.json"), """{ "files": ["index.html"] }""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Site, "index.html"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Site, "CNAME"), "example.org", TestContext.Current.CancellationToken);

        CourseProcess refused = await checkout.RunAsync("site", Site);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds CNAME", Assert.Single(refused.Complaints), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Site, "CNAME")));
    }

    [Fact]
    public async Task A_lesson_that_fails_is_named_and_no_site_is_written()
    {
        checkout.Lesson("01-whole", 1, "1 + 1");
        checkout.Lesson("02-broken", 2, "1 + 1", "throw new Exception(\"no\");");

        CourseProcess failed = await checkout.RunAsync("site", Site);

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("02-broken: the cell part-2 failed", failed.Error, StringComparison.Ordinal);
        Assert.Equal([], Directory.EnumerateFileSystemEntries(checkout.Work));
    }

    [Fact]
    public async Task A_lesson_that_is_not_among_the_executed_ones_is_named()
    {
        string from = Directory.CreateDirectory(Path.Combine(checkout.Work, "runs")).FullName;
        checkout.Lesson("01-whole", 1, "1 + 1");

        CourseProcess failed = await checkout.RunAsync("site", Site, "--from", from);

        Assert.Equal((1, ""), (failed.ExitCode, failed.Output));
        Assert.Contains("01-whole", Assert.Single(failed.Complaints), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Site));
    }

    [Theory]
    [InlineData("--from", "nowhere", "There is no folder nowhere")]
    [InlineData("--url", "example.org", "--url takes a whole address")]
    public async Task What_an_option_cannot_mean_is_said_in_one_line(string option, string value, string said)
    {
        CourseProcess refused = await checkout.RunAsync("site", Site, option, value);

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains(said, Assert.Single(refused.Complaints), StringComparison.Ordinal);
    }

    public void Dispose() => checkout.Dispose();
}
