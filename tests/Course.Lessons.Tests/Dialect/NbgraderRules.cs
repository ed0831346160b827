using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Lessons.Tests.Dialect;

/// <summary>
/// What nbgrader 0.9 accepts as cell metadata of version 3 (its nbgraderformat/v3.json and the checks of v3.py beside it), and <c>task</c>,
/// which that schema leaves out at will and older readers want.
/// </summary>
internal static partial class NbgraderRules
{
    private const int Version = 3;
    private static readonly string[] flags = ["grade", "locked", "solution", "task"];
    private static readonly string[] required = [.. flags, "grade_id", "schema_version"];
    private static readonly string[] known = [.. required, "points", "checksum", "cell_type"];

    internal static IEnumerable<string> Schema(LessonFile file)
    {
        (NotebookCell Cell, JsonObject Marks)[] marked =
            [.. file.Document.Cells.Where(cell => cell.Metadata.ContainsKey("nbgrader"))
            .Select(cell => (cell, cell.Metadata["nbgrader"] as JsonObject ?? []))];
        foreach ((NotebookCell cell, JsonObject marks) in marked)
        {
            foreach (string breach in OfMembers(marks).Concat(OfMeaning(cell, marks)))
                yield return $"cell {cell.Id} {breach}";
        }

        foreach (IGrouping<string, string> id in marked.Select(of => of.Marks["grade_id"]?.ToString() ?? "").GroupBy(id => id)
            .Where(id => id.Count() > 1))
            yield return $"grade_id '{id.Key}' stands {id.Count()} times";
    }

    private static IEnumerable<string> OfMembers(JsonObject marks)
    {
        foreach (string member in required.Where(member => !marks.ContainsKey(member)))
            yield return $"lacks '{member}' in its nbgrader metadata";
        foreach (string member in marks.Select(member => member.Key).Except(known))
            yield return $"has '{member}', which the schema does not know";
        foreach (string flag in flags.Where(flag => marks[flag] is { } value
            && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))) yield return $"'{flag}' is neither true nor false";
        if (marks["schema_version"] is { } version && version.ToJsonString() != $"{Version}")
            yield return $"schema_version is {version.ToJsonString()}, not {Version}";
        if (marks["grade_id"] is { } id && !(id.GetValueKind() == JsonValueKind.String && GradeId().IsMatch(id.ToString())))
            yield return $"grade_id '{id}' is not made of letters, digits, - and _";
        if (marks["points"] is { } points && !(points.GetValueKind() == JsonValueKind.Number && points.GetValue<double>() >= 0))
            yield return $"points is {points.ToJsonString()}, not a number of 0 or more";
        if (marks["checksum"] is { } sum && sum.ToString().Length != 32) yield return "checksum has not 32 digits";
        if (marks["cell_type"] is { } type && type.ToString() is not ("raw" or "code" or "markdown")) yield return $"cell_type is {type}";
    }

    private static IEnumerable<string> OfMeaning(NotebookCell cell, JsonObject marks)
    {
        bool graded = IsSet(marks, "grade");
        bool task = IsSet(marks, "task");
        bool markdown = cell is MarkdownCell;
        if (graded && !marks.ContainsKey("points")) yield return "is graded, but has no points";
        if (!graded && !task && marks.ContainsKey("points")) yield return "has points, but is not graded";
        if (task && !markdown) yield return "is a task, but not markdown";
        if (!task && markdown && graded != IsSet(marks, "solution")) yield return "is markdown: graded and solution go together there";
    }

    private static bool IsSet(JsonObject marks, string flag) => marks[flag]?.GetValueKind() == JsonValueKind.True;

    [GeneratedRegex("^[a-zA-Z0-9_-]+$")]
    private static partial Regex GradeId();
}
