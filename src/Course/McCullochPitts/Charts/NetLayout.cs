namespace Course.McCullochPitts.Charts;

/// <summary>
/// Where the parts of a net stand in a picture, in pixels, y downwards: afferents left, each neuron right of all that excite it, lines that
/// skip a column led through a gap of their own.
/// </summary>
internal sealed class NetLayout
{
    internal const double Radius = 21;
    private const double ColumnWidth = 132;
    private const double RowHeight = 74;

    private NetLayout(NervousNet net, (double X, double Y)[] nodes, List<NetLine> lines, double width, double height)
    {
        Net = net;
        Nodes = nodes;
        Lines = lines;
        Width = width;
        Height = height;
    }

    internal NervousNet Net { get; }

    internal (double X, double Y)[] Nodes { get; }

    internal List<NetLine> Lines { get; }

    internal double Width { get; }

    internal double Height { get; }

    internal static NetLayout Of(NervousNet net)
    {
        NetWiring wiring = net.Wiring;
        int[] columns = Columns(wiring);

        // Slots: one for each node, and one for each column that a line passes on its way. A slot's neighbours pull it to their height.
        var slots = new List<(int Column, List<int> Left)>();
        for (int node = 0; node < wiring.Count; node++)
            slots.Add((columns[node], []));
        var routes = new Dictionary<(int From, int To), List<int>>();
        for (int to = wiring.Afferents; to < wiring.Count; to++)
        {
            foreach (int from in wiring.Sources(to).Where(from => columns[from] < columns[to]))
            {
                var route = new List<int>();
                int previous = from;
                for (int column = columns[from] + 1; column < columns[to]; column++)
                {
                    slots.Add((column, [previous]));
                    previous = slots.Count - 1;
                    route.Add(previous);
                }

                slots[to].Left.Add(previous);
                routes[(from, to)] = route;
            }
        }

        double[] heights = Heights(slots);
        double top = heights.Min();
        bool returns = Enumerable.Range(wiring.Afferents, wiring.Count - wiring.Afferents)
            .Any(to => wiring.Sources(to).Any(from => columns[from] >= columns[to] && from != to));
        bool loops = Enumerable.Range(wiring.Afferents, wiring.Count - wiring.Afferents).Any(node => wiring.Sources(node).Contains(node));
        double head = loops ? 56 : 34;
        (double X, double Y)[] places =
            [.. slots.Select((slot, i) => (X: 50 + slot.Column * ColumnWidth, Y: head + (heights[i] - top) * RowHeight))];
        double bottom = places.Max(p => p.Y);
        double height = bottom + 46 + (returns ? 34 : 0);

        var lines = new List<NetLine>();
        for (int to = wiring.Afferents; to < wiring.Count; to++)
            lines.AddRange(NetLine.Into(wiring, to, places, routes, bottom + 44));
        return new NetLayout(net, places[..wiring.Count], lines, places.Max(p => p.X) + 60, height);
    }

    // A neuron stands one column right of its rightmost source; sources that lie on a circle through it do not push it.
    private static int[] Columns(NetWiring wiring)
    {
        int[] columns = new int[wiring.Count];
        int[] marks = new int[wiring.Count];
        for (int node = 0; node < wiring.Count; node++)
            Visit(node);
        return columns;

        int Visit(int node)
        {
            if (marks[node] == 1)
                return -1;
            if (marks[node] == 0 && node >= wiring.Afferents)
            {
                marks[node] = 1;
                columns[node] = Math.Max(1, 1 + wiring.Sources(node).Select(Visit).DefaultIfEmpty(0).Max());
            }

            marks[node] = 2;
            return columns[node];
        }
    }

    // Every column keeps its slots at least one row apart, ordered by the mean height of what feeds them.
    private static double[] Heights(List<(int Column, List<int> Left)> slots)
    {
        double[] heights = new double[slots.Count];
        int[][] byColumn = [.. slots.Select((slot, i) => (slot.Column, i)).GroupBy(p => p.Column).OrderBy(g => g.Key)
            .Select(g => g.Select(p => p.i).ToArray())];
        int tallest = byColumn.Max(column => column.Length);
        foreach (int[] column in byColumn)
        {
            (int Slot, double Pull)[] wanted = [.. column
                .Select((slot, place) => (slot, pull: slots[slot].Left.Count == 0
                    ? place : slots[slot].Left.Average(left => heights[left])))
                .OrderBy(p => p.pull)];
            double previous = double.NegativeInfinity;
            for (int i = 0; i < wanted.Length; i++)
            {
                previous = Math.Max(previous + 1, wanted[i].Pull);
                heights[wanted[i].Slot] = previous;
            }

            // Pushing apart moved the column down: bring its middle back to where it is pulled to, or to the picture's middle where nothing
            // pulls.
            bool pulled = wanted.Any(p => slots[p.Slot].Left.Count > 0);
            double shift = (pulled ? wanted.Average(p => p.Pull) : (tallest - 1) / 2.0) - wanted.Average(p => heights[p.Slot]);
            foreach ((int slot, _) in wanted)
                heights[slot] += shift;
        }

        return heights;
    }
}
