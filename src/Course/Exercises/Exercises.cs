namespace Course;

/// <summary>The exercises of all lessons, and the check that a notebook calls: <c>Check("02.learn", Learn);</c>.</summary>
public static class Exercises
{
    /// <summary>The mime type of a check in a run's output.</summary>
    public const string MimeType = Mime.Check;

    /// <summary>Whether this process calls answers for a grader, so that nobody sees its displays.</summary>
    internal static bool IsGraded => AppContext.GetData("Course.Graded") is true;

    /// <summary>Every exercise, lesson by lesson.</summary>
    public static IReadOnlyList<Exercise> All { get; } = [.. Lessons.All.SelectMany(lesson => lesson.Exercises)];

    /// <summary>
    /// Tries an answer on the visible cases and shows the outcome: each case, the expected and the actual result, and a hint if it fails.
    /// An answer not yet written is shown in grey and is not an error. Nothing that an answer does makes this method throw.
    /// </summary>
    /// <param name="id">The exercise, for example <c>02.learn</c>.</param>
    /// <param name="answer">The learner's method.</param>
    /// <exception cref="ArgumentException">There is no such exercise; the message names the closest id, or all ids if none is
    /// close.</exception>
    public static void Check(string id, Delegate? answer)
    {
        Exercise exercise = Find(id);
        // The grader takes the answer itself, and judges it in a process that the notebook cannot reach.
        if (!IsGraded)
        {
            Display.Show(Checker.Check(exercise, answer));
        }
    }

    internal static Exercise Find(string id) =>
        All.FirstOrDefault(exercise => exercise.Id == id)
        ?? throw new ArgumentException(DidYouMean.For("exercise", id, All.Select(exercise => exercise.Id)));
}
