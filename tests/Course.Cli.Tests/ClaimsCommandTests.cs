namespace Course.Cli.Tests;

public sealed class ClaimsCommandTests : IDisposable
{
    private const string Units = "1971.muroga.two-input-units", Sonar = "1988.gorman-sejnowski.without-hidden";

    private readonly Checkout checkout = new Checkout().WithLibrary();

    [Fact]
    public async Task Without_a_run_there_is_one_line_that_says_what_to_do()
    {
        CourseProcess claims = await checkout.RunAsync("claims");

        Assert.Equal(2, claims.ExitCode);
        Assert.Equal("course: No run has measured a claim yet; `course run` does.", Assert.Single(claims.Complaints));
    }

    [Fact]
    public async Task The_last_run_of_each_lesson_is_shown_paper_against_ours_judged_by_the_library()
    {
        checkout.Lesson("02-perceptron", 2, Claim(Sonar, "0.7875"));
        checkout.Lesson("01-neuron", 1, Claim(Units, "15", "same"));
        Assert.Equal(0, (await checkout.RunAsync("run")).ExitCode);
        // A later run that fails measures nothing, and takes nothing away.
        checkout.Lesson("02-perceptron", 2, "throw new Exception();");
        Assert.Equal(1, (await checkout.RunAsync("run", "2")).ExitCode);

        CourseProcess claims = await checkout.RunAsync("claims");

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
        Keep("02.long",
            $$"""{"id":"{{Sonar}}","lesson":2,"paper":"A paper","statement":"Old words.","published":"1","acceptance":"exactly 1","measured":[0.5],"measuredText":"1","holds":true}""");

        CourseProcess claims = await checkout.RunAsync("claims");

        Assert.Equal((0, ""), (claims.ExitCode, claims.Error));
        Assert.Matches(@"02 +Without hidden units .* +77\.1 % ± 8\.3 +50\.0 % +missed", claims.Output);
        Assert.DoesNotContain("Old words", claims.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_that_this_version_does_not_know_are_named_in_one_line_and_left_out()
    {
        Keep("01-neuron",
            """{"id":"1900.gone","measured":[1],"verdict":"same"},{"id":"1900.new\u001b[31m","measured":[]},{"id":"1971.muroga.two-input-units","measured":[14]}""");

        CourseProcess claims = await checkout.RunAsync("claims");

        Assert.Equal(0, claims.ExitCode);
        Assert.Equal(
            "course: left out, because this version of the course has no such claim: 1900.gone, 1900.new [31m. Run the lessons again.",
            Assert.Single(claims.Complaints));
        Assert.Matches(@"14 of 16 +14 +same", claims.Output);
    }

    [Fact]
    public async Task The_ledger_is_written_as_a_page_and_what_it_is_made_from_is_kept()
    {
        checkout.Lesson("01-neuron", 1, Claim(Units, "15"));
        Assert.Equal(0, (await checkout.RunAsync("run")).ExitCode);
        Keep("02.long", $$"""{"id":"{{Sonar}}","measured":[0.7875],"note":"<b>|\u001b"}""");

        CourseProcess written = await checkout.RunAsync("claims", "--write", "pages/claims.md");

        Assert.Equal((0, "", ""), (written.ExitCode, written.Output, written.Error));
        string page = await File.ReadAllTextAsync(Path.Combine(checkout.Work, "pages", "claims.md"),
            TestContext.Current.CancellationToken);
        Assert.Contains("Of 1 published results measured on the paper's own data with the paper's machine, 1 comes out the same.\n", page,
            StringComparison.Ordinal);
        Assert.Contains("\n## 01 · The McCulloch-Pitts neuron (1943)\n", page, StringComparison.Ordinal);
        Assert.Matches(
            @"\n\| A single weighted threshold unit .* \[1, table 2\.3\.2, p\. 38\] \| theorem or count \| 14 of 16 \| 15 \| \*\*missed\*\* \|\n", page);
        Assert.Contains("\n1. S. Muroga (1971). Threshold Logic and Its Applications. Wiley, <https://oeis.org/A000609> (restated in ",
            page, StringComparison.Ordinal);
        Assert.Contains("remark: &lt;b>\\| \n", page, StringComparison.Ordinal);

        // Without the run itself, the page comes out again from what was kept.
        Directory.Delete(Path.Combine(checkout.Root, "artifacts", "runs"), recursive: true);
        Assert.Equal(0, (await checkout.RunAsync("claims", "--write", "again.md")).ExitCode);
        Assert.Equal(page, await File.ReadAllTextAsync(Path.Combine(checkout.Work, "again.md"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_generated_parts_of_README_are_rewritten_and_nothing_else()
    {
        checkout.Lesson("01-neuron", 1, Claim("1943.mcculloch-pitts.two-input-functions", "16"));
        Assert.Equal(0, (await checkout.RunAsync("run")).ExitCode);
        string readme = Path.Combine(checkout.Root, "README.md");
        await File.WriteAllTextAsync(readme,
            "before\n<!-- lessons:begin -->\nstale row\n<!-- lessons:end -->\nafter\n<!-- ledger:end --><!-- ledger:begin -->\n",
            TestContext.Current.CancellationToken);

        Assert.Equal(0, (await checkout.RunAsync("claims", "--write", "claims.md")).ExitCode);

        string text = await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken);
        Assert.StartsWith("before\n<!-- lessons:begin -->\n\n| | Year |", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n| 01 | 1943 | [The McCulloch-Pitts neuron](notebooks/01-neuron.ipynb) "
                + "| [`McCullochPittsNeuron`](src/Course/McCullochPitts/McCullochPittsNeuron.cs) "
                + "| functions of two inputs | 16 of 16 | 16 | same |\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| 08 | 1997 | *Long short-term memory* | | *to come* | | | |\n", text, StringComparison.Ordinal);
        Assert.EndsWith("<!-- lessons:end -->\nafter\n<!-- ledger:end --><!-- ledger:begin -->\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("stale row", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_comes_as_comma_separated_values_on_standard_output_or_in_a_file()
    {
        checkout.Lesson("01-neuron", 1, Claim(Units, "15"));
        Assert.Equal(0, (await checkout.RunAsync("run")).ExitCode);
        Keep("02.long", $$"""{"id":"{{Sonar}}","measured":[0.7875,-1.5],"note":"=cmd(\"a\"), b"}""");

        CourseProcess shown = await checkout.RunAsync("claims", "--csv");
        CourseProcess written = await checkout.RunAsync("claims", "--csv", "tables/ledger.csv");

        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Equal((0, "", ""), (written.ExitCode, written.Output, written.Error));
        string file = await File.ReadAllTextAsync(Path.Combine(checkout.Work, "tables", "ledger.csv"),
            TestContext.Current.CancellationToken);
        Assert.Equal(file.ReplaceLineEndings("\n"), shown.Output.ReplaceLineEndings("\n"));
        string[] lines = file.Split("\r\n");
        Assert.Equal("id,lesson,year,kind,statement,paper,where,published,measured,verdict,note", lines[0]);
        Assert.Matches($"""^"{Units}",1,1971,"theorem or count","A single .*","S\. Muroga \(1971\).*","table 2.*","14 of 16",15,"missed",$""",
            lines[1]);
        Assert.EndsWith("""
            ,"0.7875 -1.5","missed","'=cmd(""a""), b"
            """, lines[2], StringComparison.Ordinal);
        Assert.Equal(("", 4), (lines[3], lines.Length));
    }

    [Fact]
    public async Task Several_numbers_that_begin_with_a_minus_are_no_formula_and_a_single_one_is_a_number()
    {
        Keep("01-neuron", $$"""{"id":"{{Units}}","measured":[-1,-2]},{"id":"1943.mcculloch-pitts.two-input-functions","measured":[-0.5]}""");

        CourseProcess shown = await checkout.RunAsync("claims", "--csv");

        Assert.Contains(""","'-1 -2",""", shown.Output, StringComparison.Ordinal);
        Assert.Contains(",-0.5,", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_told_in_one_line()
    {
        checkout.Lesson("01-neuron", 1, Claim(Units, "14"));
        Assert.Equal(0, (await checkout.RunAsync("run")).ExitCode);
        Directory.CreateDirectory(Path.Combine(checkout.Work, "folder"));

        foreach (string option in (string[])["--write", "--csv"])
        {
            CourseProcess claims = await checkout.RunAsync("claims", option, "folder");

            Assert.Equal(2, claims.ExitCode);
            Assert.StartsWith("course: The ledger cannot be written: ", Assert.Single(claims.Complaints), StringComparison.Ordinal);
        }
    }

    public void Dispose() => checkout.Dispose();

    /// <summary>Writes the report of a run among those that are kept with the sources.</summary>
    private void Keep(string name, string claims)
    {
        string folder = Directory.CreateDirectory(Path.Combine(checkout.Root, "docs", "results")).FullName;
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
