using System.Text.Json.Nodes;
using Course.Grading.Submissions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Grading.Tests.Submissions;

/// <summary>Submissions that say with which version of the course they were made.</summary>
public sealed class SubmissionVersionTests
{
    private const string Stub = "double Twice(double x)\n{\n    throw new NotImplementedException();\n}";

    [Fact]
    public void One_that_does_not_say_or_is_of_this_version_is_graded_without_a_remark()
    {
        NotebookDocument lesson = Lesson(Stub);

        Assert.Null(Plan(Stub, Lesson(Stub)).Version);
        LessonStamp.For(lesson, "abc").WriteTo(lesson);
        lesson.Cells[1].Source = "double Twice(double x) => 2 * x;";
        Assert.Null(Plan(Stub, lesson).Version);
    }

    [Fact]
    public void An_older_one_with_the_same_exercises_is_graded_by_the_cells_ids_and_says_so()
    {
        NotebookDocument older = Lesson(Stub);
        LessonStamp.For(older, "abc").WriteTo(older);
        older.Cells[1].Source = "double Twice(double x) => 2 * x;";

        SubmissionPlan plan = Plan("// A remark that is new.\n" + Stub, older);

        Assert.Matches(@"^made with another version of this lesson, \d+\.\d+\.\d+ \(abc\); its cells were recognised by their ids$", plan.Version);
        Assert.Contains(plan.Cells, cell => cell.Code == "double Twice(double x) => 2 * x;");
    }

    [Theory]
    [InlineData("int Twice(int x) => throw new NotImplementedException();", "02.learn", "02.learn had another first line")]
    [InlineData(Stub, "02.once", "02.once is no more; 02.learn was not there")]
    public void One_whose_exercises_were_others_is_refused_with_a_sentence(string stub, string id, string said)
    {
        NotebookDocument older = Lesson(stub, id);
        LessonStamp.For(older, "abc").WriteTo(older);

        SubmissionException refused = Assert.Throws<SubmissionException>(() => Plan(Stub, older));

        Assert.Matches(@"^it was made with version \d+\.\d+\.\d+ \(abc\) of the course", refused.Message);
        Assert.Contains($": {said}. Grade it with that version", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("{\"version\":7}")]
    [InlineData("{\"version\":null,\"exercises\":[]}")]
    public void What_is_no_version_says_nothing(string stamp)
    {
        NotebookDocument submission = Lesson(Stub);
        submission.Metadata["course"]!["madeWith"] = JsonNode.Parse(stamp);

        Assert.Null(Plan(Stub, submission).Version);
    }

    [Fact]
    public void What_a_submission_writes_there_cannot_command_a_build_server()
    {
        NotebookDocument submission = Lesson(Stub);
        submission.Metadata["course"]!["madeWith"] =
            JsonNode.Parse("""{"version":"1\n::error::\u001b[31m","exercises":{"02.learn":"double Twice(double x)"}}""");

        Assert.DoesNotMatch("::|\n|\u001b", Plan(Stub, submission).Version);
    }

    [Fact]
    public void The_first_line_of_every_exercise_of_the_course_is_found()
    {
        foreach (LessonFile file in LessonCatalog.Of(Repository.Course.Notebooks).Lessons)
        {
            LessonStamp stamp = LessonStamp.For(NotebookDocument.Load(file.Path), null);

            Assert.All(stamp.Exercises, exercise => Assert.Matches(@"^[\w\[\]<>]+ \w+\(.+\)$", exercise.Value));
        }
    }

    private static SubmissionPlan Plan(string stub, NotebookDocument submission) =>
        SubmissionPlan.Of(LessonNotebook.Of(Lesson(stub), 2), submission);

    private static NotebookDocument Lesson(string stub, string id = "02.learn")
    {
        var document = new NotebookDocument
        {
            Metadata = new JsonObject { ["course"] = new JsonObject { ["number"] = 2, ["year"] = 1957, ["title"] = "The perceptron" } },
        };
        document.Cells.Add(new CodeCell("#r \"../artifacts/course/Course.dll\"", "begin"));
        document.Cells.Add(new CodeCell(stub, "twice") { Metadata = Marks(locked: false) });
        document.Cells.Add(new CodeCell($"Check(\"{id}\", Twice);", "twice-check") { Metadata = Marks(locked: true) });
        return document;
    }

    private static JsonObject Marks(bool locked) => new() { ["nbgrader"] = new JsonObject { ["locked"] = locked, ["solution"] = !locked } };
}
