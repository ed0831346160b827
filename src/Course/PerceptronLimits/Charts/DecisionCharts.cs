using Course.McCullochPitts;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Course.PerceptronLimits.Charts;

/// <summary>
/// Charts of a Boolean function's corners and of what a unit makes of them: filled corners should be on, open ones off; shaded is where the
/// unit is on. Defined in lesson 03.
/// </summary>
public static class DecisionCharts
{
    internal const string On = "#E69F00";
    internal const string Off = "#CC79A7";
    internal const string Unit = "#56B4E9";
    internal const string Wrong = "#D55E00";
    private const double Low = -0.5;
    private const double High = 1.5;
    private const string Outline = "#808080";
    private static readonly int[] marks = [0, 1];
    private static readonly int[] flips = [1, 2, 4];
    private static readonly string[] axes = ["xaxis", "yaxis", "zaxis"];
    private static readonly bool[] both = [true, false];

    /// <summary>
    /// A function of two inputs as a square with one unit's line. Always five traces, so that such charts can be the frames of an
    /// animation.
    /// </summary>
    /// <param name="function">The function wanted.</param>
    /// <param name="w1">The weight of the first input, to the right.</param>
    /// <param name="w2">The weight of the second input, upwards.</param>
    /// <param name="bias">What is added to the sum.</param>
    /// <returns>The chart; corners on which the unit errs carry a cross.</returns>
    public static GenericChart Square(BooleanFunction function, double w1, double w2, double bias)
    {
        int[][] corners = LinearSeparability.Corners(2);
        bool[] targets = LinearSeparability.Targets(function);
        double Sum(double x1, double x2) => w1 * x1 + w2 * x2 + bias;
        HalfPlane on = HalfPlane.Of(Sum, Low, High);
        int[] rows = [0, 1, 2, 3];
        GenericChart Corners(IEnumerable<int> which, string name, Marker marker) =>
            Chart.Point<int, int, string>(which.Select(i => corners[i][0]), which.Select(i => corners[i][1]), Name: name, Marker: marker);

        GenericChart square = Chart.Combine([
            Chart.Line<double, double, string>(on.Shade.Select(p => p.X), on.Shade.Select(p => p.Y), Name: "unit is on", ShowMarkers: false,
                LineWidth: 0, LineColor: Color.fromHex(Unit), Fill: StyleParam.Fill.ToSelf, FillColor: Color.fromARGB(80, 86, 180, 233)),
            Chart.Line<double, double, string>(on.Line.Select(p => p.X), on.Line.Select(p => p.Y), Name: "sum is 0", ShowMarkers: false,
                LineWidth: 3, LineColor: Color.fromHex("#0072B2")),
            Corners(rows.Where(i => targets[i]), "should be on", Marker("circle", On, 18)),
            Corners(rows.Where(i => !targets[i]), "should be off", Marker("circle-open", Off, 18)),
            Corners(rows.Where(i => Sum(corners[i][0], corners[i][1]) > 0 != targets[i]), "wrong", Marker("x", Wrong, 10)),
        ]);
        Layout layout = GenericChart.getLayout(square);
        LinearAxis up = Axis();
        up.SetProperty("scaleanchor", "x");
        up.SetProperty("constrain", "domain");
        LinearAxis right = Axis();
        right.SetProperty("constrain", "domain");
        layout.SetProperty("xaxis", right);
        layout.SetProperty("yaxis", up);
        return GenericChart.setLayout(layout, square);
    }

    /// <summary>
    /// A function of two inputs as four points in space, each raised to what a hidden unit says there, and the plane of a unit that adds up
    /// all three.
    /// </summary>
    /// <param name="function">The function wanted.</param>
    /// <param name="height">The hidden unit's output at each corner, in the order of the truth table's rows.</param>
    /// <param name="w1">The weight of the first input.</param>
    /// <param name="w2">The weight of the second input.</param>
    /// <param name="v">The weight of the hidden unit, not 0.</param>
    /// <param name="bias">What is added to the sum.</param>
    /// <returns>A chart to turn with the mouse.</returns>
    public static GenericChart Lifted(BooleanFunction function, IReadOnlyList<double> height, double w1, double w2, double v, double bias)
    {
        ArgumentNullException.ThrowIfNull(height);
        int[][] corners = LinearSeparability.Corners(2);
        double[][] points = [.. corners.Select((x, i) => new[] { x[0], x[1], height[i] })];
        var stems = corners.Select((x, i) => Segment([x[0], x[1], 0], points[i], Outline, "lifted by the hidden unit"));
        double[][] round = [[0, 0, 0], [0, 1, 0], [1, 1, 0], [1, 0, 0], [0, 0, 0]];
        return Turned(Chart.Combine([
            .. round.Zip(round.Skip(1), (from, to) => Segment(from, to, Outline, "the floor", 1)),
            .. stems.Where((_, i) => height[i] != 0),
            Plane([w1, w2, v], bias, [Low, Low, Low], [High, High, High]),
            .. Points(points, LinearSeparability.Targets(function)),
        ]), eyeX: 1.75, eyeY: -1.2, eyeZ: 0.5);
    }

    /// <summary>
    /// A function of three inputs as a cube, with its proof: the plane of a unit that computes it, or the point that both kinds of corners
    /// share.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="proof">What <see cref="LinearSeparability"/> says about it.</param>
    /// <returns>A chart to turn with the mouse.</returns>
    public static GenericChart Cube(BooleanFunction function, Separability proof)
    {
        double[][] corners = [.. LinearSeparability.Corners(3).Select(x => Array.ConvertAll(x, v => (double)v))];
        var edges =
            from i in Enumerable.Range(0, 8)
            from flip in flips
            where (i & flip) == 0
            select Segment(corners[i], corners[i | flip], Outline, "cube");
        IEnumerable<GenericChart> shown = proof switch
        {
            SeparabilityProof unit =>
                [Plane([.. unit.Weights.Select(w => (double)w)], (double)unit.Bias, [Low, Low, Low], [High, High, High])],
            InseparabilityProof mixture => Balance(corners, mixture, LinearSeparability.Targets(function)),
            _ => [],
        };
        return Turned(Chart.Combine([.. edges, .. shown, .. Points(corners, LinearSeparability.Targets(function))]), eyeX: 0.85,
            eyeY: -1.75, eyeZ: 0.68);
    }

    // A view in which no corner hides another; all three axes to one scale, marked at 0 and 1 only.
    private static GenericChart Turned(GenericChart chart, double eyeX, double eyeY, double eyeZ)
    {
        var eye = new DynamicObj.DynamicObj();
        eye.SetProperty("x", eyeX);
        eye.SetProperty("y", eyeY);
        eye.SetProperty("z", eyeZ);
        // Looking a little lower leaves room for the title of the axis in front.
        var centre = new DynamicObj.DynamicObj();
        centre.SetProperty("x", 0);
        centre.SetProperty("y", 0);
        centre.SetProperty("z", -0.2);
        var camera = new DynamicObj.DynamicObj();
        camera.SetProperty("eye", eye);
        camera.SetProperty("center", centre);
        var scene = new Scene();
        scene.SetProperty("camera", camera);
        scene.SetProperty("aspectmode", "cube");
        foreach (string axis in axes)
        {
            scene.SetProperty(axis, Axis());
        }

        Layout layout = GenericChart.getLayout(chart);
        layout.SetProperty("scene", scene);
        return GenericChart.setLayout(layout, chart);
    }

    private static LinearAxis Axis()
    {
        var axis = new LinearAxis();
        axis.SetProperty("range", new[] { Low, High });
        axis.SetProperty("tickvals", marks);
        return axis;
    }

    private static Marker Marker(string symbol, string colour, int size)
    {
        var outline = new Line();
        outline.SetProperty("width", 2);
        outline.SetProperty("color", Outline);
        var marker = new Marker();
        marker.SetProperty("symbol", symbol);
        marker.SetProperty("color", colour);
        marker.SetProperty("size", size);
        marker.SetProperty("line", outline);
        return marker;
    }

    private static IEnumerable<GenericChart> Points(double[][] points, bool[] targets)
    {
        foreach (bool on in both)
        {
            double[][] some = [.. points.Where((_, i) => targets[i] == on)];
            yield return Chart.Point3D<double, double, double, string>(some.Select(p => p[0]), some.Select(p => p[1]),
                some.Select(p => p[2]),
                Name: on ? "should be on" : "should be off",
                Marker: Marker(on ? "circle" : "circle-open", on ? On : Off, 9));
        }
    }

    private static GenericChart Segment(double[] from, double[] to, string colour, string name, double width = 3) =>
        Chart.Line3D<double, double, double, string>([from[0], to[0]], [from[1], to[1]], [from[2], to[2]],
            Name: name, ShowLegend: false, ShowMarkers: false, LineColor: Color.fromHex(colour), LineWidth: width);

    // The polygon in which the plane w · x + bias = 0 cuts a box, as a fan of triangles around its first corner.
    private static GenericChart Plane(double[] w, double bias, double[] low, double[] high)
    {
        double At(double[] p) => w[0] * p[0] + w[1] * p[1] + w[2] * p[2] + bias;
        double[] Corner(int i) => [(i & 4) == 0 ? low[0] : high[0], (i & 2) == 0 ? low[1] : high[1], (i & 1) == 0 ? low[2] : high[2]];
        var cuts = new List<double[]>();
        for (int i = 0; i < 8; i++)
        {
            foreach (int flip in flips)
            {
                (double[] p, double[] q) = (Corner(i), Corner(i | flip));
                if ((i & flip) == 0 && At(p) > 0 != At(q) > 0)
                {
                    double t = At(p) / (At(p) - At(q));
                    cuts.Add([.. p.Zip(q, (a, b) => a + t * (b - a))]);
                }
            }
        }

        double[] Axis(int k) => [.. cuts.Select(c => c[k])];
        double[] middle = [.. Enumerable.Range(0, 3).Select(k => cuts.Count == 0 ? 0 : Axis(k).Average())];

        // Around the middle in the plane's own two directions.
        double[] e = Math.Abs(w[0]) > Math.Abs(w[2]) ? [-w[1], w[0], 0] : [0, -w[2], w[1]];
        double[] f = [w[1] * e[2] - w[2] * e[1], w[2] * e[0] - w[0] * e[2], w[0] * e[1] - w[1] * e[0]];
        double Dot(double[] a, double[] c) => a.Zip(c.Zip(middle, (x, m) => x - m), (x, y) => x * y).Sum();
        double Length(double[] a) => Math.Sqrt(a.Sum(x => x * x));
        cuts = [.. cuts.OrderBy(c => Math.Atan2(Dot(f, c) / Length(f), Dot(e, c) / Length(e)))];
        int[] fan = [.. Enumerable.Range(1, Math.Max(0, cuts.Count - 2))];
        return Chart.Mesh3D<double, double, double, int, int, int, string>(Axis(0), Axis(1), Axis(2),
            I: fan.Select(_ => 0).ToArray(), J: fan, K: fan.Select(i => i + 1).ToArray(),
            Name: "sum is 0", ShowLegend: true, Color: Color.fromHex(Unit), Opacity: 0.55);
    }

    private static IEnumerable<GenericChart> Balance(double[][] corners, InseparabilityProof mixture, bool[] targets)
    {
        double[] times = [.. mixture.Times.Select(t => (double)t)];
        double total = times.Where((_, i) => targets[i]).Sum();
        double[] centre = [.. Enumerable.Range(0, 3).Select(k => corners.Select((c, i) => targets[i] ? times[i] * c[k] : 0).Sum() / total)];
        foreach (int i in Enumerable.Range(0, corners.Length).Where(i => times[i] > 0))
        {
            yield return Segment(centre, corners[i], targets[i] ? On : Off, "mixture", 6);
        }

        yield return Chart.Point3D<double, double, double, string>([centre[0]], [centre[1]], [centre[2]], Name: "common point",
            Marker: Marker("diamond", Wrong, 7));
    }
}
