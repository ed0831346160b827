namespace Course.History;

/// <summary>
/// Growth by a constant factor: a straight line through the logarithms. J. Sevilla and others measure the growth of training compute so:
/// Compute trends across three eras of machine learning, IJCNN 2022. Defined in lesson 00.
/// </summary>
/// <param name="Doublings">The base-2 logarithm of the amount, over years.</param>
public sealed record Growth(LeastSquaresLine Doublings)
{
    /// <summary>How long it takes to double, in months; below 0 where the amount shrinks.</summary>
    public double DoublingMonths => 12 / Doublings.Slope;

    /// <summary>Fits the growth.</summary>
    /// <param name="years">When; at least two different times.</param>
    /// <param name="amounts">How much; above 0.</param>
    /// <exception cref="ArgumentException">There are fewer than two different times, or not one amount per time.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not above 0.</exception>
    public static Growth Fit(IReadOnlyList<double> years, IReadOnlyList<double> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        foreach (double amount in amounts) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount, nameof(amounts));
        return new Growth(LeastSquaresLine.Fit(years, [.. amounts.Select(Math.Log2)]));
    }

    /// <summary>The amount at a time, in years.</summary>
    public double At(double year) => Math.Pow(2, Doublings.At(year));
}
