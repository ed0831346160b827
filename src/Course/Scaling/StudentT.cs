namespace Course.Scaling;

/// <summary>
/// Student's distribution: how far a mean of few values may be from the truth, in units of its estimated error. W. S. Gosset ("Student"),
/// 1908; the sums are those of M. Abramowitz and I. A. Stegun, Handbook of mathematical functions, 1964, 26.7.3 and 26.7.4. Defined in
/// lesson 15.
/// </summary>
public static class StudentT
{
    /// <summary>The probability of a value between −t and t.</summary>
    /// <param name="t">At least 0.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Within(double t, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(freedom);
        bool odd = freedom % 2 == 1;
        double angle = Math.Atan(t / Math.Sqrt(freedom));
        (double sin, double cos) = Math.SinCos(angle);
        double term = odd ? cos : 1, sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < freedom; k += 2)
        {
            term *= cos * cos * (k - 1) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + sin * sum) : sin * sum;
    }

    /// <summary>The t within which a value lies with this probability.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Bound(double probability, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        double low = 0, high = 1;
        while (Within(high, freedom) < probability) high *= 2;
        for (int halving = 0; halving < 60; halving++)
        {
            double middle = (low + high) / 2;
            if (Within(middle, freedom) < probability) low = middle;
            else high = middle;
        }
        return high;
    }
}
