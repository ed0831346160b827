namespace Course.Grading.Reports;

/// <summary>How the outcome of an exercise looks on a page: in colour, and for whoever sees none, as a sign and in words.</summary>
/// <param name="Statuses">The outcomes that look like this.</param>
/// <param name="Class">The style's class.</param>
/// <param name="Sign">The sign.</param>
/// <param name="Name">The words.</param>
internal sealed record ExerciseLook(ExerciseStatus[] Statuses, string Class, string Sign, string Name)
{
    /// <summary>Every look, from the best outcome on.</summary>
    public static IReadOnlyList<ExerciseLook> All { get; } =
    [
        new([ExerciseStatus.Passed], "passed", "✓", "right"),
        new([ExerciseStatus.Failed], "failed", "✗", "wrong"),
        new([ExerciseStatus.NoAnswer, ExerciseStatus.Stopped, ExerciseStatus.Forbidden], "lost", "!", "no answer that counts"),
        new([ExerciseStatus.NotAttempted], "open", "–", "not attempted"),
    ];

    /// <summary>The look of an outcome.</summary>
    public static ExerciseLook Of(ExerciseStatus status) => All.First(look => look.Statuses.Contains(status));

    /// <summary>The sign, which says what it stands for.</summary>
    /// <param name="what">What it stands for, as text.</param>
    public string Marked(string what) =>
        $"""<b class="mark {Class}" role="img" aria-label="{SafeText.Html(what)}" title="{SafeText.Html(what)}">{Sign}</b>""";
}
