using System.Text;
using System.Text.Json;
using Course.Grading.Reports;

namespace Course.Grading.Tests.Reports;

/// <summary>What is written for a class.</summary>
public sealed class ReportTests : IDisposable
{
    private const string Nasty = "=cmd|' /C calc'!A0 <script>alert(1)</script> \u001b[31m [red]x[/] ::error::x \"q\"\n";

    private readonly string folder = Directory.CreateTempSubdirectory("course-reports-").FullName;

    private static ClassReport Report { get; } = new()
    {
        Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Seed = 7,
        Sandbox = "bubblewrap",
        Submissions = [Mark("ada", ExerciseStatus.Passed), Mark(Nasty, ExerciseStatus.Failed),
            Mark("../index", ExerciseStatus.NotAttempted), Mark("..\\INDEX", ExerciseStatus.Stopped)],
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_student_has_a_page_inside_the_folder_and_no_page_holds_markup_of_hers()
    {
        ReportFiles.WriteHtml(Report, folder);

        string[] pages = Directory.GetFiles(folder);
        Assert.Equal(5, pages.Length);
        Assert.All(pages, page =>
        {
            string text = File.ReadAllText(page);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u001b', text);
            Assert.Contains("default-src 'none'", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_page_of_a_wrong_answer_says_which_kind_of_case_failed_and_what_to_try()
    {
        string page = FeedbackPage.Of(Mark("ada", ExerciseStatus.Failed), Report);

        foreach (string told in (string[])["2 of 3 cases are right", "a tie", "[true, false]", "What to try.", "Count again.",
            "How to go on"])
            Assert.Contains(told, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spreadsheet_has_a_row_for_each_submission_and_a_column_for_each_exercise()
    {
        string csv = Path.Combine(folder, "grades.csv");

        ReportFiles.WriteCsv(Report, csv);

        string[][] rows = CsvText.Read(File.ReadAllText(csv), '\t');
        Assert.Equal(["student", "file", "lesson", "points", "of", "01.majority", "problem", "remarks"], rows[0]);
        Assert.Equal(["ada", "x.ipynb", "1", "1", "1", "1", "", ""], rows[1]);
        Assert.StartsWith("'=cmd", rows[2][0], StringComparison.Ordinal);
        Assert.Equal(5, rows.Length);
    }

    // The form that Excel opens rightly by a double click whatever its language: UTF-16 with its mark, and tabs.
    [Fact]
    public void A_spreadsheet_is_UTF_16_with_tabs_so_that_it_opens_rightly_in_every_language_and_script()
    {
        string csv = Path.Combine(folder, "grades.csv");

        ReportFiles.WriteCsv(Report with { Submissions = [Mark("张伟 Øyvind 鸟", ExerciseStatus.Passed)] }, csv);

        byte[] bytes = File.ReadAllBytes(csv);
        Assert.Equal([0xff, 0xfe], bytes[..2]);
        Assert.StartsWith("\"student\"\t", Encoding.Unicode.GetString(bytes.AsSpan(2)), StringComparison.Ordinal);
        Assert.Contains("张伟 Øyvind 鸟", Encoding.Unicode.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_JSON_that_says_how_to_repeat_the_grading()
    {
        string json = Path.Combine(folder, "report.json");

        ReportFiles.WriteJson(Report, json);

        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(json));
        Assert.Equal(7, report.RootElement.GetProperty("seed").GetInt64());
        Assert.Equal("Failed", report.RootElement.GetProperty("submissions")[1].GetProperty("exercises")[0].GetProperty("status")
            .GetString());
        Assert.DoesNotContain("<script", File.ReadAllText(json), StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotation_is_one_command_whatever_a_student_is_called()
    {
        string[] lines = [.. GitHubReport.Annotations(Report)];

        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("::warning title=", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Equal(3, line.Split("::").Length));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public void A_summary_has_a_row_for_each_submission()
    {
        string[] rows = GitHubReport.Summary(Report).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2 + 4 + 1, rows.Length);
        Assert.All(rows[..6], row => Assert.Equal(4, row.Count(c => c == '|')));
    }

    private static SubmissionMark Mark(string student, ExerciseStatus status) => new()
    {
        Student = student,
        Path = "/class/x.ipynb",
        Lesson = 1,
        Exercises = [
            new ExerciseMark
            {
                Exercise = "01.majority",
                Title = "A majority gate",
                Earned = status == ExerciseStatus.Passed ? 1 : 0,
                Points = 1,
                Status = status,
                Right = status == ExerciseStatus.Passed ? 3 : 2,
                Cases = 3,
                Message = Nasty,
                Hint = status == ExerciseStatus.Failed ? "Count again. " + Nasty : null,
                Failed = status == ExerciseStatus.Failed ? [new FailedCase("a tie", "[true, false]", "false", Nasty, IsHidden: true)] : [],
            },
        ],
    };
}
