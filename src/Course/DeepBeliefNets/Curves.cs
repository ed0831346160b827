namespace Course.DeepBeliefNets;

/// <summary>
/// Pictures of smooth curves: a curve through three random points, so that six numbers say all there is to say about a picture. The set of
/// G. E. Hinton and R. R. Salakhutdinov, Science 313, 2006, drawn anew after their description. Defined in lesson 09.
/// </summary>
public static class Curves
{
    /// <summary>The side of a picture in pixels.</summary>
    public const int Side = 28;

    private const double Pen = 1.2;          // half the width of the line, in pixels
    private const int Places = 60;           // along the curve

    /// <summary>Draws curves.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Draws the points.</param>
    /// <returns>28 × 28 pixels each, 0 paper to 1 ink.</returns>
    public static float[][] Draw(int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return [.. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    private static float[] One(Random random)
    {
        double Place() => 4 + (Side - 9) * random.NextDouble();
        (double X, double Y)[] points = [(Place(), Place()), (Place(), Place()), (Place(), Place())];
        var picture = new float[Side * Side];
        for (int place = 0; place <= Places; place++)
        {
            double t = (double)place / Places;
            // the parabola through the three points, at t = 0, ½ and 1
            double first = (1 - t) * (1 - 2 * t), middle = 4 * t * (1 - t), last = t * (2 * t - 1);
            Ink(picture, Mixed(point => point.X), Mixed(point => point.Y));

            double Mixed(Func<(double X, double Y), double> of) => first * of(points[0]) + middle * of(points[1]) + last * of(points[2]);
        }
        return picture;
    }

    // Ink fades over the last pixel, so that a curve that moves by half a pixel changes the picture by half.
    private static void Ink(float[] picture, double x, double y)
    {
        for (int row = Math.Max(0, (int)y - 2); row <= Math.Min(Side - 1, (int)y + 3); row++)
        {
            for (int column = Math.Max(0, (int)x - 2); column <= Math.Min(Side - 1, (int)x + 3); column++)
            {
                double away = Math.Sqrt((row - y) * (row - y) + (column - x) * (column - x));
                float ink = (float)Math.Clamp(Pen + 0.5 - away, 0, 1);
                picture[row * Side + column] = Math.Max(picture[row * Side + column], ink);
            }
        }
    }
}
