using System.Text.RegularExpressions;

namespace Course.Lessons.Tests.Dialect;

/// <summary>A row of the glossary.</summary>
/// <param name="Term">The English term, with another form of it in brackets.</param>
/// <param name="Chinese">The Chinese term.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Pages">The notebooks to which it leads, first the one that defines the term.</param>
internal sealed record GlossaryRow(string Term, string Chinese, string Meaning, IReadOnlyList<string> Pages)
{
    /// <summary>The term as it may stand in a text: each form, singular and plural, in small letters.</summary>
    internal HashSet<string> Forms { get; } = [.. Term.TrimEnd(')').Split(" (").SelectMany(form => Plurals(form.ToLowerInvariant()))];

    private static IEnumerable<string> Plurals(string form) =>
        [form, form + "s", form + "es", .. form.EndsWith('y') ? (string[])[form[..^1] + "ies"] : []];
}

/// <summary>Holds <c>docs/glossary.md</c> to what the lessons say.</summary>
internal sealed partial class Glossary
{
    private const int MostWords = 25;
    private const string Elsewhere = "\n## Words of other books";
    private readonly GlossaryRow[] rows;
    private readonly GlossaryRow[] elsewhere;

    internal Glossary(string text)
    {
        string[] parts = text.Split(Elsewhere);
        rows = RowsOf(parts[0]);
        elsewhere = RowsOf(parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>One sentence for each slip.</summary>
    /// <param name="lessons">The prose of each notebook, by its file's name.</param>
    internal IEnumerable<string> Violations(IReadOnlyDictionary<string, string> lessons) =>
        [.. OfForm(), .. OfPlaces(lessons), .. OfBold(lessons)];

    /// <summary>What a lesson prints bold and means as a term, as the glossary would write it.</summary>
    internal static IEnumerable<string> BoldTerms(string page, string prose) =>
        from bold in Bold().Matches(Fenced().Replace(prose, ""))
        let said = Blank().Replace(Link().Replace(bold.Groups[1].Value, "$1"), " ").Trim().ToLowerInvariant()
        where said.Any(char.IsLetter) && !char.IsAsciiDigit(said[0]) && !".?:".Contains(said[^1])
            && !LessonNumber().IsMatch(said) && !NoTerms.Contains(page[..2], said)
        select Article().Replace(said, "");

    private IEnumerable<string> OfForm()
    {
        foreach (GlossaryRow row in rows.Concat(elsewhere))
        {
            if (!row.Chinese.Any(IsHan)) yield return $"'{row.Term}' has no Chinese term";
            int words = row.Meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            if (words is 0 or > MostWords) yield return $"'{row.Term}' is explained in {words} words";
            if (row.Pages.Count == 0) yield return $"'{row.Term}' names no lesson";
        }

        foreach ((GlossaryRow one, GlossaryRow next) in rows.Zip(rows.Skip(1)))
        {
            if (StringComparer.OrdinalIgnoreCase.Compare(one.Term, next.Term) >= 0)
                yield return $"'{next.Term}' stands after '{one.Term}'";
        }

        foreach (IGrouping<string, GlossaryRow> form in rows.Concat(elsewhere).SelectMany(row => row.Forms.Select(form => (form, row)))
            .GroupBy(pair => pair.form, pair => pair.row).Where(group => group.Count() > 1))
            yield return $"'{form.Key}' has {form.Count()} rows";
    }

    private IEnumerable<string> OfPlaces(IReadOnlyDictionary<string, string> lessons)
    {
        foreach (GlossaryRow row in rows.Concat(elsewhere))
        {
            foreach (string page in row.Pages.Where(page => !lessons.ContainsKey(page)))
                yield return $"'{row.Term}' leads to no lesson: {page}";
        }

        foreach (GlossaryRow row in rows)
        {
            foreach (string page in row.Pages.Where(page => lessons.TryGetValue(page, out string? prose) && !Occurs(row, prose)))
                yield return $"'{row.Term}' does not occur in {page}";
        }
    }

    private IEnumerable<string> OfBold(IReadOnlyDictionary<string, string> lessons)
    {
        foreach ((string page, string prose) in lessons.OrderBy(lesson => lesson.Key, StringComparer.Ordinal))
        {
            foreach (string term in BoldTerms(page, prose).Distinct())
            {
                GlossaryRow? row = rows.FirstOrDefault(row => row.Forms.Contains(term));
                if (row is null)
                    yield return $"{page} prints '{term}' bold, but the glossary does not have it; if it is no term, say so in NoTerms";
                else if (row.Pages.Count > 0 && string.CompareOrdinal(page, row.Pages[0]) < 0)
                    yield return $"'{row.Term}' stands bold in {page} already, before {row.Pages[0]}";
            }
        }
    }

    private static bool Occurs(GlossaryRow row, string prose)
    {
        string plain = Marks().Replace(prose, "");
        return row.Forms.Any(form =>
            Regex.IsMatch(plain, $@"(?<!\w){Regex.Escape(form)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
    }

    private static GlossaryRow[] RowsOf(string text) =>
    [
        .. from line in text.Split('\n')
           where line.StartsWith("| ", StringComparison.Ordinal) && !line.Contains("| 中文 |", StringComparison.Ordinal)
           let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
           select cells.Length != 4 ? throw new FormatException($"{cells.Length} cells: {line}")
               : new GlossaryRow(cells[0], cells[1], cells[2], PagesOf(cells[3])),
    ];

    // A link whose number is not the page's is none.
    private static string[] PagesOf(string cell) =>
        [.. Page().Matches(cell).Where(link => link.Groups[2].Value.StartsWith(link.Groups[1].Value + "-", StringComparison.Ordinal))
            .Select(link => link.Groups[2].Value)];

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    [GeneratedRegex(@"\*\*(.+?)\*\*", RegexOptions.Singleline)]
    private static partial Regex Bold();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"\[([^]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("^(a|an|the) ")]
    private static partial Regex Article();

    [GeneratedRegex(@"^lessons? \d")]
    private static partial Regex LessonNumber();

    [GeneratedRegex("[*_`]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\[(\d\d)\]\(\.\./notebooks/([^)]+)\)")]
    private static partial Regex Page();
}
