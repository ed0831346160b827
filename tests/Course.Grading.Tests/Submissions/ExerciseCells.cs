using Course.Grading.Submissions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Solution = Course.Grading.Submissions.Solution;

namespace Course.Grading.Tests.Submissions;

/// <summary>
/// The cells of a lesson that its exercises need, with the published solutions in the stubs' places: the opening cell, cells that declare
/// a method or type that a solution uses, stubs and checks. All the others, which take minutes, are left out.
/// </summary>
internal static class ExerciseCells
{
    private static readonly CSharpParseOptions script = new(kind: SourceCodeKind.Script);

    internal static NotebookDocument Of(string path, bool solved)
    {
        NotebookDocument lesson = NotebookDocument.Load(path);
        IReadOnlyList<Solution> solutions = Solutions.All(Repository.Course);
        CodeCell[] code = [.. lesson.Cells.OfType<CodeCell>()];
        Solution[] own = [.. code.Select(cell => ExerciseOf(cell, "")).OfType<string>()
            .Select(id => solutions.Single(solution => solution.Id == id))];
        HashSet<string> used = [.. own.SelectMany(solution => UsedFromOutside(solution.Code))];
        var needed = new NotebookDocument { Metadata = lesson.Metadata.DeepClone().AsObject() };
        foreach (CodeCell cell in code.Where((cell, place) => place == 0 || cell.Metadata.ContainsKey("nbgrader")
            || Declares(cell).Any(used.Contains)))
        {
            string? stub = ExerciseOf(cell, "");
            string source = solved && stub is not null ? own.Single(solution => solution.Id == stub).Code : cell.Source;
            needed.Cells.Add(new CodeCell(source, cell.Id) { Metadata = cell.Metadata.DeepClone().AsObject() });
        }

        return needed;
    }

    internal static string[] Lessons { get; } = [.. LessonCatalog.Of(Repository.Course.Notebooks).Lessons.Select(lesson => lesson.Name)];

    internal static string PathOf(string lesson) => Path.Combine(Repository.Course.Notebooks, lesson + ".ipynb");

    /// <summary>The exercise that a check cell is for; null for other cells.</summary>
    internal static string? CheckedBy(CodeCell cell) => ExerciseOf(cell, "-check");

    /// <summary>The method that a check cell checks: <c>Check("02.learn", Learn);</c>.</summary>
    internal static string MethodOf(CodeCell check) =>
        SyntaxOf(check.Source).DescendantNodes().OfType<InvocationExpressionSyntax>().Single().ArgumentList.Arguments[1].ToString();

    /// <summary>The parameters of each exercise's method, the last of its stub, as the lesson names them.</summary>
    internal static IEnumerable<(string Exercise, string[] Parameters)> Stubs(string lesson) =>
        from cell in NotebookDocument.Load(PathOf(lesson)).Cells.OfType<CodeCell>()
        let exercise = ExerciseOf(cell, "")
        where exercise is not null
        select (exercise, SyntaxOf(cell.Source).DescendantNodes().OfType<MethodDeclarationSyntax>().Last()   // the one that is checked
            .ParameterList.Parameters.Select(parameter => parameter.Identifier.Text).ToArray());

    // "02-learn" marks the stub of 02.learn, "02-learn-check" its check.
    private static string? ExerciseOf(CodeCell cell, string ending) =>
        (string?)cell.Metadata["nbgrader"]?["grade_id"] is { } id && (bool)cell.Metadata["nbgrader"]!["grade"]! == (ending.Length > 0)
            ? $"{id[..2]}.{id[3..^ending.Length]}"
            : null;

    private static IEnumerable<string> UsedFromOutside(string code)
    {
        SyntaxNode root = SyntaxOf(code);
        return root.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => call.Expression.ToString())
            .Concat(root.DescendantNodes().OfType<VariableDeclarationSyntax>().Select(variables => variables.Type.ToString()))
            .Concat(root.DescendantNodes().OfType<ParameterSyntax>().Select(parameter => $"{parameter.Type}"))
            .Except(root.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Select(function => function.Identifier.Text));
    }

    private static IEnumerable<string> Declares(CodeCell cell)
    {
        SyntaxNode root = SyntaxOf(cell.Source);
        return root.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.Text)
            .Concat(root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text));
    }

    private static SyntaxNode SyntaxOf(string code) => CSharpSyntaxTree.ParseText(code, script).GetRoot();
}
