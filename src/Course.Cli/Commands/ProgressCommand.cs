using System.CommandLine;
using System.Globalization;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course progress</c>: what the checks saved in a learner's notebooks say.</summary>
internal static class ProgressCommand
{
    public static Command Create(CourseFolder course)
    {
        var paths = new Argument<string[]>("notebook")
        {
            Description = "Notebooks; none means all in work/ (in a handout: in notebooks/).",
            Arity = ArgumentArity.ZeroOrMore
        };
        var command = new Command("progress",
            "Says which exercises passed, by the outputs saved in your notebooks. It runs nothing: save them first.") { paths };
        command.SetAction(parsed => Show(Choose(course, parsed.GetValue(paths) ?? [])));
        return command;
    }

    private static string[] Choose(CourseFolder course, string[] paths)
    {
        if (paths.Length > 0)
            return paths;
        string folder = course.IsHandout ? course.Notebooks : course.Work;
        string[] found = [.. LessonCatalog.Of(folder).Lessons.Select(lesson => lesson.Path)];
        return found.Length > 0
            ? found
            : throw new UserException($"There are no notebooks in {folder}; `course work` copies lessons there.");
    }

    private static int Show(string[] paths)
    {
        Table table = Tables.New("No.", "Lesson", "Passed", "Points", "Next");
        foreach (int column in (int[])[0, 2, 3])
            table.Columns[column].RightAligned();
        double earned = 0, worth = 0;
        foreach (LessonProgress lesson in paths.Select(Read))
        {
            ExerciseProgress[] passed = [.. lesson.Exercises.Where(exercise => exercise.State == ExerciseState.Passed)];
            double points = passed.Sum(exercise => exercise.Points), all = lesson.Exercises.Sum(exercise => exercise.Points);
            (earned, worth) = (earned + points, worth + all);
            table.AddTextRow(lesson.Number?.ToString("00", CultureInfo.InvariantCulture) ?? "", lesson.Title ?? lesson.Name,
                $"{passed.Length} of {lesson.Exercises.Count}", Of(points, all), Next(lesson));
        }

        Tables.Print(table);
        Console.Out.WriteLine($"{Of(earned, worth)} points, as the notebooks were last saved.");
        return ExitCode.Done;
    }

    private static string Of(double points, double all) => string.Create(CultureInfo.InvariantCulture, $"{points} of {all}");

    private static string Next(LessonProgress lesson) =>
        lesson.Exercises.FirstOrDefault(exercise => exercise.State != ExerciseState.Passed) is { } next
            ? $"{next.Id}: " + next.State switch
            {
                ExerciseState.Failed => "not right yet",
                ExerciseState.NotAttempted => "not tried yet",
                _ => "its check has not run",
            }
            : "";

    private static LessonProgress Read(string path)
    {
        try
        {
            return LessonProgress.Of(path);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path} cannot be read: {e.Message}");
        }
    }
}
