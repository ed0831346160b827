using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Lessons.Tests.Dialect;

/// <summary>A notebook file as the rules look at it.</summary>
/// <param name="name">Its file name.</param>
/// <param name="text">Its text.</param>
internal sealed class LessonFile(string name, string text)
{
    internal static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.Parse, SourceCodeKind.Script);

    internal string Name => name;

    internal string Text => text;

    internal JsonObject Json { get; } = JsonNode.Parse(text)!.AsObject();

    internal NotebookDocument Document { get; } = NotebookDocument.Parse(text);

    internal IEnumerable<CodeCell> CodeCells => Document.Cells.OfType<CodeCell>();

    internal static LessonFile Load(string name) => new(name, File.ReadAllText(Path.Combine(Repository.Notebooks, name)));

    /// <summary>The C# of a cell with the notebook's own directive lines blanked, so that lines keep their numbers.</summary>
    internal static string CSharpOf(CodeCell cell)
    {
        bool csharp = true;
        IEnumerable<string> lines = cell.Source.Split('\n').Select(line =>
        {
            if (line.StartsWith("#!", StringComparison.Ordinal))
                csharp = line.Split(' ')[0] is not ("#!markdown" or "#!html");
            return csharp && !line.StartsWith("#!", StringComparison.Ordinal) && !line.StartsWith("#r", StringComparison.Ordinal)
                ? line : "";
        });
        return string.Join('\n', lines);
    }

    internal static CompilationUnitSyntax SyntaxOf(CodeCell cell) =>
        CSharpSyntaxTree.ParseText(CSharpOf(cell), Script).GetCompilationUnitRoot();

    /// <summary>Calls of a method by its bare or last name: <c>Check(...)</c>, <c>Lesson.Begin(...)</c>.</summary>
    internal static IEnumerable<InvocationExpressionSyntax> CallsOf(string method, CodeCell cell) =>
        SyntaxOf(cell).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() == method);
}
