using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Lessons.Tests.Dialect;

/// <summary>How a lesson introduces itself.</summary>
internal static partial class OpeningRules
{
    private const int MostSeconds = 60;

    internal static IEnumerable<string> FileName(LessonFile file)
    {
        if (!Name().IsMatch(file.Name)) yield return "is not named NN-words-in-kebab-case.ipynb";
        else if (file.Document.Metadata["course"]?["number"]?.ToJsonString() != int.Parse(file.Name[..2], CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture))
            yield return "begins with another number than its course metadata";
    }

    internal static IEnumerable<string> FirstCell(LessonFile file)
    {
        if (file.CodeCells.FirstOrDefault() is not { } cell)
        {
            yield return "has no code";
            yield break;
        }

        if (!cell.Source.StartsWith("#r \"../artifacts/course/Course.dll\"\n", StringComparison.Ordinal))
            yield return "the first code cell does not begin with #r \"../artifacts/course/Course.dll\"";
        if (!LessonFile.SyntaxOf(cell).Usings.Any(use => use.ToString() == "using Course;"))
            yield return "the first code cell lacks using Course;";
        if (!LessonFile.CallsOf("Lesson.Begin", cell).Any()) yield return "the first code cell lacks Lesson.Begin(...)";
        if (file.CodeCells.Skip(1).Any(other => LessonFile.CallsOf("Lesson.Begin", other).Any()))
            yield return "Lesson.Begin stands in a later cell too";
    }

    internal static IEnumerable<string> CourseMetadata(LessonFile file)
    {
        if (file.Document.Metadata["course"] is not JsonObject course)
        {
            yield return "has no course metadata";
            yield break;
        }

        foreach (string member in (string[])["number", "year", "title", "torchThreads", "budgetSeconds"])
        {
            JsonValueKind wanted = member == "title" ? JsonValueKind.String : JsonValueKind.Number;
            if (course[member]?.GetValueKind() != wanted) yield return $"course.{member} is missing or not a {wanted}";
        }

        if (course["budgetSeconds"] is JsonValue seconds && seconds.TryGetValue(out int budget) && budget is < 1 or > MostSeconds)
            yield return $"course.budgetSeconds is {budget}, not 1 to {MostSeconds}";

        string? declared = course["number"] is JsonValue value ? value.ToString() : null;
        InvocationExpressionSyntax? begin = file.CodeCells.SelectMany(cell => LessonFile.CallsOf("Lesson.Begin", cell)).FirstOrDefault();
        string? argument = begin?.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax number }]
            ? number.Token.ValueText : null;
        if (declared != argument) yield return $"course.number is {declared ?? "missing"}, but Lesson.Begin says {argument ?? "nothing"}";
    }

    [GeneratedRegex(@"^\d\d-[a-z0-9]+(-[a-z0-9]+)*\.ipynb$")]
    private static partial Regex Name();
}
