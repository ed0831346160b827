namespace Course.McCullochPitts.Charts;

/// <summary>An axon in a picture: the points it passes, and its synapses on the neuron where it ends.</summary>
internal sealed class NetLine
{
    private NetLine(int from, int to, bool inhibits, IReadOnlyList<(double X, double Y)> points,
        IReadOnlyList<(double X, double Y)> synapses)
    {
        From = from;
        To = to;
        Inhibits = inhibits;
        Points = points;
        Synapses = synapses;
    }

    internal int From { get; }

    internal int To { get; }

    internal bool Inhibits { get; }

    /// <summary>A smooth path, as points close to each other.</summary>
    internal IReadOnlyList<(double X, double Y)> Points { get; }

    internal IReadOnlyList<(double X, double Y)> Synapses { get; }

    /// <summary>
    /// All lines that end on <paramref name="to"/>, their ends spread over its left side in the order of the heights they come from.
    /// </summary>
    internal static IEnumerable<NetLine> Into(
        NetWiring wiring, int to, (double X, double Y)[] places, Dictionary<(int From, int To), List<int>> routes, double returnHeight)
    {
        (double X, double Y) centre = places[to];
        var ends = wiring.Sources(to)
            .SelectMany(from => new[] { (From: from, Inhibits: false, Count: wiring.Excite[to].Count(s => s == from)),
                (From: from, Inhibits: true, Count: wiring.Inhibit[to].Contains(from) ? 1 : 0) })
            .Where(end => end.Count > 0)
            .Select(end => (end.From, end.Inhibits, end.Count, Via: routes.TryGetValue((end.From, to), out List<int>? route)
                ? route : null))
            .OrderBy(end => end.Via is null
                ? (end.From == to ? double.NegativeInfinity : double.PositiveInfinity)
                : places[end.Via.Count > 0 ? end.Via[^1] : end.From].Y)
            .ToList();

        // Synapses sit on the rim, from its top to its bottom, those of one axon closer together.
        const double Apart = 29;
        const double Close = 19;
        double total = ends.Sum(end => Apart + (end.Count - 1) * Close) - Apart;
        double angle = 180 - total / 2;
        foreach (var end in ends)
        {
            double first = angle;
            angle += (end.Count - 1) * Close;
            double middle = (first + angle) / 2;
            double rim = NetLayout.Radius + 5;
            (double X, double Y)[] synapses = [.. Enumerable.Range(0, end.Count).Select(i => OnRim(centre, first + i * Close, rim))];
            (double X, double Y) tip = OnRim(centre, middle, rim + (end.Count > 1 ? 9 : 0));
            angle += Apart;
            yield return new NetLine(end.From, to, end.Inhibits, Path(places, end.From, to, end.Via, tip, returnHeight), synapses);
        }
    }

    private static (double X, double Y) OnRim((double X, double Y) centre, double degrees, double radius) =>
        (centre.X + radius * Math.Cos(degrees * Math.PI / 180), centre.Y - radius * Math.Sin(degrees * Math.PI / 180));

    private static List<(double X, double Y)> Path(
        (double X, double Y)[] places, int from, int to, List<int>? via, (double X, double Y) tip, double returnHeight)
    {
        (double X, double Y) start = (places[from].X + NetLayout.Radius, places[from].Y);
        var stops = new List<(double X, double Y)> { start };
        if (via is not null)
        {
            stops.AddRange(
                via.SelectMany(slot => new[] { (places[slot].X - NetLayout.Radius, places[slot].Y),
                    (places[slot].X + NetLayout.Radius, places[slot].Y) }));
            stops.Add(tip);
            return Smooth(stops);
        }

        // A circle of one neuron loops over it; a longer way back runs below the net.
        (double X, double Y) centre = places[to];
        double over = from == to ? centre.Y - NetLayout.Radius - 22 : returnHeight;
        double outwards = NetLayout.Radius + (from == to ? 12 : 20);
        return Bezier(
            start,
            (start.X + 18, start.Y), (places[from].X + outwards + 12, over), (places[from].X, over),
            (centre.X, over), (centre.X - outwards - 22, over), (tip.X - 18, tip.Y + (tip.Y - centre.Y) * 0.4), tip);
    }

    // From stop to stop by curves that leave and arrive level.
    private static List<(double X, double Y)> Smooth(List<(double X, double Y)> stops)
    {
        var points = new List<(double X, double Y)> { stops[0] };
        for (int i = 1; i < stops.Count; i++)
        {
            (double X, double Y) a = stops[i - 1];
            (double X, double Y) b = stops[i];
            double bend = (b.X - a.X) / 2;
            AddCurve(points, a, (a.X + bend, a.Y), (b.X - bend, b.Y), b);
        }

        return points;
    }

    private static List<(double X, double Y)> Bezier(
        (double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d,
        (double X, double Y) e, (double X, double Y) f, (double X, double Y) g, (double X, double Y) h)
    {
        var points = new List<(double X, double Y)> { a };
        AddCurve(points, a, b, c, d);
        AddCurve(points, d, d, e, e);
        AddCurve(points, e, f, g, h);
        return points;
    }

    private static void AddCurve(List<(double X, double Y)> points, (double X, double Y) a, (double X, double Y) b, (double X, double Y) c,
        (double X, double Y) d)
    {
        const int Steps = 14;
        for (int step = 1; step <= Steps; step++)
        {
            double t = (double)step / Steps;
            double u = 1 - t;
            points.Add((
                u * u * u * a.X + 3 * u * u * t * b.X + 3 * u * t * t * c.X + t * t * t * d.X,
                u * u * u * a.Y + 3 * u * u * t * b.Y + 3 * u * t * t * c.Y + t * t * t * d.Y));
        }
    }
}
