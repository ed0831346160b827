using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Lessons.Tests.Dialect;

/// <summary>How a lesson is told: what a program can see of it.</summary>
internal static partial class PatternRules
{
    private const int MostColumns = 90;
    private const int MostLines = 25;

    // About 3,000 are wanted.
    private const int MostWords = 3_300;
    private const int MostWordsBeforeTheMachine = 150;
    private const int LatestGap = 8;

    internal static IEnumerable<string> Columns(LessonFile file) =>
        from cell in file.CodeCells
        from line in cell.Source.Split('\n').Index()
        where line.Item.Length > MostColumns
        select $"cell {cell.Id}, line {line.Index + 1}: {line.Item.Length} columns";

    // The opening cell says what the lesson uses; it may be longer.
    internal static IEnumerable<string> Lines(LessonFile file) =>
        from cell in file.CodeCells.Skip(1)
        let lines = cell.Source.Split('\n').Length
        where lines > MostLines
        select $"cell {cell.Id} has {lines} lines";

    internal static IEnumerable<string> Words(LessonFile file)
    {
        int words = file.Document.Cells.OfType<MarkdownCell>().Where(cell => !cell.IsCurious).Sum(LessonEffort.WordsOf);
        if (words > MostWords) yield return $"{words} words on the path";
    }

    internal static IEnumerable<string> Hook(LessonFile file)
    {
        CodeCell? machine = file.CodeCells.Skip(1).FirstOrDefault();
        int words = file.Document.Cells.TakeWhile(cell => cell != machine).OfType<MarkdownCell>().Sum(LessonEffort.WordsOf);
        if (words > MostWordsBeforeTheMachine) yield return $"{words} words before the first cell in which the machine does something";
    }

    internal static IEnumerable<string> FirstGap(LessonFile file)
    {
        int gap = file.CodeCells.ToList().FindIndex(IsStub) + 1;
        if (gap > LatestGap) yield return $"the first exercise is code cell {gap}";
    }

    internal static IEnumerable<string> TextOverStubs(LessonFile file) =>
        from cell in file.Document.Cells.Zip(file.Document.Cells.Skip(1))
        where cell.Second is CodeCell stub && IsStub(stub) && cell.First is not MarkdownCell
        select $"the stub {cell.Second.Id} has no text directly over it";

    internal static IEnumerable<string> Phrases(LessonFile file) =>
        from cell in file.Document.Cells.OfType<MarkdownCell>()
        from phrase in ForbiddenPhrase().Matches(cell.Source)
        select $"cell {cell.Id} says \"{phrase.Value}\"";

    internal static IEnumerable<string> Sources(LessonFile file)
    {
        if (!file.Document.Cells.OfType<MarkdownCell>().Any(cell => cell.Source.Contains("<details", StringComparison.Ordinal)
            && SourcesSummary().IsMatch(cell.Source)))
            yield return "has no cell that folds the sources: <details><summary>Sources</summary>";
    }

    // Whatever the path needs has then run before, so the lesson is whole without its side experiments.
    internal static IEnumerable<string> CuriousLast(LessonFile file) =>
        from cell in file.CodeCells.SkipWhile(cell => !cell.IsCurious)
        where !cell.IsCurious
        select $"cell {cell.Id} is on the path, but stands after what is for the curious";

    private static bool IsStub(CodeCell cell) =>
        (bool?)cell.Metadata["nbgrader"]?["solution"] == true && (bool?)cell.Metadata["nbgrader"]?["grade"] == false;

    // Riddles where an instruction is meant, and certainty where a proof is due.
    [GeneratedRegex(@"\blook (whether|which|how|what)\b|\bis (exactly|simply)\b|\bwith a proof\b", RegexOptions.IgnoreCase)]
    private static partial Regex ForbiddenPhrase();

    [GeneratedRegex("<summary>[^<]*Sources", RegexOptions.IgnoreCase)]
    private static partial Regex SourcesSummary();
}
