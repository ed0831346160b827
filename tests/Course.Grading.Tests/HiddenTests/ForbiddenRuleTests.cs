using System.Text.RegularExpressions;
using Course.Grading.HiddenTests;
using Course.Grading.Tests.HiddenTests.LibraryAnswers;
using Course.Grading.Tests.Submissions;
using Course.Notebooks.Documents;
using Course.Notebooks.Protocol;
using Course.Notebooks.StaticAnalysis;

namespace Course.Grading.Tests.HiddenTests;

/// <summary>What an answer may use of the library is a list; all the rest is refused, wherever it stands.</summary>
public class ForbiddenRuleTests
{
    private const string Open = "#r \"../artifacts/course/Course.dll\"\nusing Course;\nusing static Course.Exercises;";
    private const string Plain = "01.majority";

    // The opening cell is compiled once for all.
    private static readonly CellStudy study = new();

    public static TheoryData<string> Ids => [.. HiddenTestCatalog.All.Select(test => test.Id)];

    public static TheoryData<string> Lessons => [.. ExerciseCells.Lessons];

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_answer_that_the_library_gives_is_refused(string id)
    {
        Assert.True(LibraryAnswerCatalog.All.TryGetValue(id, out string? code), $"there is no answer of the library for {id}");

        SymbolUse[] violations = Violations(HiddenTestCatalog.Find(id), WithNamespaces(code));

        Assert.Contains(violations, use => use.Type.StartsWith("Course.", StringComparison.Ordinal));
        Assert.DoesNotContain(violations, ForbiddenRule.IsAround);
    }

    [Fact]
    public void There_is_an_answer_of_the_library_for_every_exercise_and_no_other() =>
        Assert.Equal(Exercises.All.Select(exercise => exercise.Id), LibraryAnswerCatalog.All.Keys);

    [Theory]
    [InlineData("int Answer(int n) => §Mnist.Load().Train.Take(n).Count;")]
    [InlineData("string Answer(int n) => §SymbolicTable.Of(§Zoo.Load(), \"kind\", \"animal\").Case(n)[\"milk\"];")]
    [InlineData("object Answer(int n) => §Palette.Series[0];")]
    [InlineData("int Answer(int n) { §Display.Show(n); return n; }")]
    [InlineData("int Answer(int n) { using var progress = §Progress.Start(\"counting\", n); return n; }")]
    [InlineData("object Answer(int n) => §Source.Of<int>();")]
    [InlineData("int Answer(int n) { §Exercises.Check(\"01.majority\", null); return n; }")]
    public void Data_plots_and_what_shows_things_may_be_used(string code)
    {
        AnswerUses uses = UsesOf(WithNamespaces(code));

        Assert.All(HiddenTestCatalog.All, test => Assert.Empty(new ForbiddenRule(test).Violations(uses)));
    }

    [Theory]
    [InlineData("int Answer(int n) => §Exercises.All.Count;")]
    [InlineData("object Answer(int n) => §Exercise.Define<Func<int, int>>(\"x\", \"x\", 1);")]
    [InlineData("object Answer(int n) => new §WrongAnswer(\"x\", []).Results;")]
    [InlineData("object Answer(int n) => §Claims.All;")]
    [InlineData("object Answer(int n) => §LongRun.All;")]
    [InlineData("object Answer(int n) => §Acceptance.AtLeast(1).Holds([n]);")]
    public void What_is_not_on_the_list_is_refused(string code)
    {
        AnswerUses uses = UsesOf(WithNamespaces(code));

        Assert.All(HiddenTestCatalog.All, test => Assert.NotEmpty(new ForbiddenRule(test).Violations(uses)));
    }

    [Fact]
    public void What_everybody_may_use_is_this_and_no_more()
    {
        Assert.Equal(["Course.Data", "Course.Plots"], AllowedUses.Namespaces);
        Assert.Equal(
            [
                "Course.Lesson.Begin", "Course.Display", "Course.DisplayHandle", "Course.Progress", "Course.Source", "Course.SourceText",
                "Course.Exercises.Check",
                "Course.Notebooks.Kernel.CellFunctions", "Course.Notebooks.Kernel.DisplayHandle",
            ],
            AllowedUses.Symbols);
    }

    [Fact]
    public void Every_type_of_the_library_stands_in_its_namespace() =>
        Assert.All(typeof(Exercises).Assembly.GetExportedTypes(), type => Assert.Matches(@"^Course(\.|$)", type.Namespace));

    [Fact]
    public void What_an_exercise_allows_by_name_may_be_used_there_and_nowhere_else()
    {
        AnswerUses uses = UsesOf(WithNamespaces("bool Answer(bool[] outputs) => §BooleanFunction.InputsOf(1, 2)[0];"));

        Assert.Empty(new ForbiddenRule(HiddenTestCatalog.Find("01.separable")).Violations(uses));
        Assert.NotEmpty(Violations(HiddenTestCatalog.Find("01.separable"),
            WithNamespaces("int Answer(bool[] outputs) => §BooleanFunction.RowOf(outputs);")));
        Assert.All(HiddenTestCatalog.All.Where(test => test.Id != "01.separable"), test =>
            Assert.NotEmpty(new ForbiddenRule(test).Violations(uses)));
    }

    [Fact]
    public void TorchSharp_is_refused_where_an_exercise_is_not_about_it()
    {
        AnswerUses uses = UsesOf("double Answer(int n) => TorchSharp.torch.ones(n).sum().item<double>();");

        Assert.Equal(["06.torch-loop"],
            HiddenTestCatalog.All.Where(test => !new ForbiddenRule(test).Violations(uses).Any()).Select(test => test.Id));
    }

    [Fact]
    public void An_exercise_may_allow_TorchSharp_and_the_library_stays_forbidden_there()
    {
        HiddenTest torch = HiddenTest.Define(Plain, (bool[] votes) => votes.Length > 0).AllowTorchSharp();

        Assert.Empty(Violations(torch, "double Answer(int n) => TorchSharp.torch.ones(n).sum().item<double>();"));
        Assert.NotEmpty(Violations(torch, WithNamespaces("object Answer(int n) => new §LeNet5();")));
        Assert.NotEmpty(Violations(torch, WithNamespaces(LibraryAnswerCatalog.All[Plain])));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_published_solution_uses_nothing_that_is_refused(string lesson)
    {
        CodeCell[] cells = [.. ExerciseCells.Of(ExerciseCells.PathOf(lesson), solved: true).Cells.Cast<CodeCell>()];
        StudyResult study =
            Study([.. cells.Select((cell, index) => (Cell: cell, Number: index + 1, Checked: ExerciseCells.CheckedBy(cell))).Select(one =>
                new StudyCell(one.Number, one.Cell.Source, IsOwn: one.Checked is not null, one.Checked))]);

        Assert.Equal(HiddenTestCatalog.All.Select(test => test.Id)
            .Where(id => id[..2] == lesson[..2]), study.Answers.Select(answer => answer.Exercise));
        Assert.All(study.Answers, answer => Assert.Empty(new ForbiddenRule(HiddenTestCatalog.Find(answer.Exercise)).Violations(answer)));
    }

    private static SymbolUse[] Violations(HiddenTest test, string code) => [.. new ForbiddenRule(test).Violations(UsesOf(code))];

    private static AnswerUses UsesOf(string code) => Assert.Single(Study(
    [
        new(1, Open, IsOwn: true, null),
        new(2, code, IsOwn: false, null),
        new(3, $"global::Course.Exercises.Check(\"{Plain}\", Answer);", IsOwn: true, Plain),
    ]).Answers);

    // What does not compile uses nothing, and would prove nothing.
    private static StudyResult Study(IReadOnlyList<StudyCell> cells)
    {
        StudyResult study = ForbiddenRuleTests.study.Of(Repository.Course.Library, cells);
        Assert.True(study.Broken.Count == 0,
            string.Join('\n', study.Broken.Select(broken => $"cell {broken.Number}, line {broken.Line}: {broken.Message}")));
        return study;
    }

    private static string WithNamespaces(string code) => Regex.Replace(code, @"§(\w+)(<?)", match =>
    {
        (string name, string generic) = (match.Groups[1].Value, match.Groups[2].Value);
        Type type = Assert.Single(typeof(Exercises).Assembly.GetExportedTypes(), type => type.Name == (generic == "" ? name : name + "`1"));
        return $"global::{type.Namespace}.{name}{generic}";
    });
}
