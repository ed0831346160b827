using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Lessons.Tests.Dialect;

/// <summary>Exercises: a stub and after it its check, both marked for nbgrader.</summary>
internal static class ExerciseRules
{
    // In a lesson of the course; an author's trial may have a higher number and fewer.
    private const int Fewest = 3;
    private const string LastLesson = "17";

    private const string CheckEnding = "-check";

    internal static IEnumerable<string> Exercises(LessonFile file)
    {
        List<CodeCell> cells = [.. file.CodeCells];
        List<string> stubs = [];
        for (int i = 0; i < cells.Count; i++)
        {
            CodeCell cell = cells[i];
            var marks = cell.Metadata["nbgrader"] as JsonObject;
            bool stub = LessonFile.SyntaxOf(cell).DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
                .Any(made => made.Type.ToString() == "NotImplementedException");
            InvocationExpressionSyntax[] checks = [.. LessonFile.CallsOf("Check", cell)];
            if (stub)
            {
                string id = (string?)marks?["grade_id"] ?? "";
                stubs.Add(id);
                if (!IsMarked(marks, id, grade: false, locked: false, solution: true))
                    yield return $"cell {cell.Id} is a stub without a stub's nbgrader metadata";
                // A script compiler does not turn a static method of an earlier cell into the Delegate that Check takes.
                if (LessonFile.SyntaxOf(cell).Members.OfType<MethodDeclarationSyntax>()
                    .Any(method => method.Modifiers.Any(SyntaxKind.StaticKeyword))) yield return $"the stub {id} is static";
                if (!cells.Skip(i + 1).Any(later => (string?)later.Metadata["nbgrader"]?["grade_id"] == id + CheckEnding))
                    yield return $"the stub {id} has no check cell after it";
            }

            foreach (InvocationExpressionSyntax check in checks)
            {
                string exercise = check.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string id } }, ..]
                    ? id : "";
                string stem = exercise.Replace('.', '-');
                if (exercise.Length == 0 || !exercise.StartsWith(file.Name[..2] + ".", StringComparison.Ordinal))
                    yield return $"cell {cell.Id} checks '{exercise}', which is no exercise of this lesson";
                if (!IsMarked(marks, stem + CheckEnding, grade: true, locked: true, solution: false)
                    || marks!["points"]?.GetValue<double>() is not > 0)
                    yield return $"cell {cell.Id} is a check without a check's nbgrader metadata";
                if (!stubs.Contains(stem)) yield return $"the check of {exercise} has no stub before it";
            }

            if (marks is not null && !stub && checks.Length == 0)
                yield return $"cell {cell.Id} is marked for nbgrader but is neither stub nor check";
        }

        if (stubs.Count < Fewest && string.CompareOrdinal(file.Name[..2], LastLesson) <= 0) yield return $"has {stubs.Count} exercises, fewer than {Fewest}";
        if (stubs.Distinct().Count() < stubs.Count) yield return "uses one grade_id for two stubs";
    }

    private static bool IsMarked(JsonObject? marks, string gradeId, bool grade, bool locked, bool solution) =>
        marks is not null && gradeId.Length > 0
        && (string?)marks["grade_id"] == gradeId
        && (bool?)marks["grade"] == grade && (bool?)marks["locked"] == locked && (bool?)marks["solution"] == solution
        && (bool?)marks["task"] == false && (int?)marks["schema_version"] == 3;
}
