namespace Course;

/// <summary>The visible part of an exercise: what is asked, some cases, and hints for wrong answers that are often given.</summary>
public sealed record Exercise
{
    private Exercise(string id, string title, int points, Type signature)
    {
        (Id, Title, Points, Signature) = (id, title, points, signature);
    }

    /// <summary>Lesson and name, for example <c>02.learn</c>.</summary>
    public string Id { get; }

    /// <summary>What is asked, in a few words.</summary>
    public string Title { get; }

    /// <summary>What it is worth.</summary>
    public int Points { get; }

    /// <summary>The delegate type of an answer, with plain arguments: numbers, strings, arrays of them.</summary>
    public Type Signature { get; }

    /// <summary>The cases the learner sees.</summary>
    public IReadOnlyList<VisibleCase> Cases { get; private init; } = [];

    /// <summary>Wrong answers that are recognised.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; private init; } = [];

    /// <summary>How far a number may be from the expected one.</summary>
    public double Tolerance { get; private init; } = 1e-9;

    /// <summary>Begins an exercise.</summary>
    /// <typeparam name="TAnswer">The signature, for example <c>Func&lt;int, int, int&gt;</c>.</typeparam>
    /// <param name="id">Lesson and name.</param>
    /// <param name="title">What is asked, in a few words.</param>
    /// <param name="points">What it is worth.</param>
    public static Exercise Define<TAnswer>(string id, string title, int points)
        where TAnswer : Delegate => new(id, title, points, typeof(TAnswer));

    /// <summary>Adds a visible case.</summary>
    /// <param name="arguments">What the answer is called with.</param>
    /// <param name="expected">What it should return.</param>
    /// <param name="note">What this case shows.</param>
    public Exercise Case(object?[] arguments, object? expected, string? note = null) => this with { Cases = [.. Cases, new VisibleCase(arguments, expected, note)] };

    /// <summary>Adds a wrong answer that learners often give, and what to tell who gives it.</summary>
    /// <param name="hint">What is wrong and where to look, not the answer.</param>
    /// <param name="answer">The wrong answer.</param>
    public Exercise Mistake(string hint, Delegate answer) => this with { Mistakes = [.. Mistakes, new Mistake(hint, answer)] };

    /// <summary>Sets how far a number may be from the expected one.</summary>
    public Exercise Within(double tolerance) => this with { Tolerance = tolerance };
}
