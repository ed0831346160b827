using Microsoft.Data.Analysis;

namespace Course.Data;

/// <summary>Examples of numeric features, each with a class.</summary>
/// <param name="X">One array per example, all of the same length.</param>
/// <param name="Y">The class of each example: a position in <paramref name="Classes"/>.</param>
/// <param name="Classes">The classes' names.</param>
public sealed record LabelledTable(float[][] X, int[] Y, string[] Classes)
{
    /// <summary>The number of examples.</summary>
    public int Count => X.Length;

    /// <summary>The number of features per example.</summary>
    public int Features => X.Length == 0 ? 0 : X[0].Length;

    /// <summary>The same examples in another order.</summary>
    /// <param name="seed">Equal seeds give equal orders.</param>
    public LabelledTable Shuffled(int seed)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        new Random(seed).Shuffle(order);
        return At(order);
    }

    /// <summary>The first <paramref name="count"/> examples, and the rest.</summary>
    public (LabelledTable First, LabelledTable Others) Split(int count) =>
        (At(Enumerable.Range(0, count)), At(Enumerable.Range(count, Count - count)));

    /// <summary>
    /// k-fold cross-validation: each example is in the test part of exactly one fold. The folds follow the present order, so shuffle first.
    /// </summary>
    /// <param name="k">The number of folds, at least 2.</param>
    public IEnumerable<(LabelledTable Train, LabelledTable Test)> Folds(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        return Enumerable.Range(0, k).Select(fold => (
            At(Enumerable.Range(0, Count).Where(i => i % k != fold)),
            At(Enumerable.Range(0, Count).Where(i => i % k == fold))));
    }

    private LabelledTable At(IEnumerable<int> positions)
    {
        int[] order = [.. positions];
        return this with { X = [.. order.Select(i => X[i])], Y = [.. order.Select(i => Y[i])] };
    }

    /// <summary>The examples of a data frame as arrays.</summary>
    /// <param name="table">A row per example.</param>
    /// <param name="label">The column that holds the class; its values in alphabetical order are the classes. All other columns are
    /// features: numbers, without gaps.</param>
    /// <exception cref="ArgumentException">A feature does not hold numbers, or a value is missing.</exception>
    public static LabelledTable Of(DataFrame table, string label)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] labels = DataFrameArrays.Labels(table[label]);
        string[] classes = [.. labels.Distinct().Order(StringComparer.Ordinal)];
        float[][] features = [.. table.Columns.Where(column => column.Name != label)
            .Select(column => Array.ConvertAll(column.Doubles(), number => (float)number))];
        return new LabelledTable(DataFrameArrays.Transposed(features, labels.Length),
            Array.ConvertAll(labels, name => Array.IndexOf(classes, name)), classes);
    }
}
