using System.CommandLine;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Cli.Commands;

/// <summary><c>course work</c>: copies lessons to a folder where a learner can change them.</summary>
internal static class WorkCommand
{
    public static Command Create(CourseFolder course)
    {
        var lessons = new Argument<string[]>("lesson")
        {
            Description = "A number or a name; none means all.",
            Arity = ArgumentArity.ZeroOrMore
        };
        var command = new Command("work", "Copies lessons to work/, where they are yours: what you have edited is never overwritten.") { lessons };
        command.SetAction((parsed, _) => CopyAsync(course, parsed.GetValue(lessons) ?? []));
        return command;
    }

    private static async Task<int> CopyAsync(CourseFolder course, string[] words)
    {
        if (course.IsHandout)
            throw new UserException("This repository is your own: work in notebooks/ itself, and commit what you did.");
        LessonFile[] chosen = [.. Choose(LessonCatalog.Of(course.Notebooks), words)];
        var folder = new WorkFolder(course, await SourceCommit.OfAsync(course.Root));
        foreach (LessonFile lesson in chosen)
        {
            try
            {
                Report(folder.Take(lesson), course);
            }
            catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
            {
                throw new UserException($"{lesson.Name} cannot be copied to {course.Work}: {e.Message}");
            }
        }

        return ExitCode.Done;
    }

    private static IEnumerable<LessonFile> Choose(LessonCatalog catalog, string[] words)
    {
        if (words.Length == 0)
            return catalog.Lessons;
        var chosen = new List<LessonFile>();
        foreach (string word in words)
        {
            if (!catalog.TryFind(word, out LessonFile? lesson, out string? problem))
                throw new UserException(problem!);
            chosen.Add(catalog.Lessons.FirstOrDefault(own => Path.GetFullPath(own.Path) == Path.GetFullPath(lesson!.Path))
                ?? throw new UserException($"{word} is none of the course's lessons; `course list` shows them."));
        }

        return chosen.Distinct();
    }

    private static void Report(WorkCopy copy, CourseFolder course)
    {
        Console.Out.WriteLine($"{Path.GetRelativePath(course.Root, copy.Path)}: " + copy.State switch
        {
            WorkState.Copied => "copied",
            WorkState.Untouched => "is there already, as it came",
            WorkState.Renewed => "the course has changed, and you had not: copied anew",
            WorkState.Edited => "yours, left alone",
            WorkState.EditedAndBehind => "yours, left alone; the course has changed since it was copied:",
            _ => "left alone: this command did not put it there",
        });
        foreach (string change in copy.Changes)
            Console.Out.WriteLine($"  {change}");
        if (copy.State == WorkState.EditedAndBehind)
            Console.Out.WriteLine("  Move yours aside and call this again for the new one.");
    }
}
