using System.Globalization;

namespace Course;

/// <summary>Chooses the hint for a learner whose answer fails.</summary>
internal static class Hints
{
    /// <summary>
    /// The hint of a known wrong answer that explains every failing case, having the learner's result there, and contradicts no other,
    /// being right there too; otherwise a hint about the first failing case itself.
    /// </summary>
    internal static string For(Exercise exercise, CallResult[] attempts) => For(exercise, exercise.Cases, exercise.WrongAnswers, attempts);

    /// <summary>The same for other cases than the visible ones, with the results of the known wrong answers in them.</summary>
    internal static string For(Exercise exercise, IReadOnlyList<VisibleCase> cases, IReadOnlyList<WrongAnswer> known, CallResult[] attempts)
    {
        bool[] right = [.. attempts.Select((attempt, i) => attempt.Thrown is null && Accepts(i, attempt.Got))];
        WrongAnswer? made = known.FirstOrDefault(wrong => Enumerable.Range(0, attempts.Length).All(i => right[i]
            ? wrong.Results[i] is not Type && Accepts(i, wrong.Results[i])
            : wrong.IsLike(attempts[i], i, exercise.Tolerance)));
        int first = Array.IndexOf(right, false);
        return made?.Hint ?? OfCase(cases[first], attempts[first]);

        bool Accepts(int place, object? result) => exercise.Accepts(cases[place].Arguments, cases[place].Expected, result);
    }

    private static string OfCase(VisibleCase failed, CallResult attempt) => attempt switch
    {
        { Thrown: NotImplementedException } => "A part is still to be written: some cases end in NotImplementedException.",
        { Thrown: IndexOutOfRangeException } => "An index runs outside its array: look at where your loops begin and end.",
        { Thrown: NullReferenceException } => "Something is null where an object is needed: an array that was never created, perhaps.",
        { Thrown: { } thrown } => $"Your code threw {thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}",
        { Got: null } when failed.Expected is not null => "The result is null: is the value that you computed also returned?",
        { Got: Array got } when failed.Expected is Array expected && !PlainValue.SameShape(got, expected) =>
            $"The result has {Size(got)}, {Size(expected)} expected.",
        _ when PlainValue.HoldsNaN(attempt.Got) && !PlainValue.HoldsNaN(failed.Expected) =>
            "NaN means not a number: look for 0 divided by 0, the logarithm of a negative number, or infinity less infinity.",
        _ when failed.Note is { Length: > 0 } note => $"The first case that fails: {note}.".Replace("..", ".", StringComparison.Ordinal),
        _ => "Work the first failing case out by hand, step by step, and compare with what your code does.",
    };

    private static string Size(Array array) => array.Rank == 1
        ? (array.Length == 1 ? "1 item" : string.Create(CultureInfo.InvariantCulture, $"{array.Length} items"))
        : $"{string.Join(" × ", Enumerable.Range(0, array.Rank).Select(axis => array.GetLength(axis).ToString(CultureInfo.InvariantCulture)))} items";
}
