namespace Course.Grading.HiddenTests;

/// <summary>
/// The hidden half of an exercise, joined to the visible half by id: the reference solution, the generator of hidden cases, wrong answers
/// that it must catch, and what a submission may use. It stays with the grader: no process that runs a learner's code may load this
/// assembly.
/// </summary>
public abstract record HiddenTest
{
    private protected HiddenTest(Exercise exercise, Delegate reference) => (Exercise, Reference) = (exercise, reference);

    /// <summary>The id that both halves share, for example <c>02.learn</c>.</summary>
    public string Id => Exercise.Id;

    /// <summary>The visible half.</summary>
    public Exercise Exercise { get; }

    /// <summary>The reference solution.</summary>
    public Delegate Reference { get; }

    /// <summary>Plausible wrong answers: those that the visible half names, then others.</summary>
    public IReadOnlyList<CodedWrongAnswer> WrongAnswers { get; private protected init; } = [];

    /// <summary>Namespaces that an answer may not use, with all below them, except what is allowed.</summary>
    public IReadOnlyList<string> ForbiddenNamespaces { get; private protected init; } = [AllowedUses.Library, AllowedUses.Torch];

    /// <summary>Namespaces that an answer may use although they are forbidden.</summary>
    public IReadOnlyList<string> AllowedNamespaces { get; private protected init; } = AllowedUses.Namespaces;

    /// <summary>Types and members that an answer may use although they are forbidden, by full name.</summary>
    public IReadOnlyList<string> AllowedSymbols { get; private protected init; } = AllowedUses.Symbols;

    private protected IReadOnlyList<Func<Random, HiddenCase>> Generators { get; init; } = [];

    /// <summary>Begins the hidden half of an exercise.</summary>
    /// <typeparam name="TAnswer">A delegate type of the exercise's signature.</typeparam>
    /// <param name="id">The exercise, as <see cref="Exercises.All"/> knows it.</param>
    /// <param name="reference">The reference solution; it may change its arguments.</param>
    /// <exception cref="ArgumentException">There is no such exercise, or the reference is not of its signature.</exception>
    public static HiddenTest<TAnswer> Define<TAnswer>(string id, TAnswer reference)
        where TAnswer : Delegate
    {
        ArgumentNullException.ThrowIfNull(reference);
        Exercise exercise = Exercises.Find(id);
        return Checker.SignatureComplaint(exercise, reference, "the reference") is { } complaint
            ? throw new ArgumentException($"Hidden test {exercise.Id}: {complaint}")
            : new(exercise, reference);
    }

    /// <summary>Draws the hidden cases: the edges first, then random ones. The same generator state gives the same cases.</summary>
    /// <param name="random">The source of chance, seeded for this grading.</param>
    /// <returns>The cases; the caller may change their arguments.</returns>
    public IReadOnlyList<HiddenCase> HiddenCases(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return [.. Generators.Select(draw => draw(random))];
    }

    /// <summary>The right answer, or one of them; the arguments stay as they are.</summary>
    /// <param name="arguments">A hidden case's.</param>
    /// <exception cref="InvalidOperationException">The reference fails on these arguments.</exception>
    public object? Answer(object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        CallResult attempt = CallResult.Of(Reference, arguments);
        return attempt.Thrown is null
            ? attempt.Got
            : throw new InvalidOperationException($"The reference of {Id} fails: {attempt.Thrown.Message}", attempt.Thrown);
    }

    /// <summary>Judges an answer.</summary>
    /// <param name="arguments">What it was called with.</param>
    /// <param name="expected">What <see cref="Answer"/> gives.</param>
    /// <param name="got">What the learner's method gave: anything, since it comes from outside.</param>
    /// <returns>Whether it is right. What is not of the exercise's result type never is.</returns>
    public bool Accepts(object?[] arguments, object? expected, object? got)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return got?.GetType() == expected?.GetType() && Exercise.Accepts(arguments, expected, got);
    }

    /// <summary>What the wrong answers that the visible half names give in other cases than the visible ones.</summary>
    /// <param name="cases">The arguments of each; they stay as they are.</param>
    internal IReadOnlyList<WrongAnswer> WrongAnswersIn(IReadOnlyList<object?[]> cases) =>
        [
            .. from wrong in WrongAnswers
               where wrong.HasHint
               select new WrongAnswer(wrong.Name, [.. cases.Select(arguments => ResultOf(wrong.Answer, arguments))]),
        ];

    private static object? ResultOf(Delegate answer, object?[] arguments)
    {
        CallResult attempt = CallResult.Of(answer, arguments);
        return attempt.Thrown is { } thrown ? thrown.GetType() : attempt.Got;
    }
}

/// <summary>The code of a plausible wrong answer. A set of hidden cases that lets it pass is a bug.</summary>
/// <param name="Name">What is wrong with it; the hint, where the visible half names it.</param>
/// <param name="Answer">The wrong answer, of the exercise's signature.</param>
/// <param name="HasHint">Whether the visible half names it, with a hint.</param>
public sealed record CodedWrongAnswer(string Name, Delegate Answer, bool HasHint);
