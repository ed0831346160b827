namespace Course.PreTraining;

/// <summary>
/// The classic of spam filters: it counts how often each word stands in each class, and takes the words of a message as independent of
/// each other (M. Sahami, S. Dumais, D. Heckerman and E. Horvitz, A Bayesian approach to filtering junk e-mail, 1998). Classes are equally
/// likely at first. Defined in lesson 13.
/// </summary>
/// <param name="classes">The number of classes.</param>
/// <param name="vocabulary">The number of tokens.</param>
/// <param name="prior">How often each token counts as seen before the first text (Laplace's rule for 1).</param>
public sealed class NaiveBayes(int classes, int vocabulary, double prior = 1)
{
    private readonly double[][] counts = [.. Enumerable.Range(0, classes).Select(_ => new double[vocabulary])];
    private readonly double[] totals = new double[classes];

    /// <summary>Counts the tokens of a text.</summary>
    /// <param name="text">The tokens.</param>
    /// <param name="label">Its class.</param>
    public void Learn(int[] text, int label)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (int token in text) counts[label][token]++;
        totals[label] += text.Length;
    }

    /// <summary>The logarithm of the probability that a class writes these tokens.</summary>
    /// <param name="text">The tokens.</param>
    /// <param name="label">The class.</param>
    public double LogP(int[] text, int label)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Sum(token => Math.Log((counts[label][token] + prior) / (totals[label] + prior * vocabulary)));
    }

    /// <summary>The likeliest class of a text; the first of several.</summary>
    /// <param name="text">The tokens.</param>
    public int Classify(int[] text) => Enumerable.Range(0, classes).MaxBy(label => LogP(text, label));
}
