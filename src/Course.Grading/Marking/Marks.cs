namespace Course.Grading.Marking;

/// <summary>Marks that need no case: nothing was earned.</summary>
internal static class Marks
{
    public static ExerciseMark None(Oracle oracle, ExerciseStatus status, string message, string? hint = null) => new()
    {
        Exercise = oracle.Id,
        Title = oracle.Exercise.Title,
        Points = oracle.Exercise.Points,
        Earned = 0,
        Status = status,
        Message = message,
        Hint = hint,
    };
}
