namespace Course.Tests;

public class ExerciseTests
{
    public static TheoryData<string> Ids => [.. Exercises.All.Select(exercise => exercise.Id)];

    [Fact]
    public void Every_exercise_has_an_id_of_its_own() => Assert.Distinct(Exercises.All.Select(exercise => exercise.Id));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Ids))]
    public void An_exercise_has_cases_and_at_least_two_wrong_answers_that_its_cases_catch(string id)
    {
        Exercise exercise = Exercises.All.Single(exercise => exercise.Id == id);

        Assert.NotEmpty(exercise.Cases);
        Assert.True(exercise.WrongAnswers.Count >= 2, "at least two wrong answers that learners often give");
        foreach (WrongAnswer wrong in exercise.WrongAnswers)
        {
            CallResult[] attempts =
                [.. wrong.Results.Select(result => result is Type type
                ? new CallResult(null, (Exception)Activator.CreateInstance(type)!) : new CallResult(result, null))];
            Assert.Contains(exercise.Cases.Zip(attempts), pair => pair.Second.Thrown is not null
                || !exercise.Accepts(pair.First.Arguments, pair.First.Expected, pair.Second.Got));
            Assert.Equal(wrong.Hint, Hints.For(exercise, attempts));
        }
    }

    [Fact]
    public void A_case_that_does_not_fit_the_signature_is_refused()
    {
        Exercise half = Exercise.Define<Func<int, double>>("00.half", "Half", points: 1);

        Assert.Equal("Exercise 00.half takes 1 arguments, a case of it has 2.", Refusal(() => half.Case([1, 2], 0.5)));
        Assert.Equal("Exercise 00.half: argument 1 must be int, a case of it has double.", Refusal(() => half.Case([1.0], 0.5)));
        Assert.Equal("Exercise 00.half: the expected result must be double, a case of it has int.", Refusal(() => half.Case([2], 1)));
        Assert.Equal("Exercise 00.half: the expected result must be double, a case of it has null.", Refusal(() => half.Case([2], null)));
        Assert.Equal("Exercise 00.half: a wrong answer has 2 results, but there are 1 cases.",
            Refusal(() => half.Case([3], 1.5).WrongAnswer("whole numbers", 1.0, 2.0)));
        Assert.Equal("Exercise 00.half: the result of a wrong answer must be double, a case of it has int.",
            Refusal(() => half.Case([3], 1.5).WrongAnswer("whole numbers", 1)));
        Assert.Equal(
            "Exercise 00.half: all cases come before the wrong answers, which have a result for each.",
            Refusal(() => half.Case([3], 1.5).WrongAnswer("whole numbers", 1.0).Case([5], 2.5)));
        Assert.Equal("Exercise 00.half: what judges a result takes int, double, double and returns bool.",
            Refusal(() => half.AcceptWhere((double got) => got > 0)));

        static string Refusal(Action define) => Assert.Throws<ArgumentException>(define).Message;
    }

    [Fact]
    public void An_exercise_that_is_added_to_leaves_the_first_as_it_was()
    {
        Exercise none = Exercise.Define<Func<int, int>>("00.same", "Same", points: 1);

        none.Case([1], 1).Within(0.5);

        Assert.Empty(none.Cases);
        Assert.Equal(1e-9, none.Tolerance);
    }
}
