using System.Globalization;
using System.Text;
using Course.Notebooks.Lessons;

namespace Course.Cli.Views;

/// <summary>The generated parts of README: the table of lessons, and the summary of the ledger.</summary>
internal static class ReadmeParts
{
    /// <summary>Replaces the text between the marks, in every part that has marks.</summary>
    public static void Rewrite(CourseFolder course, IReadOnlyList<LedgerRow> rows)
    {
        string file = Path.Combine(course.Root, "README.md");
        if (!File.Exists(file))
            return;
        string text = File.ReadAllText(file);
        text = Between(text, "lessons", Lessons(course, rows));
        text = Between(text, "ledger", LedgerSummary.Sentences(rows) + "\n");
        File.WriteAllText(file, text);
    }

    /// <summary>A text with new content between the two marks of a name; as it is if it has none.</summary>
    internal static string Between(string text, string name, string content)
    {
        string begin = $"<!-- {name}:begin -->", end = $"<!-- {name}:end -->";
        int from = text.IndexOf(begin, StringComparison.Ordinal), to = text.IndexOf(end, StringComparison.Ordinal);
        return from < 0 || to < from ? text : string.Concat(text.AsSpan(0, from + begin.Length), "\n", content, text.AsSpan(to));
    }

    private static string Lessons(CourseFolder course, IReadOnlyList<LedgerRow> rows)
    {
        Dictionary<int, LessonFile> notebooks = LessonCatalog.Of(course.Notebooks).Lessons.Where(lesson => lesson.Number is not null)
            .ToDictionary(lesson => lesson.Number!.Value);
        var table = new StringBuilder("\n| | Year | Lesson | Machine | A result | Paper | Ours | |\n|---|---|---|---|---|---|---|---|\n");
        foreach (Lesson lesson in Course.Lessons.All)
        {
            LedgerRow? row = rows.FirstOrDefault(row => row.Claim.Id == lesson.Headline?.ClaimId);
            table.Append(CultureInfo.InvariantCulture, $"| {lesson.Number:00} | {lesson.Year} | ");
            if (notebooks.TryGetValue(lesson.Number, out LessonFile? notebook))
                table.Append(CultureInfo.InvariantCulture,
                    $"[{lesson.Title}](notebooks/{notebook.Name}.ipynb) | {Machine(lesson.Machine)} | {lesson.Headline?.Result} | {row?.Claim.Published} | {row?.Measured} | {row?.VerdictInWords} |\n");
            else
                table.Append(CultureInfo.InvariantCulture, $"*{lesson.Title}* | | *to come* | | | |\n");
        }

        return table.Append('\n').ToString();
    }

    /// <summary>A link to the machine's source.</summary>
    private static string Machine(string? file) =>
        file is null ? "" : $"[`{Path.GetFileNameWithoutExtension(file)}`](src/Course/{file})";
}
