namespace Course.Grading.HiddenTests;

/// <summary>
/// The hidden half of an exercise, joined to the visible half by id: the reference solution, the generator of hidden cases, wrong answers
/// that these must catch, and what a submission may use. It stays with the grader: no process that runs a learner's code may load this
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

    /// <summary>Plausible wrong answers: first those of the visible half, then others.</summary>
    public IReadOnlyList<CodedWrongAnswer> WrongAnswers { get; private protected init; } = [];

    /// <summary>Namespaces that an answer must not use, including all namespaces below them, except what is allowed.</summary>
    public IReadOnlyList<string> ForbiddenNamespaces { get; private protected init; } = [AllowedUses.Library, AllowedUses.Torch];

    /// <summary>Namespaces that an answer may use although they are forbidden.</summary>
    public IReadOnlyList<string> AllowedNamespaces { get; private protected init; } = AllowedUses.Namespaces;

    /// <summary>Types and members that an answer may use although they are forbidden, by full name.</summary>
    public IReadOnlyList<string> AllowedSymbols { get; private protected init; } = AllowedUses.Symbols;

    private protected IReadOnlyList<Func<Random, HiddenCase>> Generators { get; init; } = [];

    /// <summary>Starts the definition of an exercise's hidden half.</summary>
    /// <typeparam name="TAnswer">A delegate type of the exercise's signature.</typeparam>
    /// <param name="id">The exercise's id in <see cref="Exercises.All"/>.</param>
    /// <param name="reference">The reference solution; it may change its arguments.</param>
    /// <exception cref="ArgumentException">There is no such exercise, or the reference does not have its signature.</exception>
    public static HiddenTest<TAnswer> Define<TAnswer>(string id, TAnswer reference)
        where TAnswer : Delegate
    {
        ArgumentNullException.ThrowIfNull(reference);
        Exercise exercise = Exercises.Find(id);
        return Checker.SignatureComplaint(exercise, reference, "the reference") is { } complaint
            ? throw new ArgumentException($"Hidden test {exercise.Id}: {complaint}")
            : new(exercise, reference);
    }

    /// <summary>Draws the hidden cases: first the edges, then random ones. The same generator state gives the same cases.</summary>
    /// <param name="random">The random number generator, seeded for this grading.</param>
    /// <returns>The cases; the caller may change their arguments.</returns>
    public IReadOnlyList<HiddenCase> HiddenCases(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return [.. Generators.Select(draw => draw(random))];
    }

    /// <summary>The right answer, or one of them; the arguments are not changed.</summary>
    /// <param name="arguments">The arguments of a hidden case.</param>
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
    /// <param name="arguments">The arguments of the call.</param>
    /// <param name="expected">The result of <see cref="Answer"/>.</param>
    /// <param name="got">The learner's result: anything, because it comes from outside.</param>
    /// <returns>Whether it is right. A value that is not of the exercise's result type never is.</returns>
    public bool Accepts(object?[] arguments, object? expected, object? got)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return got?.GetType() == expected?.GetType() && Exercise.Accepts(arguments, expected, got);
    }

    /// <summary>The results of the visible half's wrong answers in other cases than the visible ones.</summary>
    /// <param name="cases">The arguments of each case; they are not changed.</param>
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

/// <summary>The code of a plausible wrong answer. If a set of hidden cases lets it pass, that is a bug.</summary>
/// <param name="Name">What is wrong with it; the hint, if the visible half has one.</param>
/// <param name="Answer">The wrong answer, of the exercise's signature.</param>
/// <param name="HasHint">Whether the visible half has a hint for it.</param>
public sealed record CodedWrongAnswer(string Name, Delegate Answer, bool HasHint);
