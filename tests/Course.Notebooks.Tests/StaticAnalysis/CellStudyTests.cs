using Course.Notebooks.Protocol;
using Course.Notebooks.StaticAnalysis;
using Course.Notebooks.Tests.Language;

namespace Course.Notebooks.Tests.StaticAnalysis;

/// <summary>What answers depend on and use, found without running anything.</summary>
public class CellStudyTests
{
    private const string Open =
        "#r \"../artifacts/course/Course.dll\"\nusing Course;\nusing Course.McCullochPitts;\nusing Course.PerceptronLimits;\nusing "
            + "Course.Perceptrons;\nusing static Course.Exercises;";
    private const string Check = "global::Course.Exercises.Check(\"x\", Answer);";

    [Fact]
    public void Cells_that_an_answer_is_not_made_from_need_not_run()
    {
        StudyResult study = Of("*int[] data = [1, 2];", "*double heavy = data.Sum();", "int Twice(int x) => 2 * x;",
            "double Answer(int n) => Twice(n);");

        Assert.Equal([1, 4, 5, 6], study.Needed);
    }

    [Fact]
    public void A_cell_that_touches_a_variable_of_the_answer_runs_and_so_does_what_it_needs()
    {
        StudyResult study = Of("*double learned = 0;", "*double Train() => 3;", "*learned = Train();", "*double other = 1;",
            "double Answer(int n) => learned * n;");

        Assert.Equal([1, 2, 3, 4, 6, 7], study.Needed);
    }

    [Fact]
    public void The_least_that_an_answer_needs_leaves_out_cells_that_only_change_the_surroundings()
    {
        StudyResult study = Of("System.IO.File.WriteAllText(\"x\", \"\");", "int Twice(int x) => 2 * x;",
            "double Answer(int n) => Twice(n);");

        Assert.Equal([1, 2, 3, 4, 5], study.Needed);
        Assert.Equal([1, 3, 4, 5], study.Answers.Single().Cells);
    }

    [Theory]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture = new(\"de-DE\");", true)]
    [InlineData("System.IO.File.WriteAllText(\"x\", \"\");", true)]
    [InlineData("Environment.Exit(0);", true)]
    [InlineData("Lesson.Begin(1);", true)]
    [InlineData("using System.IO;", true)]
    [InlineData("Console.WriteLine(Enumerable.Range(0, 5).Sum());", false)]
    [InlineData("while (true) { }", false)]
    public void A_cell_of_the_learner_runs_where_it_may_change_the_surroundings(string code, bool runs) =>
        Assert.Equal(runs, Of(code, "double Answer(int n) => n;").Needed.Contains(2));

    [Theory]
    [InlineData("double Answer(int n) => new Perceptron(n).Bias;", "Course.Perceptrons.Perceptron.Bias")]
    [InlineData("double Answer(int n) => Helper(n);\ndouble Helper(int n) => new Perceptron(n).Bias;",
        "Course.Perceptrons.Perceptron.Bias")]
    [InlineData("double Answer(int n) => global::Course.PerceptronLimits.Parity.Of(n).Inputs;", "Course.PerceptronLimits.Parity.Of")]
    [InlineData("double Answer(int n) { dynamic d = n; return d.Bias; }", "dynamic")]
    [InlineData("double Answer(int n) => typeof(int).GetMethods().Length;", "System.Type.GetMethods")]
    [InlineData("delegate int F();\ndouble Answer(int n) => box.F();\nclass Box { public Func<int> F; }\nBox box = new();\nbox.F = () => "
        + "(int)new Perceptron(1).Bias;", "Course.Perceptrons.Perceptron.Bias")]
    [InlineData("static class Store { public static Func<double> F; }\nvoid Fill() { Store.F = () => new Perceptron(1).Bias; }\ndouble "
        + "Answer(int n) => Store.F();", "Course.Perceptrons.Perceptron.Bias")]
    public void What_an_answer_uses_is_found_through_whatever_it_is_made_from(string code, string used) =>
        Assert.Contains(used, Of(code).Answers.Single().Uses.Select(use => use.Name));

    [Fact]
    public void What_only_other_cells_use_is_not_the_answers()
    {
        StudyResult study = Of("double Answer(int n) => n;", "Console.Write(new Perceptron(2).Bias + Answer(1));");

        Assert.DoesNotContain(study.Answers.Single().Uses, use => use.Namespace == "Course.Perceptrons");
        Assert.Contains(study.Learner, use => use.Namespace == "Course.Perceptrons");
    }

    [Theory]
    [InlineData("int x = ;", "CS1525")]
    [InlineData("#r \"nuget: Evil, 1.0\"", "cannot be fetched")]
    [InlineData("#!import other.ipynb", "cannot be imported")]
    [InlineData("#r \"/tmp/evil.dll\"", "cannot be loaded")]
    [InlineData("#!python", "not understood")]
    public void A_cell_that_cannot_run_is_broken_and_the_others_are_not(string code, string why)
    {
        StudyResult study = Of(code, "double Answer(int n) => n;");

        BrokenCell broken = Assert.Single(study.Broken);
        Assert.Equal(2, broken.Number);
        Assert.Contains(why, broken.Message, StringComparison.Ordinal);
        Assert.Equal([1, 3, 4], study.Needed);
    }

    [Fact]
    public void Of_a_class_only_the_lessons_own_cells_up_to_the_first_of_a_student_are_remembered()
    {
        var study = new CellStudy();
        int[] known =
        [
            .. Enumerable.Range(0, 5).Select(student =>
            {
                study.Of(LanguageTrial.Course,
                    [new(1, Open, IsOwn: true, null), new(2, $"int mine{student} = {student};", IsOwn: false, null),
                    new(3, "int one = 1;", IsOwn: true, null), new(4, "int two = 2;", IsOwn: true, null)]);
                return study.Known;
            }),
        ];

        Assert.Equal([1, 1, 1, 1, 1], known);
    }

    /// <summary>Studies an opening cell, these cells (a star marks the lesson's own) and a check.</summary>
    private static StudyResult Of(params string[] codes)
    {
        StudyCell[] cells =
        [
            new(1, Open, IsOwn: true, null),
            .. codes.Select((code, index) => new StudyCell(index + 2, code.TrimStart('*'), code.StartsWith('*'), null)),
            new(codes.Length + 2, Check, IsOwn: true, "x"),
        ];
        return new CellStudy().Of(LanguageTrial.Course, cells);
    }
}
