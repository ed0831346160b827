namespace Course.ExpertSystems;

/// <summary>
/// MYCIN's certainty factors: -1 is certainly false, 0 says nothing, 1 is certainly true. Defined in lesson 04. E. H. Shortliffe and
/// B. G. Buchanan, A model of inexact reasoning in medicine, Mathematical Biosciences 23, 1975, 351-379; the form for mixed signs is that
/// of EMYCIN (W. van Melle, 1980; Buchanan and Shortliffe, Rule-Based Expert Systems, 1984, section 10.4).
/// </summary>
public static class Certainty
{
    /// <summary>A belief of at most this counts as unknown: MYCIN's 0.2.</summary>
    public const double Threshold = 0.2;

    /// <summary>
    /// Combines two pieces of evidence for one fact. The order does not matter. Where 1 meets -1, a contradiction, the result is NaN.
    /// </summary>
    /// <param name="x">The certainty from one piece of evidence, -1 to 1.</param>
    /// <param name="y">The certainty from the other, -1 to 1.</param>
    /// <returns>The combined certainty, -1 to 1.</returns>
    public static double Combine(double x, double y)
    {
        if (x >= 0 && y >= 0) return x + y - x * y;
        if (x <= 0 && y <= 0) return x + y + x * y;
        return (x + y) / (1 - Math.Min(Math.Abs(x), Math.Abs(y)));
    }

    /// <summary>The certainty of several conditions that must all hold: a chain is as strong as its weakest link.</summary>
    /// <param name="conditions">The certainty of each; without any, the result is certain.</param>
    /// <returns>The smallest.</returns>
    public static double And(IEnumerable<double> conditions) => conditions.DefaultIfEmpty(1).Min();
}
