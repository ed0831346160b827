using System.Globalization;
using System.Text;
using Course.History;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Cli.Views;

/// <summary>The generated parts of the teacher's page: hours, and what builds on what.</summary>
internal static class TeachingParts
{
    /// <summary>Replaces the text between the marks.</summary>
    public static void Rewrite(CourseFolder course)
    {
        string file = Path.Combine(course.Root, "docs", "teaching", "README.md");
        if (!File.Exists(file))
            return;
        Dictionary<string, double> runs = RunSeconds(course);
        Written[] lessons =
        [
            .. from notebook in LessonCatalog.Of(course.Notebooks).Lessons
               join lesson in Lessons.All on notebook.Number equals lesson.Number
               let effort = LessonEffort.Of(NotebookDocument.Load(notebook.Path), lesson.Number)
               select new Written(lesson, notebook.Name, effort, runs.GetValueOrDefault(notebook.Name)),
        ];
        Written[] milestones = [.. lessons.Where(lesson => lesson.Lesson.Number > 0)];
        IReadOnlyList<LessonLink> links = LessonMap.Links(course.Notebooks);
        string text = ReadmeParts.Between(File.ReadAllText(file), "hours", Hours(lessons));
        text = ReadmeParts.Between(text, "diagram", Diagram(milestones, links));
        text = ReadmeParts.Between(text, "links", Links(milestones, links));
        File.WriteAllText(file, text);
    }

    /// <summary>How long each lesson's newest kept run took, by its notebook's name.</summary>
    private static Dictionary<string, double> RunSeconds(CourseFolder course) => new RunArchive(course.Results).All()
        .OrderByDescending(run => run.Date).SelectMany(run => run.Notebooks).DistinctBy(notebook => notebook.Name)
        .ToDictionary(notebook => notebook.Name, notebook => notebook.Seconds);

    private static string Hours(Written[] lessons)
    {
        var table = new StringBuilder("""

            | lesson | words | code cells | its run, s | reading | exercises | together |
            |---|---:|---:|---:|---:|---:|---:|

            """);
        foreach (Written lesson in lessons)
        {
            double words = 100 * Math.Round(lesson.Effort.Words / 100d);
            table.Append(CultureInfo.InvariantCulture,
                $"| {lesson.Link} | {words:N0} | {lesson.Effort.CodeCells} | {lesson.RunSeconds:0} | ");
            AppendTimes(table, lesson.Effort.ReadingMinutes, lesson.Effort.ExerciseMinutes, lesson.RunSeconds);
        }

        table.Append("| all | | | | ");
        AppendTimes(table, lessons.Sum(lesson => lesson.Effort.ReadingMinutes), lessons.Sum(lesson => lesson.Effort.ExerciseMinutes),
            lessons.Sum(lesson => lesson.RunSeconds));
        return table.Append('\n').ToString();
    }

    private static string Diagram(Written[] lessons, IReadOnlyList<LessonLink> links)
    {
        var text = new StringBuilder("\n```mermaid\nflowchart LR\n");
        foreach (Lesson lesson in lessons.Select(lesson => lesson.Lesson))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"    L{lesson.Number:00}[\"{lesson.Number:00} · {lesson.Year}<br/>{lesson.Title}\"]\n");
        }

        foreach (LessonLink link in links)
            text.Append(CultureInfo.InvariantCulture, $"    L{link.On:00} {(link.InLibrary ? "-->" : "-.->")} L{link.Lesson:00}\n");
        return text.Append("```\n\n").ToString();
    }

    private static string Links(Written[] lessons, IReadOnlyList<LessonLink> links)
    {
        var table = new StringBuilder("""

            | lesson | its machine uses | its notebook uses too | its text recalls | it carries |
            |---|---|---|---|---|

            """);
        foreach (Written lesson in lessons)
        {
            string On(bool inLibrary) => Numbers(links
                .Where(link => link.Lesson == lesson.Lesson.Number && link.InLibrary == inLibrary).Select(link => link.On));
            string carried = Numbers(links.Where(link => link.On == lesson.Lesson.Number).Select(link => link.Lesson));
            table.Append(CultureInfo.InvariantCulture,
                $"| {lesson.Link} | {On(true)} | {On(false)} | {Numbers(lesson.Effort.Recalled)} | {carried} |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string Numbers(IEnumerable<int> lessons) =>
        string.Join(", ", lessons.Select(number => number.ToString("00", CultureInfo.InvariantCulture)));

    private static void AppendTimes(StringBuilder table, double reading, double exercises, double runSeconds) => table.Append(
        CultureInfo.InvariantCulture, $"{Time(reading)} | {Time(exercises)} | {Time(reading + exercises + runSeconds / 60)} |\n");

    /// <summary>Minutes, rounded to five, as hours and minutes.</summary>
    private static string Time(double minutes)
    {
        int rounded = 5 * (int)Math.Round(minutes / 5);
        return string.Create(CultureInfo.InvariantCulture, $"{rounded / 60} h {rounded % 60:00}");
    }

    private sealed record Written(Lesson Lesson, string Notebook, LessonEffort Effort, double RunSeconds)
    {
        public string Link => string.Create(CultureInfo.InvariantCulture,
            $"[{Lesson.Number:00}](../../notebooks/{Notebook}.ipynb) {Lesson.Title}");
    }
}
