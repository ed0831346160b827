namespace Course.Grading;

/// <summary>
/// The hidden half of an exercise, joined to the visible half by id: the reference solution, the generator of hidden cases, wrong answers that it must catch, and
/// what a submission may not use. It stays with the grader: no process that runs a learner's code may load this assembly.
/// </summary>
public sealed record Oracle
{
    /// <summary>No answer may come from TorchSharp; nor from what the lesson is about, see <see cref="Define"/>.</summary>
    private const string Torch = "TorchSharp";

    private Oracle(Exercise exercise, string family, Delegate reference)
    {
        (Exercise, Reference) = (exercise, reference);
        ForbiddenNamespaces = [family, Torch];
        Mutants = [.. exercise.Mistakes.Select(mistake => new Mutant(mistake.Hint, mistake.Answer))];
    }

    /// <summary>The id that both halves share, for example <c>02.learn</c>.</summary>
    public string Id => Exercise.Id;

    /// <summary>The visible half.</summary>
    public Exercise Exercise { get; }

    /// <summary>The reference solution.</summary>
    public Delegate Reference { get; }

    /// <summary>Plausible wrong answers: the mistakes that the visible half names, then others.</summary>
    public IReadOnlyList<Mutant> Mutants { get; private init; }

    /// <summary>Namespaces that an answer may not use, with all below them.</summary>
    public IReadOnlyList<string> ForbiddenNamespaces { get; private init; }

    /// <summary>Types that an answer may not use, by full name: at least those by which it could ask the visible half.</summary>
    public IReadOnlyList<string> ForbiddenTypes { get; private init; } = [.. new[] { typeof(Exercises), typeof(Exercise), typeof(Mistake), typeof(VisibleCase) }.Select(type => type.FullName!)];

    /// <summary>Types and members that an answer may use although their type or namespace is forbidden, by full name: <c>Course.McCullochPitts.BooleanFunction.InputsOf</c>.</summary>
    public IReadOnlyList<string> AllowedSymbols { get; private init; } = [$"{typeof(Exercises).FullName}.{nameof(Exercises.Check)}"];

    private IReadOnlyList<Func<Random, HiddenCase>> Generators { get; init; } = [];

    /// <summary>Begins the hidden half of an exercise.</summary>
    /// <param name="id">The exercise, as <see cref="Exercises.All"/> knows it.</param>
    /// <param name="family">The namespace of <c>Course</c> that the lesson is about, which could answer in the learner's place: forbidden, as TorchSharp is.</param>
    /// <param name="reference">The reference solution, of the exercise's signature; it may change its arguments.</param>
    /// <exception cref="ArgumentException">There is no such exercise, or the reference is not of its signature.</exception>
    public static Oracle Define(string id, string family, Delegate reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(family);
        Exercise exercise = Exercises.Find(id);
        RequireSignature(exercise, reference, "the reference");
        return new(exercise, family, reference);
    }

    /// <summary>Adds a hidden case on an edge. Edges come first, in the order in which they are added.</summary>
    /// <param name="kind">Which edge.</param>
    /// <param name="name">What the case is, in words that may be told to the learner.</param>
    /// <param name="arguments">What the answer is called with.</param>
    public Oracle Edge(EdgeKind kind, string name, object?[] arguments) => Edge(kind, name, _ => arguments);

    /// <summary>Adds a hidden case on an edge, drawn anew for every grading.</summary>
    /// <param name="kind">Which edge.</param>
    /// <param name="name">What the case is, in words that may be told to the learner.</param>
    /// <param name="draw">Draws the arguments.</param>
    public Oracle Edge(EdgeKind kind, string name, Func<Random, object?[]> draw)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return With(kind, name, draw);
    }

    /// <summary>Adds random cases.</summary>
    /// <param name="count">How many.</param>
    /// <param name="draw">Draws the arguments of one.</param>
    public Oracle Random(int count, Func<Random, object?[]> draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return Enumerable.Range(0, count).Aggregate(this, (oracle, _) => oracle.With(null, "a random case", draw));
    }

    /// <summary>Adds a plausible wrong answer.</summary>
    /// <param name="name">What is wrong with it.</param>
    /// <param name="answer">The wrong answer.</param>
    /// <exception cref="ArgumentException">It is not of the exercise's signature.</exception>
    public Oracle Mutant(string name, Delegate answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        RequireSignature(Exercise, answer, $"the mutant \"{name}\"");
        return this with { Mutants = [.. Mutants, new Mutant(name, answer)] };
    }

    /// <summary>Forbids another namespace.</summary>
    /// <param name="name">Its full name.</param>
    public Oracle ForbidNamespace(string name) => this with { ForbiddenNamespaces = [.. ForbiddenNamespaces, name] };

    /// <summary>Forbids a type.</summary>
    /// <param name="name">Its full name.</param>
    public Oracle ForbidType(string name) => this with { ForbiddenTypes = [.. ForbiddenTypes, name] };

    /// <summary>Allows a type or a member of a forbidden namespace, because the notebook tells the learner to use it.</summary>
    /// <param name="name">Its full name.</param>
    public Oracle Allow(string name) => this with { AllowedSymbols = [.. AllowedSymbols, name] };

    /// <summary>Draws the hidden cases: the edges first, then random ones. The same generator state gives the same cases.</summary>
    /// <param name="random">The source of chance, seeded for this grading.</param>
    /// <returns>The cases; whoever gets them may change their arguments.</returns>
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

    private Oracle With(EdgeKind? kind, string name, Func<Random, object?[]> draw) => this with
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
        Type[] wanted = [.. Exercise.Signature.GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        if (!arguments.Select(argument => argument?.GetType()).SequenceEqual(wanted))
            throw new InvalidOperationException($"Oracle {Id}: the arguments of \"{name}\" do not fit the exercise's signature.");
    }

    private static void RequireSignature(Exercise exercise, Delegate answer, string name)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (Checker.SignatureComplaint(exercise, answer, name) is { } complaint)
            throw new ArgumentException($"Oracle {exercise.Id}: {complaint}");
    }
}
