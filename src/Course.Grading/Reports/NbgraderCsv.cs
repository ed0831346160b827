using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Course.Grading.Reports;

/// <summary>
/// Grades as <c>nbgrader export</c> writes them, so that whatever reads its file reads this one:
/// https://nbgrader.readthedocs.io/en/stable/user_guide/managing_assignment_files.html#exporting-grades and, for the columns, its own
/// <c>CsvExportPlugin</c>. A student has one row for each assignment that anybody handed in, as there.
/// </summary>
internal static partial class NbgraderCsv
{
    private const string Columns =
        "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score";

    public static string Of(ClassReport report)
    {
        var text = new StringBuilder(Columns).Append('\n');
        string[] students = [.. report.Submissions.Select(mark => mark.Student).Distinct()];
        foreach (IGrouping<string, SubmissionMark> assignment in report.Submissions.GroupBy(AssignmentOf))
        {
            ILookup<string, SubmissionMark> marks = assignment.ToLookup(mark => mark.Student);
            string most = Number(students.Max(student => marks[student].Sum(mark => mark.Points)));
            foreach (string student in students)
            {
                string earned = Number(marks[student].Sum(mark => mark.IsGraded ? mark.Earned : 0));
                text.Append(CultureInfo.InvariantCulture,
                    $"{Field(assignment.Key)},,,{Field(student)},,,,{earned},0.0,{earned},{most}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>In nbgrader's folders, student/assignment/notebook, the assignment's folder; elsewhere the lesson.</summary>
    private static string AssignmentOf(SubmissionMark mark)
    {
        string[] folders = mark.Path.Split(Path.DirectorySeparatorChar);
        int own = Array.LastIndexOf(folders, mark.Student);
        string name = Path.GetFileNameWithoutExtension(mark.Path);
        return own >= 0 && own < folders.Length - 2 && name != mark.Student ? folders[own + 1]
            : mark.Lesson is { } lesson ? string.Create(CultureInfo.InvariantCulture, $"lesson-{lesson:00}")
            : name;
    }

    /// <summary>nbgrader quotes nothing; a name that needs it is quoted all the same.</summary>
    private static string Field(string text) => Plain().IsMatch(text) ? text : SafeText.Csv(text);

    /// <summary>A number as Python prints it.</summary>
    private static string Number(double number) => number.ToString("0.0###", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\w[\w.@-]*$")]
    private static partial Regex Plain();
}
