using System.Text.Json;

namespace Course.Tests;

public class CheckTests
{
    internal static Exercise Scale { get; } = Exercise.Define<Scaling>("00.scale-it", "Scale a vector", points: 2)
        .Case([new double[] { 1, 2 }, 3.0], expected: new double[] { 3, 6 })
        .Case([new double[] { -1 }, 0.25], expected: new double[] { -0.25 }, note: "quarters and signs")
        .Case([Array.Empty<double>(), 3.0], expected: Array.Empty<double>(), note: "nothing stays nothing")
        .WrongAnswer<double[]>("You added instead of multiplying.", [4, 5], [-0.75], [])
        .WrongAnswer<double[]>("The sign is lost.", [3, 6], [0.25], []);

    [Fact]
    public void A_right_answer_passes()
    {
        CheckOutcome outcome = Check((x, by) => [.. x.Select(value => value * by)]);

        Assert.Equal(CheckStatus.Passed, outcome.Status);
        Assert.Equal("", outcome.Hint);
        Assert.All(outcome.Rows, row => Assert.True(row.Ok));
    }

    [Fact]
    public void A_right_answer_that_changes_its_arguments_passes_and_the_cases_stay_as_they_were()
    {
        static double[] InPlace(double[] x, double by)
        {
            for (int i = 0; i < x.Length; i++) x[i] *= by;
            return x;
        }

        Assert.Equal(CheckStatus.Passed, Check(InPlace).Status);
        CheckOutcome again = Check(InPlace);
        Assert.Equal(CheckStatus.Passed, again.Status);
        Assert.Equal("InPlace(x: [1, 2], by: 3)", again.Rows[0].Shown);
    }

    [Fact]
    public void Arrays_in_arrays_are_copied_too()
    {
        Exercise rows = Exercise.Define<Func<double[][], double>>("00.first", "First", 1)
            .Case([new double[][] { [1], [2] }], expected: 1.0);
        Func<double[][], double> spoil = m => m[0][0]++;

        Assert.Equal(CheckStatus.Passed, Checker.Check(rows, spoil).Status);
        Assert.Equal(CheckStatus.Passed, Checker.Check(rows, spoil).Status);
    }

    [Fact]
    public void A_common_wrong_answer_gets_its_own_hint()
    {
        CheckOutcome outcome = Check((x, by) => [.. x.Select(value => by + value)]);

        Assert.Equal((CheckStatus.Failed, "You added instead of multiplying."), (outcome.Status, outcome.Hint));
        Assert.Equal([false, false, true], outcome.Rows.Select(row => row.Ok));
    }

    [Fact]
    public void A_hint_explains_every_failing_case_and_contradicts_no_other()
    {
        Exercise twice = Exercise.Define<Func<int, int>>("00.twice", "Twice", 1)
            .Case([2], expected: 4).Case([3], expected: 6, note: "three").Case([4], expected: 8)
            .WrongAnswer("You squared.", 4, 9, 16);

        Assert.Equal("You squared.", Checker.Check(twice, (int x) => x * x).Hint);
        // It would be wrong in the third case too, and this answer is right there.
        Assert.Equal("The first case that fails: three.", Checker.Check(twice, (int x) => x == 3 ? 9 : 2 * x).Hint);
        // It does not explain the third case.
        Assert.Equal("The first case that fails: three.", Checker.Check(twice, (int x) => x == 4 ? 0 : x * x).Hint);
    }

    [Fact]
    public void Where_several_results_are_right_a_hint_does_not_contradict_another_right_one()
    {
        Exercise either = Exercise.Define<Func<int, int>>("00.either", "A root", 1)
            .Case([4], expected: 2).Case([9], expected: 3)
            .AcceptWhere((int x, int expected, int got) => got == -expected)
            .WrongAnswer("You halved.", 2, 4);

        Assert.Equal("You halved.", Checker.Check(either, (int x) => x == 4 ? -2 : x / 2).Hint);
    }

    [Fact]
    public void A_wrong_answer_that_ends_in_an_exception_is_recognised_by_its_type()
    {
        Exercise divide = Exercise.Define<Func<int, int>>("00.divide", "12 divided by a number", 1)
            .Case([3], expected: 4).Case([0], expected: 0)
            .WrongAnswer("Nothing can be divided by 0.", 4, typeof(DivideByZeroException));

        Assert.Equal("Nothing can be divided by 0.", Checker.Check(divide, (int x) => 12 / x).Hint);
        Assert.StartsWith("Your code threw FormatException",
            Checker.Check(divide, (int x) => x == 0 ? throw new FormatException() : 12 / x).Hint);
    }

    [Fact]
    public void Where_several_results_are_right_each_of_them_passes_and_the_expected_one_is_an_example()
    {
        Exercise halves = Exercise.Define<Func<int, int[]>>("00.halves", "Two parts of a number", 1)
            .Case([5], expected: new[] { 2, 3 })
            .AcceptWhere((int whole, int[] _, int[] got) => got[0] + got[1] == whole);

        CheckOutcome other = Checker.Check(halves, (int whole) => new[] { whole, 0 });

        Assert.Equal(CheckStatus.Passed, other.Status);
        Assert.Equal("for example [2, 3]", other.Rows[0].Expected);
        Assert.Equal(CheckStatus.Failed, Checker.Check(halves, (int whole) => new[] { whole, whole }).Status);
        Assert.Equal(CheckStatus.Failed, Checker.Check(halves, (int whole) => Array.Empty<int>()).Status);
        Assert.Equal(CheckStatus.Failed, Checker.Check(halves, (int whole) => (int[])null!).Status);
    }

    [Fact]
    public void A_wrong_number_of_items_is_said_in_numbers() =>
        Assert.Equal("The result has 1 item, 2 items expected.", Check((x, by) => [by]).Hint);

    [Fact]
    public void A_null_is_met_with_the_likely_reason() =>
        Assert.Equal("The result is null: is the value that you computed also returned?", Check((x, by) => null!).Hint);

    [Fact]
    public void NaN_is_explained() =>
        Assert.StartsWith("NaN means not a number", Check((x, by) => [.. x.Select(value => value * by * 0 / 0.0)]).Hint);

    [Fact]
    public void Where_nothing_better_is_known_the_note_of_the_first_failing_case_is_the_hint() =>
        Assert.Equal("The first case that fails: quarters and signs.",
        Check((x, by) => [.. x.Select(value => by < 1 ? 7 : value * by)]).Hint);

    [Fact]
    public void An_exception_is_shown_in_its_row_and_explained()
    {
        CheckOutcome outcome = Check((x, by) => [x[1] * by]);

        Assert.Equal(CheckStatus.Failed, outcome.Status);
        Assert.StartsWith("IndexOutOfRangeException: ", outcome.Rows[1].Got);
        Assert.Equal(false, outcome.Rows[1].Ok);
    }

    [Fact]
    public void A_stub_is_not_attempted_and_shows_what_is_asked()
    {
        CheckOutcome outcome = Check((x, by) => throw new NotImplementedException());

        Assert.Equal((CheckStatus.NotAttempted, ""), (outcome.Status, outcome.Hint));
        Assert.All(outcome.Rows, row => Assert.Null(row.Ok));
        Assert.Equal("[3, 6]", outcome.Rows[0].Expected);
    }

    [Fact]
    public void A_half_written_answer_is_attempted()
    {
        CheckOutcome outcome = Check((x, by) => x.Length == 2 ? [3, 6] : throw new NotImplementedException());

        Assert.Equal(CheckStatus.Failed, outcome.Status);
        Assert.Equal("not implemented yet", outcome.Rows[1].Got);
    }

    [Fact]
    public void An_interruption_is_not_swallowed() =>
        Assert.Throws<OperationCanceledException>(() => Check((x, by) => throw new OperationCanceledException()));

    [Fact]
    public void Answers_of_another_signature_are_told_the_one_that_is_wanted_in_their_own_names()
    {
        static double[] OneShort(double[] x) => x;
        static double Sum(double[] x, double by) => x.Sum() * by;
        static double[] Whole(double[] x, int by) => x;

        Assert.Equal("OneShort takes 1 parameter, but this exercise gives it 2: write it as double[] OneShort(double[] x, double by).",
            Complaint(OneShort));
        Assert.Equal("Sum returns double, but this exercise wants double[]: write it as double[] Sum(double[] x, double by).",
            Complaint(Sum));
        Assert.Equal("Whole's parameter by is int, but this exercise gives it double: write it as double[] Whole(double[] x, double by).",
            Complaint(Whole));
        Assert.Equal("There is no method to check: give yours after the id, as in Check(\"00.scale-it\", ScaleIt).", Complaint(null));

        static string Complaint(Delegate? answer)
        {
            CheckOutcome outcome = Checker.Check(Scale, answer);
            Assert.Equal(CheckStatus.Error, outcome.Status);
            return outcome.Hint;
        }
    }

    [Fact]
    public void A_delegate_type_of_the_learners_own_will_do_where_it_takes_and_returns_the_same() =>
        Assert.Equal(CheckStatus.Passed, Checker.Check(Scale, (Scaling)((x, by) => [.. x.Select(value => value * by)])).Status);

    [Fact]
    public void A_check_travels_as_JSON()
    {
        JsonElement json = JsonDocument.Parse(Check((x, by) => [.. x.Select(value => by + value)])
            .Face("application/vnd.course.check.v1+json")!).RootElement;

        Assert.Equal(["id", "title", "points", "status", "cases", "hint"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("00.scale-it", 2, "failed"), (json.GetProperty("id").GetString(), json.GetProperty("points")
            .GetInt32(), json.GetProperty("status").GetString()));
        JsonElement first = json.GetProperty("cases")[0];
        Assert.Equal(["shown", "expected", "got", "ok"], first.EnumerateObject().Select(property => property.Name));
        Assert.Equal("[4, 5]", first.GetProperty("got").GetString());
    }

    [Theory]
    [InlineData(1, "passed")]
    [InlineData(2, "failed")]
    [InlineData(3, "not-attempted")]
    [InlineData(4, "error")]
    public void The_status_travels_by_name(int kind, string name)
    {
        Delegate answer = kind switch
        {
            1 => (double[] x, double by) => x.Select(value => value * by).ToArray(),
            2 => (double[] x, double by) => x,
            3 => double[] (double[] x, double by) => throw new NotImplementedException(),
            _ => () => 1,
        };

        string json = Checker.Check(Scale, answer).Face("application/vnd.course.check.v1+json")!;

        Assert.Equal(name, JsonDocument.Parse(json).RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public void What_a_learner_returns_or_throws_is_text_and_not_HTML()
    {
        Exercise echo = Exercise.Define<Func<string, string>>("00.echo", "Echo", points: 1).Case(["a"], expected: "a");

        Assert.DoesNotContain("<script>", Checker.Check(echo, (string _) => "<script>alert(1)</script>").Face("text/html"));
        Assert.DoesNotContain("<script>", Checker.Check(echo, string (string _) => throw new InvalidOperationException("<script>"))
            .Face("text/html"));
    }

    [Fact]
    public void A_terminal_shows_each_case_in_a_line() =>
        Assert.Equal(
            """
            ✗ Scale a vector (00.scale-it, 2 points): 2 of 3 right
              ✓ Answer(x: [1, 2], by: 3) = [3, 6]
              ✗ Answer(x: [-1], by: 0.25) = [-0.25], got [0.25]
              ✓ Answer(x: [], by: 3) = []
              The sign is lost.
            """,
            Check((x, by) => [.. x.Select(value => Math.Abs(value) * by)]).Face("text/plain"));

    [Fact]
    public void An_unknown_exercise_is_answered_with_one_sentence()
    {
        var error = Assert.Throws<ArgumentException>(() => Exercises.Check("00.scal", () => 1));

        Assert.StartsWith("There is no exercise \"00.scal\". ", error.Message);
    }

    private static CheckOutcome Check(Func<double[], double, double[]> answer) => Checker.Check(Scale, answer);

    private delegate double[] Scaling(double[] x, double by);
}
