namespace Course.Alignment;

/// <summary>
/// How the true score depends on the distance d = √KL: L. Gao and others, 2022, section 3. Choosing among n gains d (α − β d),
/// reinforcement learning d (α − β ln d). Both rise first and fall later. Defined in lesson 16.
/// </summary>
/// <param name="Alpha">α.</param>
/// <param name="Beta">β.</param>
/// <param name="R2">The share of the scatter that the law explains.</param>
public sealed record GoldLaw(double Alpha, double Beta, double R2)
{
    /// <summary>Fits d (α − β d).</summary>
    /// <param name="distances">d, at least three, above 0.</param>
    /// <param name="gains">What was gained at each.</param>
    public static GoldLaw OfBest(IReadOnlyList<double> distances, IReadOnlyList<double> gains) => Fit(distances, gains, d => d * d);

    /// <summary>Fits d (α − β ln d).</summary>
    /// <param name="distances">d, at least three, above 0.</param>
    /// <param name="gains">What was gained at each.</param>
    public static GoldLaw OfLearning(IReadOnlyList<double> distances, IReadOnlyList<double> gains) =>
        Fit(distances, gains, d => d * Math.Log(d));

    // Least squares for y = α u − β v with u = d.
    private static GoldLaw Fit(IReadOnlyList<double> distances, IReadOnlyList<double> gains, Func<double, double> second)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentNullException.ThrowIfNull(gains);
        if (distances.Count != gains.Count || gains.Count < 3)
            throw new ArgumentException($"A fit needs three matched points; there are {distances.Count} and {gains.Count}.", nameof(gains));
        double[] v = [.. distances.Select(second)];
        double uu = Dot(distances, distances), uv = Dot(distances, v), vv = Dot(v, v), uy = Dot(distances, gains), vy = Dot(v, gains);
        double alpha = (uy * vv - vy * uv) / (uu * vv - uv * uv), beta = (uy * uv - vy * uu) / (uu * vv - uv * uv), mean = gains.Average();
        double left = gains.Select((y, n) => y - alpha * distances[n] + beta * v[n]).Sum(error => error * error);
        return new(alpha, beta, 1 - left / gains.Sum(y => (y - mean) * (y - mean)));
    }

    private static double Dot(IReadOnlyList<double> a, IReadOnlyList<double> b) => a.Zip(b, (x, y) => x * y).Sum();
}
