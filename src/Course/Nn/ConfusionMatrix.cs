namespace Course.Nn;

/// <summary>Which class was taken for which. Defined in lesson 02.</summary>
public sealed class ConfusionMatrix
{
    /// <summary>Counts the answers of a machine.</summary>
    /// <param name="truth">The right classes.</param>
    /// <param name="answers">The machine's classes, in the same order.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">The numbers of answers and examples differ.</exception>
    public ConfusionMatrix(IReadOnlyList<int> truth, IReadOnlyList<int> answers, int classes)
    {
        if (truth.Count != answers.Count)
            throw new ArgumentException($"{truth.Count} examples but {answers.Count} answers.", nameof(answers));
        Counts = new int[classes, classes];
        for (int i = 0; i < truth.Count; i++) Counts[truth[i], answers[i]]++;
        Total = truth.Count;
        for (int k = 0; k < classes; k++) Right += Counts[k, k];
    }

    /// <summary>Counts[i, j]: how many examples of class i (row) were taken for class j (column).</summary>
    public int[,] Counts { get; }

    /// <summary>The number of examples.</summary>
    public int Total { get; }

    /// <summary>The number of right answers: the sum of the diagonal.</summary>
    public int Right { get; }

    /// <summary>The share of right answers, 0 to 1.</summary>
    public double Accuracy => (double)Right / Total;

    /// <summary>Counts the answers of a machine to all examples.</summary>
    /// <param name="predict">The machine: from inputs to a class.</param>
    /// <param name="x">The examples, one per row.</param>
    /// <param name="labels">The right classes.</param>
    /// <param name="classes">The number of classes.</param>
    /// <returns>The counts.</returns>
    public static ConfusionMatrix Of(Func<float[], int> predict, float[][] x, int[] labels, int classes) =>
        new(labels, Array.ConvertAll(x, row => predict(row)), classes);

    /// <summary>The most frequent confusions of two classes, in descending order.</summary>
    /// <param name="count">How many to return.</param>
    /// <returns>The true class, the answered class, and the number of times.</returns>
    public IEnumerable<(int Truth, int Answer, int Count)> Worst(int count)
    {
        int classes = Counts.GetLength(0);
        return (from i in Enumerable.Range(0, classes)
                from j in Enumerable.Range(0, classes)
                where i != j && Counts[i, j] > 0
                orderby Counts[i, j] descending
                select (i, j, Counts[i, j])).Take(count);
    }
}
