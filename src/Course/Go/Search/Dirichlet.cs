namespace Course.Go.Search;

/// <summary>Random probabilities. Defined in lesson 11.</summary>
internal static class Dirichlet
{
    /// <summary>Draws from the symmetric Dirichlet distribution: gamma variables, divided by their sum.</summary>
    internal static double[] Draw(Random random, double concentration, int count)
    {
        double[] drawn = new double[count];
        for (int n = 0; n < count; n++) drawn[n] = Gamma(random, concentration);
        double sum = drawn.Sum();
        // With a small concentration all may be 0 to the last digit.
        return sum > 0 ? Array.ConvertAll(drawn, one => one / sum) : Array.ConvertAll(drawn, _ => 1.0 / count);
    }

    /// <summary>The method of G. Marsaglia and W. Tsang, 2000; below 1, a power of a uniform number corrects the next higher one.</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            double v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
}
