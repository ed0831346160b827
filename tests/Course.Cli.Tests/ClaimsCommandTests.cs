namespace Course.Cli.Tests;

public sealed class ClaimsCommandTests : IDisposable
{
    private const string Units = "1971.muroga.two-input-units", Sonar = "1988.gorman-sejnowski.without-hidden";

    private readonly Checkout _checkout = new Checkout().WithLibrary();

    [Fact]
    public async Task Without_a_run_there_is_one_line_that_says_what_to_do()
    {
        CourseProcess claims = await _checkout.RunAsync("claims");

        Assert.Equal(2, claims.ExitCode);
        Assert.Equal("course: No run has measured a claim yet; `course run` does.", Assert.Single(claims.Complaints));
    }

    [Fact]
    public async Task The_last_run_of_each_lesson_is_shown_paper_against_ours_judged_by_the_library()
    {
        _checkout.Lesson("02-perceptron", 2, Claim(Sonar, "0.7875"));
        _checkout.Lesson("01-neuron", 1, Claim(Units, "15", "same"));
        Assert.Equal(0, (await _checkout.RunAsync("run")).ExitCode);
        // A later run that fails measures nothing, and takes nothing away.
        _checkout.Lesson("02-perceptron", 2, "throw new Exception();");
        Assert.Equal(1, (await _checkout.RunAsync("run", "2")).ExitCode);

        CourseProcess claims = await _checkout.RunAsync("claims");

        Assert.Equal((0, ""), (claims.ExitCode, claims.Error));
        string[] lines = [.. claims.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(2)];
        Assert.Collection(
            lines,
            line => Assert.Matches(@"^01 +A single weighted threshold unit .* +14 of 16 +15 +missed$", line),
            line => Assert.Matches(@"^02 +Without hidden units .* +77\.1 % ± 8\.3 +78\.8 % +same$", line),
            line => Assert.Matches(@"^01-neuron ran on \d{4}-\d\d-\d\d \d\d:\d\d, commit unknown$", line),
            line => Assert.Matches(@"^02-perceptron ran on \d{4}-\d\d-\d\d \d\d:\d\d, commit unknown$", line));
    }

    [Fact]
    public async Task Results_kept_by_an_earlier_version_are_judged_by_this_one()
    {
        Keep("02.long", $$"""{"id":"{{Sonar}}","lesson":2,"paper":"A paper","statement":"Old words.","published":"1","acceptance":"exactly 1","measured":[0.5],"measuredText":"1","holds":true}""");

        CourseProcess claims = await _checkout.RunAsync("claims");

        Assert.Equal((0, ""), (claims.ExitCode, claims.Error));
        Assert.Matches(@"02 +Without hidden units .* +77\.1 % ± 8\.3 +50\.0 % +missed", claims.Output);
        Assert.DoesNotContain("Old words", claims.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_that_this_version_does_not_know_are_named_in_one_line_and_left_out()
    {
        Keep("01-neuron", """{"id":"1900.gone","measured":[1],"verdict":"same"},{"id":"1900.new\u001b[31m","measured":[]},{"id":"1971.muroga.two-input-units","measured":[14]}""");

        CourseProcess claims = await _checkout.RunAsync("claims");

        Assert.Equal(0, claims.ExitCode);
        Assert.Equal(
            "course: left out, because this version of the course has no such claim: 1900.gone, 1900.new [31m. Run the lessons again.",
            Assert.Single(claims.Complaints));
        Assert.Matches(@"14 of 16 +14 +same", claims.Output);
    }

    [Fact]
    public async Task The_table_in_a_Markdown_file_is_rewritten_and_nothing_else()
    {
        _checkout.Lesson("01-neuron", 1, Claim(Units, "14"));
        Assert.Equal(0, (await _checkout.RunAsync("run")).ExitCode);
        string readme = Path.Combine(_checkout.Work, "README.md");
        await File.WriteAllTextAsync(readme, "before\n<!-- claims:begin -->\nstale row\n<!-- claims:end -->\nafter\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await _checkout.RunAsync("claims", "--markdown", "README.md")).ExitCode);

        string text = await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken);
        Assert.StartsWith("before\n<!-- claims:begin -->\n\n| Lesson |", text, StringComparison.Ordinal);
        Assert.Contains("| 01 | A single weighted threshold unit", text, StringComparison.Ordinal);
        Assert.EndsWith("<!-- claims:end -->\nafter\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("stale row", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("absent.md", null)]
    [InlineData("plain.md", "no marks")]
    [InlineData("turned.md", "<!-- claims:end --><!-- claims:begin -->")]
    public async Task A_Markdown_file_without_marks_is_left_alone_and_told(string name, string? content)
    {
        _checkout.Lesson("01-neuron", 1, Claim(Units, "14"));
        Assert.Equal(0, (await _checkout.RunAsync("run")).ExitCode);
        string path = Path.Combine(_checkout.Work, name);
        if (content is not null)
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        CourseProcess claims = await _checkout.RunAsync("claims", "--markdown", name);

        Assert.Equal(2, claims.ExitCode);
        Assert.Contains(name, Assert.Single(claims.Complaints), StringComparison.Ordinal);
        if (content is not null)
            Assert.Equal(content, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _checkout.Dispose();

    /// <summary>Writes the report of a run among those that are kept with the sources.</summary>
    private void Keep(string name, string claims)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_checkout.Root, "docs", "results")).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".json"), $$"""
            {"date":"2026-11-23T21:30:00+01:00","notebooks":[{"name":"{{name}}","lesson":{{int.Parse(name[..2], System.Globalization.CultureInfo.InvariantCulture)}},"started":"2026-11-23T21:30:00+01:00","seconds":1,"claims":[{{claims}}]}]}
            """);
    }

    /// <summary>A cell that shows a claim as the library does.</summary>
    private static string Claim(string id, string measured, string verdict = "reported") => $$$""""
        var show = (Action<string, IReadOnlyDictionary<string, string>, bool>)AppContext.GetData("Course.Display");
        show("claim", new Dictionary<string, string> { ["application/vnd.course.claim.v2+json"] = """
            {"id":"{{{id}}}","measured":[{{{measured}}}],"verdict":"{{{verdict}}}"}
            """ }, false);
        """";
}
