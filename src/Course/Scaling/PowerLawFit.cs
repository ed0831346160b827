namespace Course.Scaling;

/// <summary>
/// A power law without a floor, fitted to measurements: ln y = ln a − b ln x is a line, and least squares find it. Each measurement counts
/// by its relative error. Defined in lesson 15.
/// </summary>
public sealed class PowerLawFit
{
    private readonly double meanX, spreadX, sigma, bound;
    private readonly int count;

    private PowerLawFit(PowerLaw law, double meanX, double spreadX, double sigma, int count, double bound, double r2)
    {
        (Law, R2) = (law, r2);
        (this.meanX, this.spreadX, this.sigma, this.count, this.bound) = (meanX, spreadX, sigma, count, bound);
        double error = bound * sigma / Math.Sqrt(spreadX);
        Exponent = (law.Exponent - error, law.Exponent + error);
    }

    /// <summary>The law.</summary>
    public PowerLaw Law { get; }

    /// <summary>The interval of the exponent: Student's, for residuals that are normal, equal and independent.</summary>
    public (double Low, double High) Exponent { get; }

    /// <summary>The share of the variance of ln y that the line explains, R².</summary>
    public double R2 { get; }

    /// <summary>The standard deviation of the residuals of ln y: 0.01 is an error of about 1 %.</summary>
    public double Scatter => sigma;

    /// <summary>Fits.</summary>
    /// <param name="x">At least three numbers above 0, not all equal.</param>
    /// <param name="y">As many numbers above 0.</param>
    /// <param name="confidence">The share of cases in which an interval holds the truth.</param>
    /// <exception cref="ArgumentException">There are too few points, they are not matched, or all x are equal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static PowerLawFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y, double confidence = 0.95)
    {
        Check(x, y);
        double[] u = [.. x.Select(one => Math.Log(one))], v = [.. y.Select(one => Math.Log(one))];
        double meanX = u.Average(), meanY = v.Average();
        double spreadX = u.Sum(one => (one - meanX) * (one - meanX)), spreadY = v.Sum(one => (one - meanY) * (one - meanY));
        if (spreadX == 0) throw new ArgumentException("All x are equal: there is no slope to fit.", nameof(x));
        double slope = u.Zip(v, (a, b) => (a - meanX) * (b - meanY)).Sum() / spreadX;
        double left = u.Zip(v, (a, b) => b - meanY - slope * (a - meanX)).Sum(residual => residual * residual);
        int freedom = u.Length - 2;
        return new(new PowerLaw(Math.Exp(meanY - slope * meanX), -slope), meanX, spreadX, Math.Sqrt(left / freedom), u.Length,
            StudentT.Bound(confidence, freedom), spreadY == 0 ? 1 : 1 - left / spreadY);
    }

    /// <summary>Where the true line passes x. The band widens away from the measurements.</summary>
    /// <param name="x">Above 0.</param>
    public (double Low, double High) Band(double x) => Around(x, 0);

    /// <summary>Where one more measurement at x would lie: the band, and the scatter of a single run.</summary>
    /// <param name="x">Above 0.</param>
    public (double Low, double High) Range(double x) => Around(x, 1);

    /// <summary>
    /// Fits a law with a floor. For a given exponent the law is linear in E and a, so that least squares of the relative errors find both;
    /// the exponent is searched. There is no interval: with few points, many floors fit about as well.
    /// </summary>
    /// <param name="x">At least four numbers above 0.</param>
    /// <param name="y">As many numbers above 0.</param>
    /// <returns>The law; its floor is at least 0.</returns>
    /// <exception cref="ArgumentException">There are too few points, or they are not matched.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static PowerLaw WithFloor(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        Check(x, y, least: 4);
        double middle = Math.Exp(x.Average(Math.Log));                      // exponents are tried on x / middle, so that no power overflows
        double[] z = [.. x.Select(one => one / middle)];
        double low = 0.001, high = 4;
        for (int round = 0; round < 12; round++)                            // the best of 20 exponents, then 20 around it
        {
            double from = low, step = Math.Pow(high / low, 1.0 / 19);
            int best = Enumerable.Range(0, 20).MinBy(n => Linear(z, y, from * Math.Pow(step, n)).Error);
            (low, high) = (from * Math.Pow(step, best - 1), from * Math.Pow(step, best + 1));
        }
        double exponent = Math.Sqrt(low * high);
        (double floor, double scale, _) = Linear(z, y, exponent);
        return new(scale * Math.Pow(middle, exponent), exponent, floor);
    }

    // E and a with the least Σ ((E + a z^−b − y) / y)².
    private static (double Floor, double Scale, double Error) Linear(double[] z, IReadOnlyList<double> y, double exponent)
    {
        double[] p = [.. z.Zip(y, (one, value) => Math.Pow(one, -exponent) / value)], q = [.. y.Select(value => 1 / value)];
        double pp = p.Sum(one => one * one), pq = p.Zip(q, (a, b) => a * b).Sum(), qq = q.Sum(one => one * one);
        double floor = (q.Sum() * pp - p.Sum() * pq) / (pp * qq - pq * pq);
        if (!(floor > 0)) floor = 0;
        double scale = (p.Sum() - floor * pq) / pp;
        return (floor, scale, p.Zip(q, (a, b) => scale * a + floor * b - 1).Sum(error => error * error));
    }

    private (double Low, double High) Around(double x, double own)
    {
        double away = Math.Log(x) - meanX, error = bound * sigma * Math.Sqrt(own + 1.0 / count + away * away / spreadX);
        return (Law.At(x) * Math.Exp(-error), Law.At(x) * Math.Exp(error));
    }

    private static void Check(IReadOnlyList<double> x, IReadOnlyList<double> y, int least = 3)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count) throw new ArgumentException($"There are {x.Count} x, but {y.Count} y.", nameof(y));
        if (x.Count < least) throw new ArgumentException($"A fit needs at least {least} points; there are {x.Count}.", nameof(x));
        foreach (double value in x.Concat(y)) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
    }
}
