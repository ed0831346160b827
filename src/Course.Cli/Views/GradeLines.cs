using System.Globalization;
using Course.Grading;
using Spectre.Console;

namespace Course.Cli.Views;

/// <summary>A grading on the console: one line per submission, then the table of the class.</summary>
internal static class GradeLines
{
    public static string Of(SubmissionMark mark, int known, int of, bool before) => string.Create(
        CultureInfo.InvariantCulture,
        $"[{known}/{of}] {SafeText.Line(mark.Student)}: {(mark.Problem is { } problem ? $"NOT GRADED: {SafeText.Line(problem)}" : Points(mark))}{(before ? ", known before" : $", {mark.Seconds:0.0} s")}");

    public static void Print(ClassReport report)
    {
        IReadOnlyList<string> exercises = report.Exercises;
        Table table = Tables.New(["student", "points", .. exercises]);
        foreach (SubmissionMark mark in report.Submissions)
            table.AddTextRow([SafeText.Line(mark.Student), mark.IsGraded
                ? Points(mark) : "not graded", .. exercises.Select(exercise => Cell(mark, exercise))]);
        Tables.Print(table);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {report.Seed}; sandbox: {report.Sandbox}"));
    }

    private static string Points(SubmissionMark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{mark.Earned:0.##} of {mark.Points:0.##}");

    private static string Cell(SubmissionMark mark, string exercise) =>
        mark.Exercises.FirstOrDefault(known => known.Exercise == exercise) is not { } found ? ""
        : found.Status switch
        {
            ExerciseStatus.Passed => found.Earned.ToString("0.##", CultureInfo.InvariantCulture),
            ExerciseStatus.NotAttempted => "open",
            ExerciseStatus.Failed => string.Create(CultureInfo.InvariantCulture, $"0 ({found.Right}/{found.Cases})"),
            ExerciseStatus.Forbidden => "0 (forbidden)",
            ExerciseStatus.Stopped => "0 (stopped)",
            _ => "0 (no answer)",
        };
}
