namespace Course.Go.Matches;

/// <summary>How many games of how many were won, and how sure that makes us. Defined in lesson 11.</summary>
/// <param name="Wins">Games won.</param>
/// <param name="Games">Games played.</param>
public readonly record struct WinRate(int Wins, int Games)
{
    // 95 of 100 draws of a normal variable lie within.
    private const double Normal = 1.959964;

    /// <summary>The share won.</summary>
    public double Share => (double)Wins / Games;

    /// <summary>
    /// The interval of E. B. Wilson, 1927, which holds the true rate in 95 of 100 cases, also near 0 and 1.
    /// </summary>
    public (double Low, double High) Interval
    {
        get
        {
            double square = Normal * Normal, n = Games, middle = (Share + square / (2 * n)) / (1 + square / n);
            double half = Normal / (1 + square / n) * Math.Sqrt(Share * (1 - Share) / n + square / (4 * n * n));
            return (middle - half, middle + half);
        }
    }
}
