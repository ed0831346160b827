using Microsoft.Data.Analysis;

namespace Course.Data;

/// <summary>Examples described in words, each with a class. There are no numbers, and missing values are null.</summary>
/// <param name="Attributes">The attributes' names.</param>
/// <param name="Rows">One array per example, one word per attribute; null if the value is missing.</param>
/// <param name="Labels">The class of each example.</param>
public sealed record SymbolicTable(string[] Attributes, string?[][] Rows, string[] Labels)
{
    /// <summary>The number of examples.</summary>
    public int Count => Rows.Length;

    /// <summary>The classes' names, in alphabetical order.</summary>
    public string[] Classes { get; } = [.. Labels.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What is known about one example: the value of each attribute that is not missing.</summary>
    /// <param name="row">The example's number.</param>
    public IReadOnlyDictionary<string, string> Case(int row) => Attributes
        .Zip(Rows[row])
        .Where(pair => pair.Second is not null)
        .ToDictionary(pair => pair.First, pair => pair.Second!);

    /// <summary>The examples that pass a test.</summary>
    /// <param name="test">Receives an example's number.</param>
    public SymbolicTable Where(Func<int, bool> test) => At(Enumerable.Range(0, Count).Where(test));

    /// <summary>Each example once: of several that agree in every value and in class, only the first.</summary>
    public SymbolicTable Distinct() => At(Enumerable.Range(0, Count).DistinctBy(i => string.Join('\t', [.. Rows[i], Labels[i]])));

    /// <summary>Two random parts, each with about the same share of every class.</summary>
    /// <param name="first">How many examples the first part has in all.</param>
    /// <param name="seed">Equal seeds give equal parts.</param>
    public (SymbolicTable First, SymbolicTable Others) Split(int first, int seed)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        new Random(seed).Shuffle(order);

        // Spread the members of each class evenly from 0 to 1: a cut anywhere then takes about the same share of every class.
        int[] spread = [.. order
            .GroupBy(i => Labels[i])
            .SelectMany(members => members.Select((i, rank) => (Example: i, Place: (rank + 0.5) / members.Count())))
            .OrderBy(member => member.Place)
            .Select(member => member.Example)];
        return (At(spread[..first]), At(spread[first..]));
    }

    /// <summary>
    /// The same examples as numbers (one-hot encoding): one input, 1 or 0, for each value of each attribute. A missing value is all zeros.
    /// </summary>
    /// <param name="like">The table that defines values and classes; null for this one. Values that it lacks are zeros too.</param>
    /// <exception cref="ArgumentException">An example's class is not in that table.</exception>
    public LabelledTable OneHot(SymbolicTable? like = null)
    {
        SymbolicTable pattern = like ?? this;
        (int Column, string Value)[] inputs = [.. Enumerable.Range(0, Attributes.Length)
            .SelectMany(column => pattern.Rows.Select(row => row[column]).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                .Select(value => (column, value)))];
        int[] classes = [.. Labels.Select(label => Array.IndexOf(pattern.Classes, label))];
        if (classes.Contains(-1))
            throw new ArgumentException($"The class '{Labels[Array.IndexOf(classes, -1)]}' is not among those of the other table.",
                nameof(like));
        return new LabelledTable([.. Rows.Select(row => inputs.Select(input => row[input.Column] == input.Value ? 1f : 0f).ToArray())],
            classes, pattern.Classes);
    }

    /// <summary>The examples of a data frame in words.</summary>
    /// <param name="table">A row per example. A number becomes a word too: 4 becomes "4".</param>
    /// <param name="label">The column that holds the class.</param>
    /// <param name="without">Columns that are no attributes, such as a name.</param>
    /// <exception cref="ArgumentException">A class is missing.</exception>
    public static SymbolicTable Of(DataFrame table, string label, params string[] without)
    {
        ArgumentNullException.ThrowIfNull(table);
        DataFrameColumn[] attributes = [.. table.Columns.Where(column => column.Name != label && !without.Contains(column.Name))];
        string?[][] words = Array.ConvertAll(attributes, column => column.Words());
        return new SymbolicTable(Array.ConvertAll(attributes, column => column.Name),
            DataFrameArrays.Transposed(words, (int)table.Rows.Count), DataFrameArrays.Labels(table[label]));
    }

    private SymbolicTable At(IEnumerable<int> positions)
    {
        int[] order = [.. positions];
        return new SymbolicTable(Attributes, [.. order.Select(i => Rows[i])], [.. order.Select(i => Labels[i])]);
    }
}
