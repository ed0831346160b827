namespace Course;

/// <summary>A wrong answer that learners often give, by what it gives.</summary>
/// <param name="Hint">What to tell a learner who gives it: what is wrong and where to look, not the answer.</param>
/// <param name="Results">Its result in each case, in order; the type of an exception where it throws one.</param>
public sealed record WrongAnswer(string Hint, IReadOnlyList<object?> Results)
{
    /// <summary>Whether an attempt came out in a case as this wrong answer does.</summary>
    internal bool IsLike(CallResult attempt, int place, double tolerance) =>
        attempt.Thrown is { } thrown
            ? Results[place] is Type type && type == thrown.GetType()
            : Results[place] is not Type && PlainValue.Same(attempt.Got, Results[place], tolerance);
}
