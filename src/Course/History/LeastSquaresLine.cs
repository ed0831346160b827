namespace Course.History;

/// <summary>
/// The straight line with the smallest sum of squared distances, measured upwards (A.-M. Legendre, 1805). It is the simplest machine that
/// learns from examples. Defined in lesson 00.
/// </summary>
/// <param name="Slope">How far it rises per unit of x.</param>
/// <param name="Height">Its height at x = 0.</param>
public readonly record struct LeastSquaresLine(double Slope, double Height)
{
    /// <summary>Fits the line.</summary>
    /// <param name="x">At least two different numbers.</param>
    /// <param name="y">One number per x.</param>
    /// <exception cref="ArgumentException">There are fewer than two different numbers, or not one y per x.</exception>
    public static LeastSquaresLine Fit(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count) throw new ArgumentException($"There are {x.Count} numbers x and {y.Count} numbers y.", nameof(y));
        if (x.Distinct().Count() < 2) throw new ArgumentException("A line needs two different numbers x.", nameof(x));
        double middle = x.Average(), level = y.Average();
        double slope = x.Zip(y, (a, b) => (a - middle) * (b - level)).Sum() / x.Sum(a => (a - middle) * (a - middle));
        return new LeastSquaresLine(slope, level - slope * middle);
    }

    /// <summary>The line's height at x.</summary>
    public double At(double x) => Height + Slope * x;
}
