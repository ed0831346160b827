namespace Course;

/// <summary>The exercises of all lessons, and the check that a notebook calls: <c>Check("02.learn", Learn);</c>.</summary>
public static class Exercises
{
    /// <summary>The mime type by which a check travels out of a run.</summary>
    public const string MimeType = Mime.Check;

    /// <summary>Whether this process collects answers to be graded, so that nobody sees what is shown in it.</summary>
    internal static bool IsGraded => HandIn is not null;

    private static Action<string, Delegate?>? HandIn => AppContext.GetData("Course.Answers") as Action<string, Delegate?>;

    /// <summary>Every exercise, lesson by lesson.</summary>
    public static IReadOnlyList<Exercise> All { get; } = [.. Lessons.All.SelectMany(lesson => lesson.Exercises)];

    /// <summary>
    /// Tries an answer on the visible cases and shows how it did: each case, what is expected, what came, and a hint where it fails. An
    /// answer not yet written is shown in grey and is no error; nothing that an answer does makes this method throw.
    /// </summary>
    /// <param name="id">The exercise, for example <c>02.learn</c>.</param>
    /// <param name="answer">The learner's method.</param>
    /// <exception cref="ArgumentException">There is no such exercise; the message names the nearest, or all where none is near.</exception>
    public static void Check(string id, Delegate? answer)
    {
        Exercise exercise = Find(id);
        // Whoever grades leaves a delegate here and judges the answer itself, in a process that the notebook cannot reach.
        if (HandIn is { } handIn)
        {
            handIn(id, answer);
        }
        else
        {
            Display.Show(Checker.Check(exercise, answer));
        }
    }

    internal static Exercise Find(string id) =>
        All.FirstOrDefault(exercise => exercise.Id == id)
        ?? throw new ArgumentException(DidYouMean.For("exercise", id, All.Select(exercise => exercise.Id)));
}
