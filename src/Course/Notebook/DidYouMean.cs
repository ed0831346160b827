namespace Course;

/// <summary>Finds the id that a mistyped one probably meant.</summary>
internal static class DidYouMean
{
    /// <summary>A sentence that says that there is no such id, and names the closest, or all ids if none is close.</summary>
    /// <param name="kind">"claim", "exercise", "long run".</param>
    /// <param name="wrong">The requested id.</param>
    /// <param name="known">The existing ids.</param>
    internal static string For(string kind, string? wrong, IEnumerable<string> known)
    {
        string[] ids = [.. known];
        string missing = $"There is no {kind} \"{wrong}\".";
        if (ids.Length == 0)
        {
            return $"{missing} No {kind} is defined.";
        }

        string nearest = ids.MinBy(id => Distance(id, wrong ?? ""))!;
        return Distance(nearest, wrong ?? "") <= Math.Max(2, nearest.Length / 3)
            ? $"{missing} Did you mean \"{nearest}\"?"
            : $"{missing} There are: {string.Join(", ", ids)}.";
    }

    /// <summary>
    /// The Levenshtein distance: the smallest number of insertions, deletions and replacements that turn one text into the other.
    /// </summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(diagonal, row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
