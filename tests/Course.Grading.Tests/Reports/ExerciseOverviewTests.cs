using Course.Grading.Reports;

namespace Course.Grading.Tests.Reports;

/// <summary>What the teacher's page says of each exercise.</summary>
public class ExerciseOverviewTests
{
    private static readonly ClassReport report = new()
    {
        Date = default,
        Seed = 7,
        Sandbox = "bubblewrap",
        Submissions =
        [
            Mark("ada", ExerciseStatus.Passed),
            Mark("bob", ExerciseStatus.Failed, "Half is no majority. <b>", "a tie", "a random case", "no voters"),
            Mark("cyd", ExerciseStatus.Failed, "Your code threw Exception: help.", "one voter", "no voters", "all", "many"),
            Mark("dan", ExerciseStatus.Failed, "Half is no majority. <b>", "a tie"),
            Mark("eve", ExerciseStatus.Stopped), Mark("fay", ExerciseStatus.NotAttempted),
            Mark("gus", ExerciseStatus.NoAnswer) with { Problem = "not a notebook" },
        ],
    };

    [Fact]
    public void It_counts_the_answers_of_those_who_could_be_graded() =>
        Assert.Contains("1 right, 3 wrong, 1 no answer that counts, 1 not attempted", ExerciseOverview.Of(report),
            StringComparison.Ordinal);

    [Fact]
    public void It_names_the_kinds_of_case_that_most_miss_and_the_commonest_slip_as_text()
    {
        string table = ExerciseOverview.Of(report);

        Assert.Contains("<span class=\"item\">a tie (2)</span><span class=\"item\">no voters (1)</span></td>", table,
            StringComparison.Ordinal);
        Assert.Contains(">Half is no majority. &lt;b&gt; (2)</td>", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_of_one_student_is_not_called_common() =>
        Assert.DoesNotContain("Half is no majority", ExerciseOverview.Of(report with { Submissions = [.. report.Submissions.Take(3)] }),
            StringComparison.Ordinal);

    [Fact]
    public void Where_nobody_could_be_graded_there_is_none() =>
        Assert.Equal("", ExerciseOverview.Of(report with { Submissions = [report.Submissions[^1]] }));

    private static SubmissionMark Mark(string student, ExerciseStatus status, string? hint = null, params string[] kinds) => new()
    {
        Student = student,
        Path = "x.ipynb",
        Lesson = 1,
        Exercises =
        [
            new ExerciseMark
            {
                Exercise = "01.majority",
                Title = "A majority gate",
                Earned = 0,
                Points = 1,
                Status = status,
                Hint = hint,
                WrongKinds = kinds,
                Right = kinds.Length < 4 ? 1 : 0,
            },
        ],
    };
}
