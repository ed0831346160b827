namespace Course.ExpertSystems;

/// <summary>
/// MYCIN's certainty factors: -1 is certainly false, 0 says nothing, 1 is certainly true. Defined in lesson 04. E. H. Shortliffe and
/// B. G. Buchanan, A model of inexact reasoning in medicine, Mathematical Biosciences 23, 1975, 351-379; the form for mixed signs is that
/// of EMYCIN (W. van Melle, 1980; Buchanan and Shortliffe, Rule-Based Expert Systems, 1984, section 10.4).
/// </summary>
public static class Certainty
{
    /// <summary>What is believed no more than this counts as not known: MYCIN's 0.2.</summary>
    public const double Threshold = 0.2;

    /// <summary>
    /// Two pieces of evidence for one fact together. The order does not matter, except where 1 meets -1: a contradiction, which gives NaN.
    /// </summary>
    /// <param name="x">The certainty from one side, -1 to 1.</param>
    /// <param name="y">The certainty from the other, -1 to 1.</param>
    /// <returns>The certainty together, -1 to 1.</returns>
    public static double Combine(double x, double y)
    {
        if (x >= 0 && y >= 0) return x + y - x * y;
        if (x <= 0 && y <= 0) return x + y + x * y;
        return (x + y) / (1 - Math.Min(Math.Abs(x), Math.Abs(y)));
    }

    /// <summary>A chain is as strong as its weakest link: the certainty of several conditions that must all hold.</summary>
    /// <param name="conditions">The certainty of each; none at all is certain.</param>
    /// <returns>The smallest.</returns>
    public static double And(IEnumerable<double> conditions) => conditions.DefaultIfEmpty(1).Min();
}
