using System.Globalization;

namespace Course.Grading.Reports;

/// <summary>
/// What one student earned with all that she handed in together, for systems that grade one submission at a time. A notebook that could not
/// be graded, and a lesson that was handed in twice, earn nothing and say why.
/// </summary>
/// <param name="Lines">At least one line.</param>
internal sealed record StudentResult(IReadOnlyList<ResultLine> Lines)
{
    public static StudentResult Of(ClassReport report) => new(
    [
        .. report.Submissions.GroupBy(mark => mark.Lesson?.ToString(CultureInfo.InvariantCulture) ?? mark.Path)
            .SelectMany(same => LinesOf([.. same])),
    ]);

    private static IEnumerable<ResultLine> LinesOf(SubmissionMark[] same)
    {
        string? problem = same.Length == 1
            ? same[0].Problem
            : string.Create(CultureInfo.InvariantCulture, $"the lesson was handed in {same.Length} times: ")
                + $"{string.Join(", ", same.Select(mark => Path.GetFileName(mark.Path)))}; hand in one";
        if (problem is null)
            return same[0].Exercises.Select(exercise => new ResultLine(NameOf(exercise), exercise.Earned, exercise.Points,
                exercise.Status == ExerciseStatus.Passed, [.. FeedbackText.Of(exercise)]));
        string[] why = [SafeText.Line($"Not graded: {problem}.")];
        ResultLine[] lost = [.. same[0].Exercises.Select(exercise => new ResultLine(NameOf(exercise), 0, exercise.Points, false, why))];
        return lost.Length > 0 ? lost : [new ResultLine(SafeText.Line(Path.GetFileName(same[0].Path)), 0, 0, false, why)];
    }

    private static string NameOf(ExerciseMark exercise) => $"{exercise.Exercise}: {exercise.Title}";
}

/// <summary>An exercise, or a file that is of no lesson.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Earned">The points it earned.</param>
/// <param name="Points">The points it is worth.</param>
/// <param name="Passed">Whether it earned them.</param>
/// <param name="Feedback">What the student is told.</param>
internal sealed record ResultLine(string Name, double Earned, double Points, bool Passed, IReadOnlyList<string> Feedback);
