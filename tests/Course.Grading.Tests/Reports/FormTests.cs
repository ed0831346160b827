using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Grading.Reports;
using Json.Schema;

namespace Course.Grading.Tests.Reports;

/// <summary>The forms of other systems, held against schemas written from what they publish.</summary>
public class FormTests
{
    private const string Nasty = "=cmd|' /C calc'!A0 <script>alert(1)</script> \"q\" C:\\";

    private static readonly Dictionary<string, string> runner = new()
    {
        ["CLASSROOM"] = "history",
        ["ASSIGNMENT"] = "neuron",
        ["OWNER"] = "ada",
        ["SUBMISSION_TAG"] = "submit/2026-06-01T14-32-05Z-a1b2c3d",
        ["COMMIT_URL"] = "https://example.org/commit/1",
        ["RELEASE_URL"] = "https://example.org/releases/1",
    };

    private static readonly ClassReport ada = Class(
        Mark("ada", 1, "/class/ada/01.ipynb", earned: 3, lost: 2),
        Mark("ada", 2, "/class/ada/02.ipynb", earned: 1));

    [Fact]
    public void A_result_for_Classroom_50_has_its_form_and_the_runners_words_for_the_submission()
    {
        JsonNode result = Valid("classroom50", Classroom50Result.OfRunner(runner.GetValueOrDefault).Of(ada));

        Assert.Equal(("history", "neuron", "ada", "individual", 4, 6),
            ((string?)result["classroom"], (string?)result["assignment"], (string?)result["owner"], (string?)result["assignment_type"],
            (int)result["score"]!, (int)result["max-score"]!));
        Assert.Equal(["01.a: The first", "01.b: The second", "02.a: The first"],
            result["tests"]!.AsArray().Select(test => (string?)test!["test-name"]));
        Assert.Equal("2026-01-02T02:04:05Z", (string?)result["graded_at"]);
    }

    [Theory]
    [InlineData("CLASSROOM")]
    [InlineData("SUBMISSION_TAG")]
    [InlineData("RELEASE_URL")]
    public void What_the_runner_of_Classroom_50_has_not_set_is_named(string missing)
    {
        Exception said = Assert.Throws<GradingException>(() =>
            Classroom50Result.OfRunner(name => name == missing ? "" : runner.GetValueOrDefault(name)));

        Assert.Contains(missing, said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_for_Gradescope_have_its_form_and_tell_what_to_try_but_not_the_seed()
    {
        string text = GradescopeResult.Of(ada);
        JsonNode results = Valid("gradescope", text);

        JsonNode lost = results["tests"]![1]!;
        Assert.Equal((0, 2, "failed"), ((double)lost["score"]!, (double)lost["max_score"]!, (string?)lost["status"]));
        foreach (string told in (string[])["2 of 3 cases are right", "a tie: called with [true]", "What to try: Count again."])
            Assert.Contains(told, (string?)lost["output"], StringComparison.Ordinal);
        Assert.DoesNotContain("424242", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_student_whose_notebook_cannot_be_graded_is_told_so_in_a_test_that_failed()
    {
        ClassReport report = Class(new SubmissionMark { Student = "ada", Path = "/class/ada/x.ipynb", Problem = "not a notebook" });

        JsonNode results = Valid("gradescope", GradescopeResult.Of(report));
        JsonNode result = Valid("classroom50", Classroom50Result.OfRunner(runner.GetValueOrDefault).Of(report));

        Assert.Equal("Not graded: not a notebook.", (string?)Assert.Single(results["tests"]!.AsArray())!["output"]);
        Assert.False((bool)Assert.Single(result["tests"]!.AsArray())!["passed"]!);
    }

    [Fact]
    public void Of_a_lesson_that_one_student_handed_in_twice_nothing_counts_and_both_files_are_named()
    {
        ClassReport report = Class(Mark("ada", 1, "/class/ada/01.ipynb", earned: 3), Mark("ada", 1, "/class/ada/copy.ipynb", earned: 3));

        JsonNode test = Assert.Single(Valid("gradescope", GradescopeResult.Of(report))["tests"]!.AsArray())!;

        Assert.Equal((0, 3), ((double)test["score"]!, (double)test["max_score"]!));
        Assert.Contains("01.ipynb, copy.ipynb", (string?)test["output"], StringComparison.Ordinal);
    }

    [Fact]
    public void Grades_for_nbgrader_have_the_columns_of_its_export_and_a_row_for_everyone_in_each_assignment()
    {
        string[][] rows = CsvText.Read(NbgraderCsv.Of(Class(
            Mark("ada", 1, "/class/submitted/ada/ps1/01.ipynb", earned: 3, lost: 2),
            Mark("ada", 2, "/class/submitted/ada/ps1/02.ipynb", earned: 1),
            Mark("O'Neil, Bob", 2, "/class/submitted/O'Neil, Bob/ps2/02.ipynb", earned: 0, lost: 1))));

        Assert.Equal(["assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
            "late_submission_penalty", "score", "max_score"], rows[0]);
        Assert.Equal(["ps1", "", "", "ada", "", "", "", "4.0", "0.0", "4.0", "6.0"], rows[1]);
        Assert.Equal(["ps1", "", "", "O'Neil, Bob", "", "", "", "0.0", "0.0", "0.0", "6.0"], rows[2]);
        Assert.Equal(["ps2/ada/0.0/1.0", "ps2/O'Neil, Bob/0.0/1.0"], rows[3..].Select(row => $"{row[0]}/{row[3]}/{row[9]}/{row[10]}"));
    }

    [Fact]
    public void Outside_nbgraders_folders_the_lesson_is_the_assignment()
    {
        string[][] rows = CsvText.Read(NbgraderCsv.Of(Class(Mark("ada", 1, "/srv/ada/class/ada.ipynb", earned: 3),
            Mark("bob", 1, "/class/bob/01.ipynb", earned: 3))));

        Assert.Equal(["lesson-01", "lesson-01"], rows[1..].Select(row => row[0]));
    }

    [Fact]
    public void Grades_for_Moodles_gradebook_have_a_row_a_student_and_a_grade_with_feedback_a_lesson()
    {
        string[][] rows = CsvText.Read(MoodleCsv.Of(Class(Mark("ada", 1, "a.ipynb", earned: 3, lost: 2),
            Mark("ada", 2, "b.ipynb", earned: 1), new SubmissionMark { Student = "bob", Lesson = 2, Path = "c", Problem = "too slow" })));

        Assert.Equal(["Username", "Lesson 01", "Lesson 01 feedback", "Lesson 02", "Lesson 02 feedback"], rows[0]);
        Assert.Equal(["ada", "3", "1"], [rows[1][0], rows[1][1], rows[1][3]]);
        Assert.StartsWith("01.a: All 3 cases are right. 01.b: 2 of 3 cases are right", rows[1][2], StringComparison.Ordinal);
        Assert.Equal(["bob", "-", "", "-", "Not graded: too slow."], rows[2]);
    }

    [Fact]
    public void Feedback_for_Moodle_is_no_markup_and_holds_no_backslash_which_its_reader_takes_for_an_escape()
    {
        string text = MoodleCsv.Of(Class(Mark("ada@example.org", 1, "a.ipynb", earned: 0, lost: 2, hint: Nasty)));

        Assert.DoesNotContain('\\', text);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.StartsWith("\"Email address\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_Moodle_made_give_its_grading_worksheet()
    {
        string[][] rows = CsvText.Read(MoodleCsv.Of(Class(
            Mark("Ada Lovelace_4711_assignsubmission_file", 1, "a.ipynb", earned: 3),
            Mark("张 伟_4712_assignsubmission_file_", 1, "b.ipynb", earned: 0, lost: 3))));

        Assert.Equal(["Identifier", "Full name", "Grade", "Last modified (grade)", "Feedback comments"], rows[0]);
        Assert.Equal(["Participant 4711", "Ada Lovelace", "3", "-"], rows[1][..4]);
        Assert.Equal(["Participant 4712", "张 伟", "0", "-"], rows[2][..4]);
    }

    private static JsonNode Valid(string form, string text)
    {
        string folder = Path.Combine(Repository.Course.Root, "tests", "Course.Grading.Tests", "Reports", "Forms");
        JsonNode json = JsonNode.Parse(text)!;
        EvaluationResults found = JsonSchema.FromFile(Path.Combine(folder, form + ".schema.json"))
            .Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(found.IsValid, JsonSerializer.Serialize(found));
        return json;
    }

    private static ClassReport Class(params SubmissionMark[] marks) => new()
    {
        Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
        Seed = 424242,
        Sandbox = "bubblewrap",
        Submissions = marks,
    };

    private static SubmissionMark Mark(
        string student, int lesson, string path, int earned, int lost = 0, string hint = "Count again.") => new()
        {
            Student = student,
            Path = path,
            Lesson = lesson,
            Exercises =
        [
            .. earned > 0 ? (ExerciseMark[])[Exercise($"{lesson:00}.a", "The first", earned, ExerciseStatus.Passed, null)] : [],
            .. lost > 0 ? (ExerciseMark[])[Exercise($"{lesson:00}.b", "The second", lost, ExerciseStatus.Failed, hint)] : [],
        ],
        };

    private static ExerciseMark Exercise(string id, string title, double points, ExerciseStatus status, string? hint) => new()
    {
        Exercise = id,
        Title = title,
        Points = points,
        Earned = status == ExerciseStatus.Passed ? points : 0,
        Status = status,
        Right = status == ExerciseStatus.Passed ? 3 : 2,
        Cases = 3,
        Message = status == ExerciseStatus.Passed ? null : "cases that the notebook shows are wrong",
        Hint = hint,
        Failed = status == ExerciseStatus.Passed ? [] : [new FailedCase("a tie", "[true]", "false", "true", IsHidden: true)],
    };
}
