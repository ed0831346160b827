using System.Text;
using System.Text.Json.Nodes;
using Course.Grading.Submissions;
using Course.Grading.Tests.Hostile;
using Course.Notebooks.Documents;

namespace Course.Grading.Tests.Submissions;

/// <summary>Notebooks as other editors save them: of which lesson they are, and which of its cells they hold.</summary>
public class LessonRecognitionTests
{
    private const string Lesson = "02-perceptron";

    private static readonly LessonNotebook own = LessonNotebook.Find(Repository.Course, 2);

    [Fact]
    public void Where_the_metadata_is_gone_the_exercises_tell_the_lesson() => Assert.Equal(2, NumberOf(Stripped(), "ada.ipynb"));

    [Theory]
    [InlineData("Copy of 02-perceptron.ipynb", 2)]
    [InlineData("ada_01-McCulloch-Pitts-neuron (1).ipynb", 1)]
    [InlineData("homework.ipynb", null)]
    public void Where_nothing_in_the_notebook_tells_the_lesson_its_name_does(string name, int? number) =>
        Assert.Equal(number, NumberOf(new NotebookDocument { Cells = { new CodeCell("int x = 1;", "a") } }, name));

    [Fact]
    public void Where_two_lessons_are_named_alike_often_the_lesson_is_not_guessed() =>
        Assert.Null(NumberOf(
            new NotebookDocument { Cells = { new CodeCell("Check(\"02.learn\", A); Check(\"03.cycle\", B);", "a") } }, "x.ipynb"));

    [Fact]
    public void Ids_that_Colab_keeps_in_the_metadata_of_the_cells_are_recognised()
    {
        NotebookDocument document = Stripped();
        NotebookDocument lesson = Submitted.Blank(Lesson).Document;
        foreach ((NotebookCell cell, NotebookCell original) in document.Cells.Zip(lesson.Cells))
            cell.Metadata = new JsonObject { ["id"] = original.Id };

        Assert.Equivalent(new CellChanges(), SubmissionPlan.Of(own, document).Changes);
    }

    [Fact]
    public void Without_any_ids_the_cells_are_recognised_by_what_they_say_and_the_answers_by_their_names()
    {
        NotebookDocument document = Stripped();
        CodeCell answer = document.Cells.OfType<CodeCell>()
            .First(cell => cell.Source.Contains("double[] Learn(", StringComparison.Ordinal));
        answer.Source = "double[] Learn(double[] w, double[] x, int target, double eta) { return w; }";
        CodeCell check = document.Cells.OfType<CodeCell>().Single(cell => LessonNotebook.CheckedBy(cell.Source) == "02.learn");
        check.Source = "Check(\"02.learn\",   (Func<int>)(() => 1));";

        SubmissionPlan plan = SubmissionPlan.Of(own, document);

        Assert.Equal((0, 0, 1), (plan.Changes.Added, plan.Changes.Deleted.Count, plan.Changes.LockedChanged.Count));
        Assert.Equal(own.Cells.Where(cell => cell.Check is not null).Select(cell => cell.Check!.Exercise),
            plan.Cells.Select(cell => cell.Answers).OfType<string>());
    }

    [Fact]
    public void A_copy_of_a_cell_that_is_there_is_a_cell_of_the_students_own()
    {
        NotebookDocument document = Submitted.Blank(Lesson).Document;
        CodeCell check = document.Cells.OfType<CodeCell>().Single(cell => LessonNotebook.CheckedBy(cell.Source) == "02.learn");
        document.Cells.Add(new CodeCell(check.Source, "mine"));

        Assert.Equal((1, 0), (SubmissionPlan.Of(own, document).Changes.Added, SubmissionPlan.Of(own, document).Changes.Duplicated.Count));
    }

    [Theory]
    [InlineData("\r\n", true)]
    [InlineData("\r", true)]
    [InlineData("\f", false)]
    [InlineData("\u2028", false)]
    [InlineData("\u0085", false)]
    public void A_locked_cell_with_other_line_ends_is_unchanged_if_the_compiler_takes_them_for_such(string end, bool unchanged)
    {
        NotebookDocument document = Submitted.Blank(Lesson).Document;
        CodeCell opening = document.Cells.OfType<CodeCell>().First();
        opening.Source = opening.Source.Replace("\n", end, StringComparison.Ordinal);

        Assert.Equal(unchanged ? [] : [opening.Id!], SubmissionPlan.Of(own, document).Changes.LockedChanged);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_notebook_in_an_encoding_that_is_marked_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Submitted.Blank(Lesson).Document.ToJson())];

        Assert.Equal(Submitted.Blank(Lesson).Document.Cells.Count, SubmissionReader.Parse(bytes).Cells.Count);
    }

    [Fact]
    public void Half_a_character_of_UTF_16_is_no_notebook() =>
        Assert.Contains("UTF-16", Assert.Throws<SubmissionException>(() => SubmissionReader.Parse([0xff, 0xfe, 0x7b, 0x00, 0x7d])).Message,
        StringComparison.Ordinal);

    private static int? NumberOf(NotebookDocument document, string name) =>
        LessonRecognition.Of(document, "/class/" + name, Repository.Course);

    /// <summary>The lesson as an editor saves it that keeps nothing but the cells.</summary>
    private static NotebookDocument Stripped()
    {
        var document = new NotebookDocument { NbformatMinor = 0 };
        foreach (NotebookCell cell in Submitted.Blank(Lesson).Document.Cells)
            document.Cells.Add(cell is CodeCell ? new CodeCell(cell.Source) : new MarkdownCell(cell.Source));
        return document;
    }
}
