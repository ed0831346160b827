using System.Text;
using System.Text.Json;

namespace Course.Grading.Reports;

/// <summary>Writes reports, each file in one step.</summary>
public static class ReportFiles
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes everything as JSON.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    public static void WriteJson(ClassReport report, string path) =>
        Write(path, JsonSerializer.Serialize(report, ReportJson.Indented.ClassReport) + "\n");

    /// <summary>Writes one row per submission and one column per exercise, for spreadsheets.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    public static void WriteCsv(ClassReport report, string path) => Write(path, ClassCsv.Of(report), ClassCsv.Encoding);

    /// <summary>Writes what one student earned, for Classroom 50.</summary>
    /// <param name="report">The report on her notebooks.</param>
    /// <param name="form">Of which submission the runner asks.</param>
    /// <param name="path">The file.</param>
    public static void WriteClassroom50(ClassReport report, Classroom50Result form, string path)
    {
        ArgumentNullException.ThrowIfNull(form);
        Write(path, form.Of(report));
    }

    /// <summary>Writes what one student earned, for Gradescope.</summary>
    /// <param name="report">The report on her notebooks.</param>
    /// <param name="path">The file.</param>
    public static void WriteGradescope(ClassReport report, string path) => Write(path, GradescopeResult.Of(report));

    /// <summary>Writes grades that Moodle imports.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    public static void WriteMoodle(ClassReport report, string path) => Write(path, MoodleCsv.Of(report));

    /// <summary>Writes grades as nbgrader exports them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    public static void WriteNbgrader(ClassReport report, string path) => Write(path, NbgraderCsv.Of(report));

    /// <summary>Writes a feedback page for every student, and an index for the teacher.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">The folder; created if it is missing.</param>
    public static void WriteHtml(ClassReport report, string folder)
    {
        ArgumentNullException.ThrowIfNull(report);
        Directory.CreateDirectory(folder);
        PageNames names = new(report.Submissions);
        foreach (SubmissionMark mark in report.Submissions)
            Write(Path.Combine(folder, names.Of(mark)), FeedbackPage.Of(mark, report));
        Write(Path.Combine(folder, "index.html"), ClassPage.Of(report, names));
    }

    private static void Write(string path, string text, Encoding? encoding = null)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string draft = $"{full}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllText(draft, text, encoding ?? utf8);
            File.Move(draft, full, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
