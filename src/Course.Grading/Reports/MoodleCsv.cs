using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Course.Grading.Reports;

/// <summary>
/// Grades for Moodle, in the form that fits the students' names. Folders that Moodle's own "Download all submissions" has made give its
/// grading worksheet (https://docs.moodle.org/en/Using_Assignment#Upload_grading_worksheet), which knows each by the number in the folder's
/// name. Any other names are user names or addresses, and give a file for the import into the gradebook
/// (https://docs.moodle.org/en/Grade_import#CSV_import): a row a student, two columns a lesson.
/// </summary>
internal static partial class MoodleCsv
{
    private const string NoGrade = "-";

    public static string Of(ClassReport report)
    {
        IGrouping<string, SubmissionMark>[] students = [.. report.Submissions.GroupBy(mark => mark.Student)];
        string[][] rows = students.All(student => Downloaded().IsMatch(student.Key)) ? Worksheet(students) : Gradebook(students);
        var text = new StringBuilder();
        foreach (string[] row in rows)
            text.AppendJoin(',', row).Append('\n');
        return text.ToString();
    }

    /// <summary>Moodle finds these columns by their names, in the language of whoever uploads the file.</summary>
    private static string[][] Worksheet(IGrouping<string, SubmissionMark>[] students) =>
    [
        ["Identifier", "\"Full name\"", "Grade", "\"Last modified (grade)\"", "\"Feedback comments\""],
        .. students.Select(student =>
        {
            Match name = Downloaded().Match(student.Key);
            return (string[])
            [
                $"\"Participant {name.Groups["number"].Value}\"", Name(name.Groups["name"].Value), GradeOf(student), NoGrade,
                Page(FeedbackOf(student)),
            ];
        }),
    ];

    /// <summary>Moodle proposes to identify users by a first column of one of these names. It takes a dash for "no grade".</summary>
    private static string[][] Gradebook(IGrouping<string, SubmissionMark>[] students)
    {
        int?[] lessons = [.. students.SelectMany(student => student).Select(mark => mark.Lesson).Where(lesson => lesson is not null)
            .Distinct().Order()];
        string by = students.All(student => student.Key.Contains('@', StringComparison.Ordinal)) ? "Email address" : "Username";
        return
        [
            [$"\"{by}\"", .. lessons.SelectMany(lesson => (string[])[$"\"Lesson {lesson:00}\"", $"\"Lesson {lesson:00} feedback\""])],
            .. students.Select(student => (string[])
            [
                Name(student.Key),
                .. lessons.SelectMany(lesson => student.Where(mark => mark.Lesson == lesson).ToArray() is { Length: > 0 } marks
                    ? (string[])[GradeOf(marks), Page(FeedbackOf(marks))] : [NoGrade, "\"\""]),
            ]),
        ];
    }

    private static string GradeOf(IEnumerable<SubmissionMark> marks) => marks.Any(mark => mark.IsGraded)
        ? marks.Sum(mark => mark.IsGraded ? mark.Earned : 0).ToString(CultureInfo.InvariantCulture)
        : NoGrade;

    private static string FeedbackOf(IEnumerable<SubmissionMark> marks) => string.Join(' ', marks.SelectMany(mark =>
        mark.Problem is { } problem ? [$"Not graded: {problem}."] : mark.Exercises.Select(FeedbackText.Brief)));

    // Moodle's reader takes a backslash before a quote for an escape, which CSV has not.
    private static string Name(string text) => SafeText.Csv(text.Replace('\\', '/'));

    /// <summary>Feedback is shown as a part of Moodle's page.</summary>
    private static string Page(string text) =>
        SafeText.Csv(WebUtility.HtmlEncode(text).Replace("\\", "&#92;", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<name>.*)_(?<number>\d+)_assignsubmission_(file|onlinetext)_?$")]
    private static partial Regex Downloaded();
}
