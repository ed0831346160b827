namespace Course.Cli.Tests;

public sealed class ClaimsCommandTests : IDisposable
{
    private readonly Checkout _checkout = new();

    [Fact]
    public async Task Without_a_run_there_is_one_line_that_says_what_to_do()
    {
        CourseProcess claims = await _checkout.RunAsync("claims");

        Assert.Equal(2, claims.ExitCode);
        Assert.Equal("course: No run has measured a claim yet; `course run` does.", Assert.Single(claims.Complaints));
    }

    [Fact]
    public async Task The_last_run_of_each_lesson_is_shown_paper_against_ours()
    {
        _checkout.Lesson("02-perceptron", 2, Claim("1957.convergence", 2, "It converges | always.", "at most 16", "14", "true"));
        _checkout.Lesson("01-neuron", 1, Claim("1943.any-net", 1, "<Any> net.", "16 of 16", "15", "false"));
        Assert.Equal(0, (await _checkout.RunAsync("run")).ExitCode);
        // A later run that fails measures nothing, and takes nothing away.
        _checkout.Lesson("02-perceptron", 2, "throw new Exception();");
        Assert.Equal(1, (await _checkout.RunAsync("run", "2")).ExitCode);

        CourseProcess claims = await _checkout.RunAsync("claims");

        Assert.Equal((0, ""), (claims.ExitCode, claims.Error));
        string[] lines = [.. claims.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(2)];
        Assert.Collection(
            lines,
            line => Assert.Matches(@"^01 +<Any> net\. +16 of 16 +15 +MISS$", line),
            line => Assert.Matches(@"^02 +It converges \| always\. +at most 16 +14 +holds$", line),
            line => Assert.Matches(@"^01-neuron ran on \d{4}-\d\d-\d\d \d\d:\d\d, commit unknown$", line),
            line => Assert.Matches(@"^02-perceptron ran on \d{4}-\d\d-\d\d \d\d:\d\d, commit unknown$", line));
    }

    [Fact]
    public async Task The_table_in_a_Markdown_file_is_rewritten_and_nothing_else()
    {
        _checkout.Lesson("01-neuron", 1, Claim("1943.any-net", 1, "<Any> net | all.", "16 of 16", "16", "true"));
        Assert.Equal(0, (await _checkout.RunAsync("run")).ExitCode);
        string readme = Path.Combine(_checkout.Work, "README.md");
        await File.WriteAllTextAsync(readme, "before\n<!-- claims:begin -->\nstale row\n<!-- claims:end -->\nafter\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await _checkout.RunAsync("claims", "--markdown", "README.md")).ExitCode);

        string text = await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken);
        Assert.StartsWith("before\n<!-- claims:begin -->\n\n| Lesson |", text, StringComparison.Ordinal);
        Assert.Contains("| 01 | &lt;Any> net \\| all.", text, StringComparison.Ordinal);
        Assert.EndsWith("<!-- claims:end -->\nafter\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("stale row", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("absent.md", null)]
    [InlineData("plain.md", "no marks")]
    [InlineData("turned.md", "<!-- claims:end --><!-- claims:begin -->")]
    public async Task A_Markdown_file_without_marks_is_left_alone_and_told(string name, string? content)
    {
        _checkout.Lesson("01-neuron", 1, Claim("1943.any-net", 1, "Any net.", "16 of 16", "16", "true"));
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

    /// <summary>A cell that shows a claim as the library does.</summary>
    private static string Claim(string id, int lesson, string statement, string published, string measured, string holds) => $$$""""
        var show = (Action<string, IReadOnlyDictionary<string, string>, bool>)AppContext.GetData("Course.Display");
        show("claim", new Dictionary<string, string> { ["application/vnd.course.claim.v1+json"] = """
            {"id":"{{{id}}}","lesson":{{{lesson}}},"paper":"A paper","where":"p. 1","statement":"{{{statement}}}","published":"{{{published}}}","measured":[{{{measured}}}],"measuredText":"{{{measured}}}","holds":{{{holds}}}}
            """ }, false);
        """";
}
