using System.Text;

namespace Course.Grading.Tests.Hostile;

/// <summary>Notebooks whose cells were moved about, and files that are no notebooks.</summary>
public class HostileNotebookTests(WarmGrader warm)
{
    private const string Cheat = "Check(\"01.majority\", (bool[] votes) => 2 * votes.Count(v => v) > votes.Length);";

    [Fact]
    public async Task A_locked_cell_that_was_changed_is_restored()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.WithMajority(Trap.Wrong)
            .Write("majority-check", Cheat));

        Assert.Equal(0, mark.Earned);
        Assert.Equal(["majority-check"], all.Changes!.LockedChanged);
    }

    [Fact]
    public async Task A_locked_cell_that_was_deleted_is_put_back()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.WithMajority(Trap.Right).Remove("majority-check"));

        Assert.Equal(1, mark.Earned);
        Assert.Equal(["majority-check"], all.Changes!.Deleted);
    }

    [Fact]
    public async Task A_check_above_its_answer_is_run_below_it()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.WithMajority(Trap.Right)
            .Move("majority-check", before: "nand-xor"));

        Assert.Equal(1, mark.Earned);
        Assert.True(all.Changes!.Reordered);
    }

    [Fact]
    public async Task A_duplicated_check_counts_once_and_as_the_course_has_it()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.WithMajority(Trap.Wrong)
            .Duplicate("majority-check", "counter", Cheat));

        Assert.Equal(0, mark.Earned);
        Assert.Equal(["majority-check"], all.Changes!.Duplicated);
    }

    [Fact]
    public async Task Of_two_answers_above_the_check_the_last_one_counts()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.WithMajority(Trap.Wrong)
            .Duplicate("majority", "majority-check", Trap.Right));

        Assert.Equal(1, mark.Earned);
        Assert.Equal(["majority"], all.Changes!.Duplicated);
    }

    [Theory]
    [InlineData("static bool Majority(bool[] votes) => 2 * votes.Count(v => v) > votes.Length;")]
    [InlineData("static Func<bool[], bool> Majority = votes => 2 * votes.Count(v => v) > votes.Length;")]
    [InlineData("delegate bool Vote(bool[] votes);\nVote Majority = votes => 2 * votes.Count(v => v) > votes.Length;")]
    [InlineData("bool Majority(bool[] votes) => 2 * votes.Count(v => v) > votes.Length;\nbool Majority(int votes) => false;")]
    public async Task An_answer_in_another_form_is_taken(string answer)
    {
        (ExerciseMark mark, _) = await Trap.GradeAsync(warm, Submitted.WithMajority(answer));

        Assert.Equal((ExerciseStatus.Passed, 1.0), (mark.Status, mark.Earned));
    }

    [Fact]
    public async Task A_right_answer_below_its_check_is_found_and_the_remark_says_where()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.Blank("01-mcculloch-pitts-neuron")
            .Insert("counter", "// mine\n" + Trap.Right));

        Assert.Equal(1, mark.Earned);
        string remark = Assert.Single(all.Remarks, remark => remark.Contains("01.majority", StringComparison.Ordinal));
        Assert.Matches("^code cell [0-9]+ has an answer to 01.majority after its check: it is right, and counts$", remark);
    }

    [Fact]
    public async Task Of_a_wrong_answer_below_its_check_the_remark_says_where_it_stands()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.Blank("01-mcculloch-pitts-neuron")
            .Insert("counter", Trap.Wrong));

        Assert.Equal((ExerciseStatus.NotAttempted, 0.0), (mark.Status, mark.Earned));
        Assert.Contains(all.Remarks, remark => remark.EndsWith("it earns nothing either", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_opening_cell_that_was_emptied_is_restored()
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.GradeAsync(warm, Submitted.WithMajority(Trap.Right)
            .Write("begin", "using System.IO;"));

        Assert.Equal(1, mark.Earned);
        Assert.Equal(["begin"], all.Changes!.LockedChanged);
    }

    [Fact]
    public async Task A_cell_that_brings_the_compiler_down_costs_only_its_own_submission()
    {
        string deep = string.Concat(Enumerable.Repeat("(", 200_000)) + "1";

        var alone = new SubmittedClass([("deep", Submitted.WithMajority(Trap.Right).Insert("nand-xor", deep))]);

        Assert.True((await alone.MarksAsync(warm))["deep"].Earned <= 1);
    }

    [Fact]
    public async Task Markup_and_commands_in_what_a_student_writes_are_neutralised()
    {
        const string nasty = "<script>alert(1)</script> =cmd() \u001b[31m [red]x[/] ::error::x ##[error]x";

        (ExerciseMark mark, _) = await Trap.GradeAsync(
            warm, Submitted.WithMajority(
                $"bool Majority(bool[] votes) => throw new Exception({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(nasty, quote: true)});"));

        Assert.Equal(ExerciseStatus.Failed, mark.Status);
        Assert.DoesNotContain('\u001b', mark.Hint!);
        Assert.DoesNotContain("::error", mark.Hint);
    }

    public static TheoryData<string, byte[], string> NoNotebooks => new()
    {
        { "not JSON", Encoding.UTF8.GetBytes("dear teacher"), "not JSON" },
        { "empty", [], "empty" },
        { "nbformat 3", Encoding.UTF8.GetBytes("""{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}"""), "too old" },
        { "no cells", Encoding.UTF8.GetBytes("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}"""), "no code cells" },
        { "cells missing", Encoding.UTF8.GetBytes("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}"""), "no list of cells" },
        { "invalid UTF-8", [(byte)'{', 0xff, 0xfe, (byte)'}'], "UTF-8" },
        { "nested without end", Encoding.UTF8.GetBytes(new string('[', 100_000)), "nested" },
        { "no lesson",
            Encoding.UTF8.GetBytes(
                """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": "1", "outputs": [], "execution_count": null}]}"""), "of which lesson" },
        { "a lesson that is not there",
            Encoding.UTF8.GetBytes(
                """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"course": {"number": 99, "year": 1, "title": "x"}}, "cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": "1", "outputs": [], "execution_count": null}]}"""), "no lesson 99" },
    };

    [Theory]
    [MemberData(nameof(NoNotebooks))]
    public async Task A_file_that_is_no_notebook_is_refused_in_a_line(string name, byte[] content, string reason)
    {
        SubmissionMark mark = await Trap.GradeAsync(warm, folder => Lay(folder, name + ".ipynb", content));

        Assert.Contains(reason, mark.Problem);
        Assert.Equal(0, mark.Earned);
    }

    [Fact]
    public async Task A_file_of_200_MB_is_not_even_read()
    {
        SubmissionMark mark = await Trap.GradeAsync(warm, folder =>
        {
            string path = Path.Combine(folder, "huge.ipynb");
            using FileStream file = File.Create(path);
            file.SetLength(200_000_000);
            return path;
        });

        Assert.Contains("200 MB", mark.Problem);
    }

    [Fact]
    public async Task A_symbolic_link_is_not_followed()
    {
        SubmissionMark mark = await Trap.GradeAsync(warm, folder =>
            File.CreateSymbolicLink(Path.Combine(folder, "link.ipynb"),
            Path.Combine(Repository.Course.Notebooks, "01-mcculloch-pitts-neuron.ipynb")).FullName);

        Assert.Contains("symbolic link", mark.Problem);
    }

    [Fact]
    public async Task A_file_name_with_quotes_and_line_ends_is_graded_like_any_other()
    {
        SubmissionMark mark = await Trap.GradeAsync(warm, folder => Submitted.WithMajority(Trap.Right)
            .Save(Path.Combine(folder, "a \"b\"\n'c'; ::error::<b>.ipynb")));

        Assert.Null(mark.Problem);
        Assert.Equal(1, mark.Exercises.Single(exercise => exercise.Exercise == Trap.Exercise).Earned);
    }

    private static string Lay(string folder, string name, byte[] content)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
