using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>
/// The marks of a class for a spreadsheet: UTF-16 with tabs. Where Excel divides at semicolons it does not divide UTF-8 at commas, and with
/// a line that says so ("sep=,") it takes UTF-8 for another encoding; this form it opens rightly in every language
/// (https://github.com/grafana/grafana/pull/110099).
/// </summary>
internal static class ClassCsv
{
    private const char Separator = '\t';

    /// <summary>Its encoding, which begins with a byte order mark.</summary>
    public static Encoding Encoding => Encoding.Unicode;

    public static string Of(ClassReport report)
    {
        IReadOnlyList<string> exercises = report.Exercises;
        var text = new StringBuilder();
        text.AppendJoin(Separator, ((string[])["student", "file", "lesson", "points", "of", .. exercises, "problem", "remarks"])
            .Select(SafeText.Csv)).Append("\r\n");
        foreach (SubmissionMark mark in report.Submissions)
        {
            string?[] row =
            [
                SafeText.Csv(mark.Student),
                SafeText.Csv(Path.GetFileName(mark.Path)),
                Number(mark.Lesson),
                Number(mark.Earned),
                Number(mark.Points),
                .. exercises.Select(exercise => Number(mark.Exercises.FirstOrDefault(known => known.Exercise == exercise)?.Earned)),
                SafeText.Csv(mark.Problem),
                SafeText.Csv(string.Join("; ", mark.Remarks)),
            ];
            text.AppendJoin(Separator, row).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Number(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
