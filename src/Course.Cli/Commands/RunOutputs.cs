using System.Text;
using Course.Notebooks.Html;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Cli.Commands;

/// <summary>The output files requested from <c>course run</c>.</summary>
internal sealed class RunOutputs(RunPlan plan)
{
    /// <summary>Checks before anything runs that the files can be written.</summary>
    public void Prepare(IReadOnlyList<LessonFile> lessons)
    {
        MakeFolder("--output", plan.Output);
        MakeFolder("--html", plan.Html);
        MakeFolder("--charts", plan.Charts);
        MakeFolder("--report", plan.Report is null ? null : Path.GetDirectoryName(Path.GetFullPath(plan.Report)));
        if (plan.Report is not null && Directory.Exists(plan.Report))
            throw new UserException($"--report {plan.Report} is a folder; name a file.");
        if ((plan.Output ?? plan.Html ?? plan.Charts) is not null
            && lessons.GroupBy(lesson => lesson.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UserException(
                $"Two notebooks are called {twice.Key}, and would be written to one file; run them one after the other.");
        if (plan.Output is not null
            && lessons.FirstOrDefault(lesson => Path.GetFullPath(lesson.Path) == Path.GetFullPath(ExecutedPath(lesson.Name))) is { } own)
            throw new UserException($"--output {plan.Output} would overwrite {own.Path} itself; name another folder.");
    }

    /// <summary>Writes one notebook's files.</summary>
    public void Write(NotebookReport report, string source)
    {
        if (report.Executed is not { } executed)
            return;
        Try(plan.Output, () => executed.Save(ExecutedPath(report.Name)));
        Try(plan.Html, () =>
        {
            using StreamWriter page = PageIn(plan.Html!, report.Name);
            HtmlPage.Write(executed, page, new HtmlPageOptions
            {
                Directory = Path.GetDirectoryName(Path.GetFullPath(source)),
                FileName = Path.GetFileName(source),
                Executed = report.Started,
                Elapsed = TimeSpan.FromSeconds(report.Seconds),
            });
        });
        Try(plan.Charts, () =>
        {
            using StreamWriter sheet = PageIn(plan.Charts!, report.Name);
            ContactSheet.Write(executed, sheet, report.Name);
        });
    }

    /// <summary>Writes the report of the whole run.</summary>
    public void Write(RunReport report) => Try(plan.Report, () => report.Save(plan.Report!));

    private string ExecutedPath(string name) => Path.Combine(plan.Output!, name + ".ipynb");

    private static StreamWriter PageIn(string folder, string name) =>
        new(Path.Combine(folder, name + ".html"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static void MakeFolder(string option, string? folder)
    {
        if (folder is not null)
            Try(folder, () => Directory.CreateDirectory(folder), option);
    }

    private static void Try(string? target, Action write, string what = "The result")
    {
        if (target is null)
            return;
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserException($"{what} cannot be written to {target}: {e.Message}");
        }
    }
}
