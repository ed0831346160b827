using Course.Grading.HiddenTests;

namespace Course.Grading.Marking;

/// <summary>Marks that need no case: nothing was earned.</summary>
internal static class Marks
{
    public static ExerciseMark None(HiddenTest test, ExerciseStatus status, string message, string? hint = null) => new()
    {
        Exercise = test.Id,
        Title = test.Exercise.Title,
        Points = test.Exercise.Points,
        Earned = 0,
        Status = status,
        Message = message,
        Hint = hint,
    };
}
