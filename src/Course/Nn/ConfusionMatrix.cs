namespace Course.Nn;

/// <summary>Who was taken for whom. Defined in lesson 02.</summary>
public sealed class ConfusionMatrix
{
    /// <summary>Counts the answers of a machine.</summary>
    /// <param name="truth">The right classes.</param>
    /// <param name="answers">The machine's classes, in the same order.</param>
    /// <param name="classes">The number of classes.</param>
    /// <exception cref="ArgumentException">There are not as many answers as questions.</exception>
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

    /// <summary>How many were right: the sum of the diagonal.</summary>
    public int Right { get; }

    /// <summary>The share that was right, 0 to 1.</summary>
    public double Accuracy => (double)Right / Total;

    /// <summary>Asks a machine about every example and counts.</summary>
    /// <param name="predict">The machine: from inputs to a class.</param>
    /// <param name="x">The examples, one row each.</param>
    /// <param name="labels">The right classes.</param>
    /// <param name="classes">The number of classes.</param>
    /// <returns>The counts.</returns>
    public static ConfusionMatrix Of(Func<float[], int> predict, float[][] x, int[] labels, int classes) =>
        new(labels, Array.ConvertAll(x, row => predict(row)), classes);

    /// <summary>The confusions of two different classes, the most frequent first.</summary>
    /// <param name="count">How many to give.</param>
    /// <returns>The class shown, the class answered, and how often.</returns>
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
