using System.Text.Json.Nodes;
using Course.Notebooks.Results;

namespace Course.Notebooks.Tests.Results;

public class RunReportTests
{
    [Fact]
    public void A_report_is_JSON_of_this_shape()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "new", "report.json");
        Sample().Save(path);

        JsonNode json = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal("2026-11-23T21:30:00+01:00", (string?)json["date"]);
        Assert.Equal("abc123", (string?)json["commit"]);
        JsonNode notebook = json["notebooks"]![0]!;
        Assert.Equal(
            """
            {"name":"02-perceptron","lesson":2,"year":1957,"title":"The perceptron","succeeded":false,
            "failure":{"kind":"timeout","cell":3,"cellId":"learn","line":4,"message":"took longer"},
            "started":"2026-11-23T21:30:00+01:00","seconds":1.5,"codeCells":7,
            "cells":[{"number":1,"id":"setup","seconds":0.25,"succeeded":true}],
            "claims":[{"id":"1957.x","measured":[0.5,"NaN"],"verdict":"missed"}],"checks":[{"id":"02.learn","points":2,"status":"passed"}]}
            """.ReplaceLineEndings(""),
            notebook.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void What_is_saved_is_read_back()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "report.json");
        Sample().Save(path);

        RunReport read = RunReport.Load(path);
        Assert.Equal(Sample().Date, read.Date);
        NotebookReport notebook = Assert.Single(read.Notebooks);
        Assert.Equal("cell 3 (learn), line 4: took longer", notebook.Failure?.Summary);
        Assert.Equal([0.5, double.NaN], Assert.Single(notebook.Claims).Measured);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void A_file_that_is_no_report_is_refused_with_one_line(string content)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "report.json");
        File.WriteAllText(path, content);

        Assert.DoesNotContain('\n', Assert.Throws<InvalidDataException>(() => RunReport.Load(path)).Message);
    }

    [Fact]
    public void The_archive_keeps_the_last_report_of_each_notebook()
    {
        using var folder = new TemporaryFolder();
        var archive = new RunArchive(Path.Combine(folder.Path, "runs"));
        Assert.Empty(archive.All());

        RunReport sample = Sample();
        archive.Keep(sample with { Notebooks = [sample.Notebooks[0], sample.Notebooks[0] with { Name = "01-neuron" }] });
        archive.Keep(sample with { Commit = "later" });

        Assert.Equal(
            [("01-neuron", "abc123"), ("02-perceptron", "later")],
            archive.All().Select(report => (Assert.Single(report.Notebooks).Name, report.Commit!)));
    }

    [Fact]
    public void The_ledger_lists_each_claim_by_lesson_with_the_latest_run_that_measured_it()
    {
        Ledger ledger =
            Ledger.Of([Of("02-b", 2, 0, "2.first", "2.second"), Of("01-a", 1, 0, "1.only"), Of("02.long", 2, 1, "2.first"),
            Of("02.older", 2, -1, "2.second")]);

        Assert.Equal(
            [("1.only", 1, "01-a"), ("2.first", 2, "02.long"), ("2.second", 2, "02-b")],
            ledger.Entries.Select(entry => (entry.Claim.Id, entry.Lesson!.Value, entry.Notebook)));

        static RunReport Of(string name, int lesson, int daysLater, params string[] claims)
        {
            RunReport sample = Sample();
            return sample with
            {
                Date = sample.Date.AddDays(daysLater),
                Notebooks = [sample.Notebooks[0] with { Name = name, Lesson = lesson,
                    Claims = [.. claims.Select(id => new ClaimRecord { Id = id })] }],
            };
        }
    }

    [Fact]
    public void A_report_of_an_earlier_version_is_read_with_what_was_measured()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "report.json");
        File.WriteAllText(path, """
            {"date":"2026-11-23T21:30:00+01:00","notebooks":[{"name":"01-neuron","lesson":1,"started":"2026-11-23T21:30:00+01:00","seconds":1,
            "claims":[{"id":"1900.x","lesson":1,"paper":"A paper","where":"p. 1","statement":"It is.","published":"1","acceptance":"exactly 1","setting":"here","measured":[1,"NaN"],"measuredText":"1","holds":true,"note":"once"}]}]}
            """);

        ClaimRecord claim = Assert.Single(Assert.Single(RunReport.Load(path).Notebooks).Claims);

        Assert.Equal(("1900.x", "once", null), (claim.Id, claim.Note, claim.Verdict));
        Assert.Equal([1, double.NaN], claim.Measured);
    }

    private static RunReport Sample()
    {
        var date = new DateTimeOffset(2026, 11, 23, 21, 30, 0, TimeSpan.FromHours(1));
        return new RunReport
        {
            Date = date,
            Commit = "abc123",
            Notebooks = [
                new NotebookReport
                {
                    Name = "02-perceptron",
                    Lesson = 2,
                    Year = 1957,
                    Title = "The perceptron",
                    Started = date,
                    Seconds = 1.5,
                    CodeCells = 7,
                    Cells = [new CellReport(1, "setup", 0.25, true)],
                    Claims = [new ClaimRecord { Id = "1957.x", Measured = [0.5, double.NaN], Verdict = "missed" }],
                    Checks = [new CheckRecord { Id = "02.learn", Points = 2, Status = "passed" }],
                    Failure = new NotebookFailure { Kind = FailureKind.Timeout, Cell = 3, CellId = "learn", Line = 4,
                        Message = "took longer" },
                },
            ],
        };
    }
}
