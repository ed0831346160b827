namespace Course.PerceptronLimits.Charts;

/// <summary>The part of a square frame where a unit's sum is above 0, and where its line cuts the frame.</summary>
/// <param name="Shade">The corners of that part, in order; empty if the unit is on nowhere in the frame.</param>
/// <param name="Line">The two ends of the line; empty if it does not cross the frame.</param>
internal sealed record HalfPlane(IReadOnlyList<(double X, double Y)> Shade, IReadOnlyList<(double X, double Y)> Line)
{
    /// <summary>Walks round the frame from <paramref name="low"/> to <paramref name="high"/> in both directions.</summary>
    internal static HalfPlane Of(Func<double, double, double> sum, double low, double high)
    {
        (double X, double Y)[] frame = [(low, low), (high, low), (high, high), (low, high)];
        var shade = new List<(double X, double Y)>();
        var line = new List<(double X, double Y)>();
        for (int i = 0; i < 4; i++)
        {
            (double X, double Y) p = frame[i], q = frame[(i + 1) % 4];
            (double atP, double atQ) = (sum(p.X, p.Y), sum(q.X, q.Y));
            if (atP > 0)
            {
                shade.Add(p);
            }

            if (atP > 0 != atQ > 0)
            {
                double t = atP / (atP - atQ);
                line.Add((p.X + t * (q.X - p.X), p.Y + t * (q.Y - p.Y)));
                shade.Add(line[^1]);
            }
        }

        return new HalfPlane(shade, line);
    }
}
