using Course.Grading.Submissions;
using Course.Grading.Tests.Hostile;

namespace Course.Grading.Tests.Submissions;

/// <summary>What other editors save is graded as the notebook that was handed out.</summary>
public class EditorFormTests(WarmGrader warm)
{
    private const string Lesson = "02-perceptron";

    // How many cells the form has besides the lesson's.
    private static readonly (string Name, Func<Submitted, Submitted> Save, int Added)[] forms =
    [
        ("VS Code", EditorForms.VsCode, 1),
        ("VS Code with Python's kernel", EditorForms.VsCodeWithPython, 0),
        ("VS Code without ids", EditorForms.VsCodeWithoutIds, 0),
        ("Polyglot Notebooks", EditorForms.Polyglot, 1),
        ("Colab", EditorForms.Colab, 0),
        ("Colab with ids of its own", EditorForms.ColabWithOtherIds, 0),
    ];

    private static readonly SubmittedClass all = new(forms.Select(form => (form.Name, form.Save(Submitted.Solved(Lesson)))));

    public static TheoryData<string> Forms => [.. forms.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_published_solutions_get_full_marks_in_it(string name)
    {
        SubmissionMark mark = (await all.MarksAsync(warm))[name];

        Assert.Null(mark.Problem);
        Assert.Equal(2, mark.Lesson);
        Assert.Equal((17, 17), (mark.Earned, mark.Points));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Its_cells_are_the_lessons_and_only_what_was_added_is_the_students(string name)
    {
        (_, Func<Submitted, Submitted> save, int added) = forms.Single(form => form.Name == name);
        LessonNotebook lesson = LessonNotebook.Find(Repository.Course, 2);

        CellChanges changes = SubmissionPlan.Of(lesson, save(Submitted.Blank(Lesson)).Document).Changes;

        Assert.Equivalent(new CellChanges { Added = added }, changes);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_wrong_answer_in_it_is_the_answer_that_is_graded(string name)
    {
        const string Wrong = "double[] Learn(double[] w, double[] x, int target, double eta) => w;";
        LessonNotebook lesson = LessonNotebook.Find(Repository.Course, 2);

        SubmissionPlan plan = SubmissionPlan.Of(lesson,
            forms.Single(form => form.Name == name).Save(Submitted.Solved(Lesson).Write("learn", Wrong)).Document);

        PlannedCell check = plan.Cells.Single(cell => cell.Answers == "02.learn");
        Assert.Equal(Wrong, plan.Cells[check.Number - 2].Code);
        Assert.Empty(plan.WrittenLater);
    }
}
