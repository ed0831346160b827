using System.CommandLine;
using Course.Cli.Handouts;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Cli.Commands;

/// <summary><c>course handout</c>: writes the repository that students start from.</summary>
internal static class HandoutCommand
{
    public static Command Create(CourseFolder course)
    {
        var folder = new Argument<string>("dir") { Description = "Where it goes: a new or empty folder." };
        var lessons = new Option<string?>("--lessons") { Description = "The lessons, as in 01-03,07; all if not given.", HelpName = "NN-NN" };
        var noSolutions = new Option<bool>("--no-solutions") { Description = "Leaves out the published solutions." };
        var command = new Command("handout",
            "For teachers: writes a repository that students start from. The hidden halves of the exercises stay here.") { folder, lessons, noSolutions };
        command.SetAction((parsed, _) =>
            WriteAsync(course, parsed.GetRequiredValue(folder), parsed.GetValue(lessons), !parsed.GetValue(noSolutions)));
        return command;
    }

    private static async Task<int> WriteAsync(CourseFolder course, string folder, string? lessons, bool withSolutions)
    {
        LessonCatalog catalog = LessonCatalog.Of(course.Notebooks);
        IReadOnlyList<LessonFile> chosen = lessons is null ? catalog.Lessons : LessonNumbers.Choose(catalog, lessons);
        try
        {
            new Handout(course, await SourceCommit.OfAsync(course.Root), chosen, withSolutions).Write(folder);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The handout cannot be written: {e.Message}");
        }

        Console.Out.WriteLine($"wrote {chosen.Count} lessons to {folder}");
        Console.Out.WriteLine("Next: look at it, then `git init` there, and let students begin with its README.");
        return ExitCode.Done;
    }
}
