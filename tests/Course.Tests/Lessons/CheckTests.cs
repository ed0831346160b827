namespace Course.Tests.Lessons;

public class CheckTests
{
    private static readonly Exercise Scale = Exercise.Define<Func<double[], double, double[]>>("00.scale", "Scale a vector", points: 2)
        .Case([new double[] { 1, 2 }, 3.0], expected: new double[] { 3, 6 })
        .Case([Array.Empty<double>(), 3.0], expected: Array.Empty<double>(), note: "nothing stays nothing")
        .Mistake("You added instead of multiplying.", (double[] x, double by) => x.Select(value => value + by).ToArray());

    [Fact]
    public void A_right_answer_passes() =>
        Assert.Equal("passed", Exercises.Try(Scale, (double[] x, double by) => x.Select(value => value * by).ToArray()).Status);

    [Fact]
    public void A_right_answer_that_changes_its_arguments_passes_and_the_cases_stay_as_they_were()
    {
        static double[] InPlace(double[] x, double by)
        {
            for (int i = 0; i < x.Length; i++) x[i] *= by;
            return x;
        }

        Assert.Equal("passed", Exercises.Try(Scale, InPlace).Status);
        Assert.Equal("passed", Exercises.Try(Scale, InPlace).Status);
    }

    [Fact]
    public void A_common_mistake_gets_its_own_hint()
    {
        CheckResult result = Exercises.Try(Scale, (double[] x, double by) => x.Select(value => by + value).ToArray());

        Assert.Equal(("failed", "You added instead of multiplying."), (result.Status, result.Hint));
        Assert.Equal([false, true], result.Cases.Select(visible => visible.Ok));
    }

    [Fact]
    public void A_stub_is_not_attempted_and_no_error()
    {
        double[] Stub(double[] x, double by) => throw new NotImplementedException();

        Assert.Equal("not-attempted", Exercises.Try(Scale, Stub).Status);
    }

    [Fact]
    public void An_answer_of_another_signature_is_told_the_one_that_is_wanted()
    {
        CheckResult result = Exercises.Try(Scale, (double[] x) => 1.0);

        Assert.Equal("error", result.Status);
        Assert.Equal("This exercise wants a method that takes (double[], double) and returns double[]; yours is one that takes (double[]) and returns double.", result.Hint);
    }

    [Fact]
    public void An_exception_in_an_answer_is_shown_in_its_row()
    {
        double[] Broken(double[] x, double by) => [x[7]];

        CheckResult result = Exercises.Try(Scale, Broken);

        Assert.Equal("failed", result.Status);
        Assert.StartsWith("IndexOutOfRangeException: ", result.Cases[0].Got);
    }

    [Theory]
    [InlineData(1.0, 1.0 + 1e-12, true)]
    [InlineData(1.0, 1.1, false)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.NaN, 1.0, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(1.0, null, false)]
    public void Numbers_agree_within_the_tolerance(double expected, object? got, bool agree) =>
        Assert.Equal(agree, Values.AreEqual(expected, got, 1e-9));

    [Fact]
    public void Arrays_agree_by_shape_and_elements()
    {
        Assert.True(Values.AreEqual(new double[,] { { 1, 2 } }, new double[,] { { 1, 2 } }, 1e-9));
        Assert.False(Values.AreEqual(new double[,] { { 1, 2 } }, new double[,] { { 1 }, { 2 } }, 1e-9));
        Assert.True(Values.AreEqual(new[] { new[] { 1 }, new[] { 2, 3 } }, new[] { new[] { 1 }, new[] { 2, 3 } }, 1e-9));
        Assert.False(Values.AreEqual(new[] { 1, 2 }, new[] { 1 }, 1e-9));
    }

    [Fact]
    public void What_a_learner_prints_into_a_result_is_text_and_not_HTML()
    {
        Exercise echo = Exercise.Define<Func<string, string>>("00.echo", "Echo", points: 1).Case(["a"], expected: "a");

        Face face = CheckFace.Of(Exercises.Try(echo, (string _) => "<script>alert(1)</script>"));

        Assert.DoesNotContain("<script>", face.Html);
    }
}
