using System.CommandLine;
using System.Globalization;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course list</c>.</summary>
internal static class ListCommand
{
    public static Command Create(CourseFolder course)
    {
        var command = new Command("list", "Lists the lessons: number, year, title, time budget.");
        command.SetAction(_ => Show(LessonCatalog.Of(course.Notebooks)));
        return command;
    }

    private static int Show(LessonCatalog catalog)
    {
        Table table = Tables.New("No.", "Year", "Title", "Budget", "Notebook");
        table.Columns[0].RightAligned();
        table.Columns[3].RightAligned();
        foreach (LessonFile file in catalog.Lessons)
        {
            LessonMetadata? lesson = Read(file);
            table.AddTextRow(
                (lesson?.Number ?? file.Number)?.ToString("00", CultureInfo.InvariantCulture) ?? "",
                lesson?.Year.ToString(CultureInfo.InvariantCulture) ?? "",
                lesson?.Title ?? "(cannot be read)",
                lesson is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{lesson.BudgetSeconds:0} s"),
                file.Name);
        }

        Tables.Print(table);
        return ExitCode.Done;
    }

    private static LessonMetadata? Read(LessonFile file)
    {
        try
        {
            return LessonMetadata.Of(NotebookDocument.Load(file.Path));
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
