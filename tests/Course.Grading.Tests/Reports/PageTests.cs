using Course.Grading.Reports;

namespace Course.Grading.Tests.Reports;

/// <summary>What a teacher and a student read first on their pages.</summary>
public class PageTests
{
    private static readonly ClassReport report = new()
    {
        Date = default,
        Seed = 7,
        Sandbox = "bubblewrap",
        Submissions =
        [
            Mark("Zoe", Passed("The first"), Passed("The second")),
            Mark("ada", Passed("The first"), Failed("The second")),
            Mark("mia", Failed("The first"), Failed("The second")),
            new SubmissionMark { Student = "bob", Path = "bob.zip", Problem = "a .zip file; unpack it" },
        ],
    };

    [Fact]
    public void A_teacher_reads_first_who_could_not_be_graded_and_how_the_class_did()
    {
        string page = ClassPage.Of(report, new PageNames(report.Submissions));

        InOrder(page, "<h1>Lesson 01: 4 submissions</h1>", "<b>3</b> graded", "<b>1</b> not", "1 has all points; half have 50 % or more.",
            "Not graded", ">bob</a>: a .zip file; unpack it", "<h2>Exercises</h2>", "<h2>Students</h2>", "seed 7");
    }

    [Fact]
    public void Students_stand_in_the_order_of_the_alphabet_with_a_sign_for_each_exercise_that_has_a_name()
    {
        string page = ClassPage.Of(report, new PageNames(report.Submissions));

        InOrder(page, ">ada</a>", "aria-label=\"The first: right\"", "aria-label=\"The second: wrong, 2 of 3 cases are right\"", ">mia</a>",
            ">Zoe</a>");
    }

    [Fact]
    public void Where_all_were_graded_nothing_says_otherwise()
    {
        string page = ClassPage.Of(report with { Submissions = [report.Submissions[0]] }, new PageNames(report.Submissions));

        Assert.DoesNotContain("Not graded", page, StringComparison.Ordinal);
        Assert.Contains("1 has all points", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张伟", "张伟-01.html")]
    [InlineData("Jose\u0301 de la Cruz", "José_de_la_Cruz-01.html")]
    [InlineData("../\u202eindex\u200d<b>", "___index_b_-01.html")]
    public void A_page_is_called_as_the_student_in_letters_alone(string student, string name)
    {
        SubmissionMark mark = Mark(student);

        Assert.Equal(name, new PageNames([mark]).Of(mark));
    }

    [Fact]
    public void A_student_reads_first_what_is_left_and_of_each_what_to_try_before_the_cases() =>
        InOrder(FeedbackPage.Of(report.Submissions[1], report), "<b>1</b> of 2 points", "1 of 2 exercises are right. To work on:",
            "<a href=\"#The second\">The second</a>", "2 of 3 cases are right", "What to try.</b> Count again.", "a tie", "How to go on");

    [Fact]
    public void How_to_go_on_is_said_once() =>
        Assert.Single(FeedbackPage.Of(report.Submissions[2], report).Split("How to go on")[1..]);

    [Fact]
    public void Whoever_has_everything_right_is_told_so() =>
        Assert.Contains("Every exercise is right.", FeedbackPage.Of(report.Submissions[0], report), StringComparison.Ordinal);

    [Fact]
    public void Why_there_is_no_answer_is_said_once()
    {
        ExerciseMark lost = Failed("The first") with
        {
            Status = ExerciseStatus.NoAnswer,
            Message = "there is no answer: code cell 7 does not compile",
        };
        SubmissionMark mark = Mark("ada", lost) with { Remarks = ["code cell 7 does not compile", "code cell 9 fails"] };

        string page = FeedbackPage.Of(mark, report);

        Assert.Single(page.Split("code cell 7 does not compile")[1..]);
        Assert.Contains("<li>code cell 9 fails</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_notebook_could_not_be_graded_reads_why_and_nothing_of_exercises()
    {
        string page = FeedbackPage.Of(report.Submissions[3], report);

        InOrder(page, "could not be graded: a .zip file; unpack it.", "Before you hand in again");
        Assert.DoesNotContain("<section", page, StringComparison.Ordinal);
        Assert.DoesNotContain("drawn anew", page, StringComparison.Ordinal);
    }

    private static void InOrder(string page, params string[] texts)
    {
        int at = 0;
        foreach (string text in texts)
        {
            int next = page.IndexOf(text, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"'{text}' does not stand where it should.");
            at = next + text.Length;
        }
    }

    private static SubmissionMark Mark(string student, params ExerciseMark[] exercises) =>
        new() { Student = student, Path = $"/class/{student}.ipynb", Lesson = 1, Exercises = exercises };

    private static ExerciseMark Passed(string title) => Failed(title) with
    {
        Status = ExerciseStatus.Passed,
        Earned = 1,
        Right = 3,
        Hint = null,
        Failed = [],
    };

    private static ExerciseMark Failed(string title) => new()
    {
        Exercise = title,
        Title = title,
        Earned = 0,
        Points = 1,
        Status = ExerciseStatus.Failed,
        Right = 2,
        Cases = 3,
        Message = "some that the notebook shows are not",
        Hint = "Count again.",
        Failed = [new FailedCase("a tie", "[true]", "false", "true", IsHidden: true)],
    };
}
