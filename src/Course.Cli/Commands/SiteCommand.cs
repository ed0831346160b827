using System.CommandLine;
using System.Globalization;
using Course.Cli.Site;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Cli.Commands;

/// <summary><c>course site</c>: the executed course as one folder of pages.</summary>
internal static class SiteCommand
{
    public static Command Create(CourseFolder course)
    {
        var folder = new Argument<string>("dir") { Description = "Where it goes: a new or empty folder, or a site that it replaces." };
        var from = new Option<string?>("--from")
        {
            Description = "Takes the notebooks that `course run --output DIR` executed, and runs none.",
            HelpName = "DIR"
        };
        var url = new Option<string?>("--url")
        {
            Description = "Where the site will be public: each page then has a picture for whoever links to it.",
            HelpName = "https://..."
        };
        var command = new Command("site",
            "Runs all lessons and writes the course as one folder of pages that needs no network.") { folder, from, url };
        command.SetAction((parsed, cancellation) =>
            WriteAsync(course, parsed.GetRequiredValue(folder), parsed.GetValue(from), Base(parsed.GetValue(url)), cancellation));
        return command;
    }

    private static Uri? Base(string? url) =>
        url is null ? null
        : Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address
        : throw new UserException($"--url takes a whole address, as in https://example.org/course, not '{url}'.");

    private static async Task<int> WriteAsync(CourseFolder course, string path, string? from, Uri? url, CancellationToken cancellation)
    {
        var folder = new SiteFolder(path);
        DirectoryInfo? ran = from is null ? Directory.CreateTempSubdirectory("course-site-") : null;
        try
        {
            int code = ran is null ? ExitCode.Done
                : await new LessonRuns(course, new RunPlan { Words = [], Output = ran.FullName }).RunAsync(cancellation);
            if (code is not (ExitCode.Done or ExitCode.Failed))
                return code;
            return Write(course, folder, path, from ?? ran!.FullName, url, await SourceCommit.OfAsync(course.Root));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The site cannot be written: {e.Message}");
        }
        finally
        {
            ran?.Delete(recursive: true);
        }
    }

    private static int Write(CourseFolder course, SiteFolder folder, string path, string executed, Uri? url, string? commit)
    {
        IReadOnlyList<ExecutedLesson> lessons = ExecutedLesson.ReadAll(LessonCatalog.Of(course.Notebooks), executed,
            warning => Console.Error.WriteLine($"course: {warning}"), out IReadOnlyList<string> failed);
        if (failed.Count > 0)
        {
            foreach (string failure in failed)
                Console.Error.WriteLine($"course: no site was written, because of {failure}.");
            return ExitCode.Failed;
        }

        folder.Replace(next => new SiteWriter(course, lessons, url, commit).Write(next));
        FileInfo[] files = new DirectoryInfo(path).GetFiles("*", SearchOption.AllDirectories);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"wrote {files.Count(file => file.Extension == ".html")} pages, {files.Sum(file => file.Length) / 1e6:0.0} MB in all, to {path}"));
        Console.Out.WriteLine($"Open {Path.Combine(path, "index.html")} in a browser.");
        return ExitCode.Done;
    }
}
