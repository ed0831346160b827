using System.Globalization;
using System.Reflection;

namespace Course;

/// <summary>The visible part of an exercise: the task, some cases, and hints for common wrong answers.</summary>
public sealed record Exercise
{
    private Exercise(string id, string title, int points, Type signature)
    {
        (Id, Title, Points, Signature) = (id, title, points, signature);
    }

    /// <summary>Lesson and name, for example <c>02.learn</c>.</summary>
    public string Id { get; }

    /// <summary>The task in a few words.</summary>
    public string Title { get; }

    /// <summary>What it is worth.</summary>
    public int Points { get; }

    /// <summary>The delegate type of an answer, with plain arguments: numbers, bools, strings, arrays of them.</summary>
    public Type Signature { get; }

    /// <summary>The cases the learner sees.</summary>
    public IReadOnlyList<VisibleCase> Cases { get; private init; } = [];

    /// <summary>Wrong answers that the check recognises.</summary>
    public IReadOnlyList<WrongAnswer> WrongAnswers { get; private init; } = [];

    /// <summary>How far a number may be from the expected one: absolute below 1, relative above.</summary>
    public double Tolerance { get; private init; } = 1e-9;

    /// <summary>
    /// Decides whether a result is right, if several are; null if only the expected result is right. See <see cref="AcceptWhere"/>.
    /// </summary>
    internal Delegate? Judge { get; private init; }

    /// <summary>The signature by which an answer is called.</summary>
    internal MethodInfo Invocation => Signature.GetMethod("Invoke")!;

    /// <summary>Starts the definition of an exercise.</summary>
    /// <typeparam name="TAnswer">
    /// The signature, a delegate such as <c>double Half(double x)</c>: its parameter names are shown. Parameters and result are plain:
    /// numbers, bools, strings, arrays (also jagged) of them.
    /// </typeparam>
    /// <param name="id">Lesson and name.</param>
    /// <param name="title">The task in a few words.</param>
    /// <param name="points">The number of points it is worth, at least 1.</param>
    public static Exercise Define<TAnswer>(string id, string title, int points)
        where TAnswer : Delegate
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        return new(id, title, points, typeof(TAnswer));
    }

    /// <summary>Adds a visible case.</summary>
    /// <param name="arguments">The arguments of the call, of the signature's types. An answer that changes them only changes its own
    /// copies.</param>
    /// <param name="expected">What it should return.</param>
    /// <param name="note">What this case shows, in a few words. It is also the hint if this case fails and no better hint fits.</param>
    /// <exception cref="ArgumentException">An argument or the result does not fit the signature.</exception>
    public Exercise Case(object?[] arguments, object? expected, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ParameterInfo[] parameters = Invocation.GetParameters();
        if (arguments.Length != parameters.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Exercise {Id} takes {parameters.Length} arguments, a case of it has {arguments.Length}."));

        for (int i = 0; i < parameters.Length; i++)
            RequireFit(arguments[i], parameters[i].ParameterType, string.Create(CultureInfo.InvariantCulture, $"argument {i + 1}"));

        RequireFit(expected, Invocation.ReturnType, "the expected result");
        if (WrongAnswers.Count > 0)
            throw new ArgumentException($"Exercise {Id}: all cases come before the wrong answers, which have a result for each.");

        return this with { Cases = [.. Cases, new VisibleCase([.. arguments.Select(PlainValue.Copy)], PlainValue.Copy(expected), note)] };
    }

    /// <summary>
    /// Adds a common wrong answer and its hint. The hint is shown to a learner whose answer fails in the same cases with the same results.
    /// Add wrong answers after all cases.
    /// </summary>
    /// <typeparam name="TResult">What the exercise returns.</typeparam>
    /// <param name="hint">What is wrong and where to look, not the answer.</param>
    /// <param name="results">The results of the wrong answer in each visible case, in order. At least one must be wrong, or nobody would
    /// ever see the hint.</param>
    /// <exception cref="ArgumentException">There is not one result for each case, or one does not fit the exercise's signature.</exception>
    public Exercise WrongAnswer<TResult>(string hint, params TResult[] results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return WrongAnswer(hint, [.. results.Select(result => (object?)result)]);
    }

    /// <summary>The same for a wrong answer that throws in some cases: there, the exception's type stands for the result.</summary>
    /// <param name="hint">What is wrong and where to look, not the answer.</param>
    /// <param name="results">A result, or the type of an exception, for each visible case, in order.</param>
    /// <exception cref="ArgumentException">There is not one result for each case, or one does not fit the exercise's signature.</exception>
    public Exercise WrongAnswer(string hint, params object?[] results)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        ArgumentNullException.ThrowIfNull(results);
        if (results.Length != Cases.Count)
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Exercise {Id}: a wrong answer has {results.Length} results, but there are {Cases.Count} cases."));

        foreach (object? result in results.Where(result => result is not Type type || !type.IsSubclassOf(typeof(Exception))))
            RequireFit(result, Invocation.ReturnType, "the result of a wrong answer");
        return this with { WrongAnswers = [.. WrongAnswers, new WrongAnswer(hint, [.. results.Select(PlainValue.Copy)])] };
    }

    /// <summary>Sets how far a number may be from the expected one.</summary>
    /// <param name="tolerance">Absolute below 1, relative above; 0 or more.</param>
    public Exercise Within(double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        return this with { Tolerance = tolerance };
    }

    /// <summary>Accepts several results as right; the expected result of each case is then only an example.</summary>
    /// <param name="isRight">Takes the exercise's arguments, the expected result and the actual one, and returns whether the actual one is
    /// right too. Neither result is null, but an array may have any length.</param>
    /// <exception cref="ArgumentException">It does not take these parameters.</exception>
    public Exercise AcceptWhere(Delegate isRight)
    {
        ArgumentNullException.ThrowIfNull(isRight);
        Type result = Invocation.ReturnType;
        Type[] wanted = [.. Invocation.GetParameters().Select(parameter => parameter.ParameterType), result, result];
        MethodInfo given = isRight.GetType().GetMethod("Invoke")!;
        return given.ReturnType == typeof(bool) && given.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(wanted)
            ? this with { Judge = isRight }
            : throw new ArgumentException(
                $"Exercise {Id}: what judges a result takes {string.Join(", ", wanted.Select(TypeName.Of))} and returns bool.");
    }

    /// <summary>Whether a result is right: the expected one within the tolerance, or one that <see cref="Judge"/> accepts.</summary>
    internal bool Accepts(IReadOnlyList<object?> arguments, object? expected, object? got) =>
        PlainValue.Same(got, expected, Tolerance)
        || (Judge is not null && got?.GetType() == Invocation.ReturnType
        && CallResult.Of(Judge, [.. arguments, expected, got]).Got is true);

    private void RequireFit(object? value, Type wanted, string what)
    {
        bool fits = value is null ? !wanted.IsValueType || Nullable.GetUnderlyingType(wanted) is not null : wanted.IsInstanceOfType(value);
        if (!fits)
            throw new ArgumentException(
                $"Exercise {Id}: {what} must be {TypeName.Of(wanted)}, a case of it has {(value is null ? "null" : TypeName.Of(value.GetType()))}.");
    }
}
