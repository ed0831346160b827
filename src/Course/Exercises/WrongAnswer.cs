namespace Course;

/// <summary>A common wrong answer, identified by its results.</summary>
/// <param name="Hint">The hint for a learner who gives it: what is wrong and where to look, not the answer.</param>
/// <param name="Results">Its result in each case, in order; the type of the exception if it throws one.</param>
public sealed record WrongAnswer(string Hint, IReadOnlyList<object?> Results)
{
    /// <summary>Whether an attempt has the same result in a case as this wrong answer.</summary>
    internal bool IsLike(CallResult attempt, int place, double tolerance) =>
        attempt.Thrown is { } thrown
            ? Results[place] is Type type && type == thrown.GetType()
            : Results[place] is not Type && PlainValue.Same(attempt.Got, Results[place], tolerance);
}
