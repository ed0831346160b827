namespace Course.Plots;

/// <summary>A point on a link's way, in pixels along the links and across them.</summary>
internal readonly record struct LinkPoint(double Along, double Across, bool Marked = false)
{
    /// <summary>Between two strokes of one way: the pen is lifted.</summary>
    internal static LinkPoint Lift { get; } = new(double.NaN, double.NaN);
}

/// <summary>
/// The ways of the links of a diagram. A link curves between two layers alone; where it passes a layer it runs level, through a slot of its
/// own. What leads back runs over its node (a loop) or around the diagram.
/// </summary>
/// <param name="links">The links.</param>
/// <param name="labels">The room of their labels; it gets its place here for those that lead back.</param>
/// <param name="routes">The slots that each passes; for a link that leads back, those of its two nodes.</param>
/// <param name="gap">How far apart the layers are.</param>
internal sealed class LinkRoutes(DiagramLink[] links, Slot[] labels, Slot[][] routes, int gap)
{
    /// <summary>The room that a loop needs over its node, and a link that leads back around the diagram.</summary>
    internal const double Lane = 20;

    private const double Apart = 13, Close = 8.5, MarkRadius = 4.5, Fork = 9;
    private const int Steps = 16;

    /// <summary>The length, across, over which the marked ends of the links at one node are spread.</summary>
    internal static double Spread(IEnumerable<DiagramLink> links) =>
        Math.Max(0, links.Where(link => link.Mark is not null).Sum(link => Apart + (link.Ends - 1) * Close) - Apart);

    /// <summary>The way of each link.</summary>
    /// <param name="around">Where the diagram ends, across: what leads back goes around there.</param>
    internal List<LinkPoint>[] Ways(double around)
    {
        var ways = new List<LinkPoint>[links.Length];
        foreach (IGrouping<Slot, int> arriving in Enumerable.Range(0, links.Length).GroupBy(link => routes[link][^1]))
        {
            double over = arriving.Key.Across - arriving.Key.Low + Lane / 4;
            double end = -Spread(arriving.Select(link => links[link])) / 2;
            // In the order in which they come, so that they don't cross before the end.
            foreach (int link in arriving.OrderBy(ComesFrom))
            {
                double lane = double.NaN, room = Lane + labels[link].Low;
                if (IsLoop(link)) (lane, over) = (over + labels[link].Low, over + room);
                else if (links[link].Feedback) lane = around += room;
                if (!double.IsNaN(lane)) (labels[link].Along, labels[link].Across) = ((routes[link][0].End + arriving.Key.Start) / 2, lane);
                double[] ends = links[link].Mark is null ? [0] : [.. Enumerable.Range(0, links[link].Ends).Select(i => end + i * Close)];
                if (links[link].Mark is not null) end = ends[^1] + Apart;
                ways[link] = Way(link, lane, ends);
            }
        }
        return ways;
    }

    private bool IsLoop(int link) => routes[link][0] == routes[link][^1];

    private double ComesFrom(int link) => IsLoop(link) ? double.NegativeInfinity
        : links[link].Feedback ? double.PositiveInfinity : routes[link][^2].Across;

    private List<LinkPoint> Way(int link, double lane, double[] ends)
    {
        (Slot from, Slot to) = (routes[link][0], routes[link][^1]);
        string? mark = links[link].Mark;
        LinkPoint[] tips = [.. ends.Select(end =>
            new LinkPoint(to.Along - to.Rim(end) - (mark is null or "arrow" ? 0 : MarkRadius), to.Across + end, Marked: true))];
        LinkPoint[] fork = tips.Length == 1 ? [] : [new(tips.Min(tip => tip.Along) - Fork, to.Across + ends.Average())];
        LinkPoint last = fork.Length > 0 ? fork[0] : tips[0];
        double arrival = Math.Min(to.Start, last.Along), turn = Math.Min(28, gap);
        List<LinkPoint> way = [new(from.Along + from.Rim(0), from.Across), new(from.End, from.Across)];
        if (double.IsNaN(lane))
        {
            foreach (Slot bend in routes[link][1..^1])
            {
                Curve(way, bend.Start, bend.Across);
                way.Add(new(bend.End, bend.Across));
            }
            Curve(way, arrival, last.Across);
        }
        else
        {
            Curve(way, from.End, lane, turn, turn);
            way.Add(new(to.Start, lane));
            Curve(way, arrival, last.Across, -turn, -turn);
        }
        way.AddRange(fork);
        foreach (LinkPoint tip in tips)
        {
            if (tip != tips[0]) way.AddRange([LinkPoint.Lift, .. fork]);
            // A line ends where an open ring begins.
            if (mark == "circle-open") way.AddRange([tip with { Along = tip.Along - MarkRadius, Marked = false }, LinkPoint.Lift]);
            way.Add(tip);
        }
        return way;
    }

    // A cubic curve that leaves and arrives level: by default half of its length on.
    private static void Curve(List<LinkPoint> way, double along, double across, double? leave = null, double? arrive = null)
    {
        LinkPoint a = way[^1];
        double half = (along - a.Along) / 2, b = a.Along + (leave ?? half), c = along + (arrive ?? -half);
        for (int step = 1; step <= Steps; step++)
        {
            double t = (double)step / Steps, u = 1 - t;
            way.Add(new(u * u * u * a.Along + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * along,
                u * u * (u + 3 * t) * a.Across + t * t * (t + 3 * u) * across));
        }
    }
}
