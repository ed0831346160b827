using System.Globalization;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Lessons;

/// <summary>What a lesson asks of its reader, counted on its path: all cells but those for the curious.</summary>
/// <param name="Words">The words of its prose, without what is folded and without the links to the lessons before and after.</param>
/// <param name="CodeCells">Its code cells.</param>
/// <param name="ExerciseMinutes">The minutes that the headings of its exercises state.</param>
/// <param name="Recalled">The earlier lessons that its prose names.</param>
public sealed partial record LessonEffort(int Words, int CodeCells, int ExerciseMinutes, IReadOnlyList<int> Recalled)
{
    /// <summary>How many words of such a text are read in a minute.</summary>
    public const int WordsPerMinute = 130;

    /// <summary>The minutes for reading the prose, and for running each code cell and looking at what it shows: one minute each.</summary>
    public double ReadingMinutes => (double)Words / WordsPerMinute + CodeCells;

    /// <summary>Counts a notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="number">The lesson's number.</param>
    /// <returns>What it asks.</returns>
    public static LessonEffort Of(NotebookDocument document, int number)
    {
        NotebookCell[] path = [.. document.Cells.Where(cell => !cell.IsCurious)];
        string[] prose = [.. path.OfType<MarkdownCell>().Select(ProseOf)];
        return new LessonEffort(
            prose.Sum(CountWords),
            path.OfType<CodeCell>().Count(),
            prose.SelectMany(text => Exercise().Matches(text)).Sum(heading => Number(heading.Groups[1])),
            [.. prose.SelectMany(text => LessonNames().Matches(Link().Replace(text, "$1").Replace("*", "", StringComparison.Ordinal)))
                .SelectMany(name => name.Groups[1].Captures).Select(Number).Where(other => other < number).Distinct().Order()]);
    }

    /// <summary>Counts the words of a cell that are read.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The number of words.</returns>
    public static int WordsOf(MarkdownCell cell) => CountWords(ProseOf(cell));

    private static string ProseOf(MarkdownCell cell) => NotRead().Replace(cell.Source, "");

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static int Number(Capture digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    // What is folded, and the links to the lessons before and after.
    [GeneratedRegex(@"<details.*?</details>|^\[[^\n]* · [^\n]*\]\([^)]*\)\z", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NotRead();

    [GeneratedRegex(@"^#+ Exercise.*\((\d+) minutes?\)", RegexOptions.Multiline)]
    private static partial Regex Exercise();

    [GeneratedRegex(@"\[([^]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[Ll]essons? (?:(\d\d)(?:, | and | to )?)+")]
    private static partial Regex LessonNames();
}
