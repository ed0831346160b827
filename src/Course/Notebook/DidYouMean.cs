namespace Course;

/// <summary>Finds the id that a mistyped one was meant to be.</summary>
internal static class DidYouMean
{
    /// <summary>A sentence that says there is no such id, and names the nearest, or all where none is near.</summary>
    /// <param name="kind">"claim", "exercise", "long run".</param>
    /// <param name="wrong">The id that was asked for.</param>
    /// <param name="known">The ids there are.</param>
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

    /// <summary>Levenshtein's distance: the fewest insertions, deletions and replacements that turn one text into the other.</summary>
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
