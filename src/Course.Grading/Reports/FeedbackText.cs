using System.Globalization;

namespace Course.Grading.Reports;

/// <summary>What a student's page says of one exercise, as plain lines, for the pages of other systems.</summary>
internal static class FeedbackText
{
    /// <summary>The lines: what happened, the cases that went wrong, and what to try.</summary>
    public static IEnumerable<string> Of(ExerciseMark exercise)
    {
        yield return Verdict(exercise);
        foreach (FailedCase failed in exercise.Failed)
        {
            string where = failed.IsHidden ? "" : " (in the notebook)";
            yield return SafeText.Line($"- {failed.Kind}{where}: called with {failed.Call}, it should give {failed.Expected}, "
                + $"and gave {failed.Got}");
        }

        if (exercise.Hint is { Length: > 0 } hint)
            yield return $"What to try: {SafeText.Line(hint)}";
    }

    /// <summary>The same in one line, without the cases.</summary>
    public static string Brief(ExerciseMark exercise) =>
        $"{exercise.Exercise}: {string.Join(' ', Of(exercise with { Failed = [] }))}";

    private static string Verdict(ExerciseMark exercise) => exercise.Status switch
    {
        ExerciseStatus.Passed => string.Create(CultureInfo.InvariantCulture, $"All {exercise.Cases} cases are right."),
        ExerciseStatus.Failed => string.Create(CultureInfo.InvariantCulture,
            $"{exercise.Right} of {exercise.Cases} cases are right: {SafeText.Line(exercise.Message ?? "")}. "
            + $"Points are given when all are right."),
        ExerciseStatus.NotAttempted => "Not attempted yet.",
        _ => $"No points: {SafeText.Line(exercise.Message ?? "")}.",
    };
}
