namespace Course.History;

/// <summary>Questions to the columns of a table, on plain arrays. Defined in lesson 00.</summary>
public static class TableRows
{
    /// <summary>
    /// Which rows of two tables belong together: an inner join, as <c>DataFrame.Merge</c> makes it. A row without a partner is left out; a
    /// row with several partners comes once with each.
    /// </summary>
    /// <param name="left">The key of each row of the first table.</param>
    /// <param name="right">The key of each row of the second table.</param>
    /// <returns>Pairs of row numbers, in the first table's order, then the second's.</returns>
    public static (int Left, int Right)[] Joined(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        ILookup<string, int> partners = right.Index().ToLookup(row => row.Item, row => row.Index);
        return [.. left.Index().SelectMany(row => partners[row.Item].Select(partner => (row.Index, partner)))];
    }

    /// <summary>The longest time between two neighbours.</summary>
    /// <param name="years">Years in order, at least two.</param>
    /// <returns>The two years; the first such pair in a tie.</returns>
    /// <exception cref="ArgumentException">There are fewer than two years.</exception>
    public static (int From, int To) LongestGap(IReadOnlyList<int> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        if (years.Count < 2) throw new ArgumentException("A gap lies between two years.", nameof(years));
        return years.Zip(years.Skip(1)).MaxBy(pair => pair.Second - pair.First);
    }
}
