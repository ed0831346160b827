namespace Course.Grading.HiddenTests;

/// <summary>The hidden half of an exercise during its definition: every answer in it has the same delegate type.</summary>
/// <typeparam name="TAnswer">A delegate type of the exercise's signature.</typeparam>
public sealed record HiddenTest<TAnswer> : HiddenTest
    where TAnswer : Delegate
{
    internal HiddenTest(Exercise exercise, TAnswer reference)
        : base(exercise, reference)
    {
    }

    /// <summary>Adds a hidden edge case. Edges come first, in the order in which they are added.</summary>
    /// <param name="kind">The kind of edge.</param>
    /// <param name="name">A description of the case that the learner may see.</param>
    /// <param name="arguments">The arguments of the call.</param>
    public HiddenTest<TAnswer> Edge(EdgeKind kind, string name, object?[] arguments) => Edge(kind, name, _ => arguments);

    /// <summary>Adds a hidden edge case, drawn anew for every grading.</summary>
    /// <param name="kind">The kind of edge.</param>
    /// <param name="name">A description of the case that the learner may see.</param>
    /// <param name="draw">Draws the arguments.</param>
    public HiddenTest<TAnswer> Edge(EdgeKind kind, string name, Func<Random, object?[]> draw)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return With(kind, name, draw);
    }

    /// <summary>Adds random cases.</summary>
    /// <param name="count">How many.</param>
    /// <param name="draw">Draws the arguments of one case.</param>
    public HiddenTest<TAnswer> Random(int count, Func<Random, object?[]> draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Enumerable.Range(0, count).Aggregate(this, (test, _) => test.With(null, FailedCase.Random, draw));
    }

    /// <summary>Adds the code of a wrong answer of the visible half, which only knows its results.</summary>
    /// <param name="hint">The beginning of its hint there, which must be unique.</param>
    /// <param name="answer">The wrong answer.</param>
    /// <exception cref="ArgumentException">Not exactly one hint of the visible half begins like this.</exception>
    public HiddenTest<TAnswer> WrongAnswer(string hint, TAnswer answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hint);
        WrongAnswer[] meant = [.. Exercise.WrongAnswers.Where(wrong => wrong.Hint.StartsWith(hint, StringComparison.Ordinal))];
        return meant is [var one]
            ? this with { WrongAnswers = [.. WrongAnswers, new CodedWrongAnswer(one.Hint, answer, HasHint: true)] }
            : throw new ArgumentException(
                $"Hidden test {Id}: {(meant.Length == 0 ? "no hint begins" : "several hints begin")} with \"{hint}\".");
    }

    /// <summary>Adds a plausible wrong answer that the visible half does not mention.</summary>
    /// <param name="name">What is wrong with it.</param>
    /// <param name="answer">The wrong answer.</param>
    public HiddenTest<TAnswer> HiddenWrongAnswer(string name, TAnswer answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return this with { WrongAnswers = [.. WrongAnswers, new CodedWrongAnswer(name, answer, HasHint: false)] };
    }

    /// <summary>Forbids another namespace.</summary>
    /// <param name="name">Its full name.</param>
    public HiddenTest<TAnswer> ForbidNamespace(string name) => this with { ForbiddenNamespaces = [.. ForbiddenNamespaces, name] };

    /// <summary>Allows TorchSharp, for an exercise about it.</summary>
    public HiddenTest<TAnswer> AllowTorchSharp() => this with { AllowedNamespaces = [.. AllowedNamespaces, AllowedUses.Torch] };

    /// <summary>Allows a member of a forbidden type, because the notebook tells the learner to use it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="member">The member's name.</param>
    public HiddenTest<TAnswer> Allow(Type type, string member) =>
        this with { AllowedSymbols = [.. AllowedSymbols, AllowedUses.NameOf(type, member)] };

    private HiddenTest<TAnswer> With(EdgeKind? kind, string name, Func<Random, object?[]> draw) => this with
    {
        Generators = [.. Generators, random =>
        {
            object?[] arguments = [.. draw(random).Select(PlainValue.Copy)];
            RequireFit(arguments, name);
            return new HiddenCase(kind, name, arguments);
        }],
    };

    private void RequireFit(object?[] arguments, string name)
    {
        IEnumerable<Type> wanted = Exercise.Invocation.GetParameters().Select(parameter => parameter.ParameterType);
        if (!arguments.Select(argument => argument?.GetType()).SequenceEqual(wanted))
            throw new InvalidOperationException($"Hidden test {Id}: the arguments of \"{name}\" do not fit the exercise's signature.");
    }
}
