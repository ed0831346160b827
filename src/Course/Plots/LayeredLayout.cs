namespace Course.Plots;

/// <summary>
/// Where the nodes of a diagram stand, after K. Sugiyama, S. Tagawa and M. Toda (IEEE Trans. Systems, Man, and Cybernetics 11, 1981):
/// layers by the longest path, order in a layer by barycentre, then each node as near to its neighbours as the room allows. A link gets a
/// slot of its own in each layer that it passes, and so passes over no node. Lengths are pixels, along the links and across them.
/// </summary>
internal sealed class LayeredLayout
{
    private const double Between = 20;
    private const int Sweeps = 8;
    private readonly Slot[][] layers;

    /// <param name="nodes">The nodes' slots, with their layers and sizes.</param>
    /// <param name="links">The links, each with the slot that its label needs, and whether it leads ahead.</param>
    /// <param name="gap">How far apart the layers are.</param>
    internal LayeredLayout(Slot[] nodes, (Slot From, Slot To, Slot Label, bool Ahead)[] links, int gap)
    {
        Routes = [.. links.Select(link => link.Ahead ? Route(link.From, link.To, link.Label) : [link.From, link.To])];
        layers = [.. nodes.Concat(Routes.SelectMany(route => route[1..^1])).GroupBy(slot => slot.Layer).OrderBy(layer => layer.Key)
            .Select(layer => layer.ToArray())];
        Sort();
        foreach (Slot[] layer in layers) Spread(layer, _ => 0);
        for (int sweep = 1; sweep <= Sweeps; sweep++)
        {
            bool ahead = sweep % 2 == 0;
            foreach (Slot[] layer in ahead ? layers : layers.Reverse()) Spread(layer, slot => slot.Pull(ahead, other => other.Across));
        }
        double start = 0;
        foreach (Slot[] layer in layers)
        {
            double middle = start + layer.Max(slot => slot.Back), end = middle + layer.Max(slot => slot.Ahead);
            foreach (Slot slot in layer) (slot.Start, slot.Along, slot.End) = (start, middle, end);
            start = end + gap;
        }
    }

    /// <summary>The slots that each link passes, those of its two nodes included.</summary>
    internal Slot[][] Routes { get; }

    internal IEnumerable<Slot> Slots => layers.SelectMany(layer => layer);

    /// <summary>
    /// The layer of each node: the one given, else one after the last that leads to it, and then as late as the first to which it leads
    /// allows, so that what stands alone stands near.
    /// </summary>
    internal static int[] Layers(DiagramNode[] nodes, (int From, int To)[] links)
    {
        ILookup<int, int> before = links.ToLookup(link => link.To, link => link.From);
        ILookup<int, int> after = links.ToLookup(link => link.From, link => link.To);
        int[] layers = new int[nodes.Length], waits = [.. nodes.Select((_, i) => before[i].Count())];
        List<int> order = [.. Enumerable.Range(0, nodes.Length).Where(i => waits[i] == 0)];
        for (int next = 0; next < order.Count; next++)
        {
            int node = order[next];
            layers[node] = nodes[node].Layer ?? before[node].Select(from => layers[from] + 1).DefaultIfEmpty().Max();
            order.AddRange(after[node].Where(to => --waits[to] == 0));
        }
        string[] stuck = [.. nodes.Where((_, i) => waits[i] > 0).Select(node => $"'{node.Id}'")];
        if (stuck.Length > 0)
            throw new ArgumentException($"Links among {string.Join(", ", stuck)} lead in a circle: mark one as Feedback.", nameof(links));
        foreach (int node in order.Where(node => nodes[node].Layer is null && after[node].Any()).Reverse())
            layers[node] = after[node].Min(to => layers[to]) - 1;
        foreach ((int from, int to) in links.Where(link => layers[link.From] >= layers[link.To]))
            throw new ArgumentException($"The link from '{nodes[from].Id}' (layer {layers[from]}) to '{nodes[to].Id}' (layer {layers[to]}) "
                + "leads back: mark it as Feedback.", nameof(links));
        int[] used = [.. layers.Distinct().Order()];
        return Array.ConvertAll(layers, layer => Array.BinarySearch(used, layer));
    }

    private static Slot[] Route(Slot from, Slot to, Slot label)
    {
        Slot[] route = [from, .. Enumerable.Range(1, to.Layer - from.Layer).Select(step => new Slot { Layer = from.Layer + step })];
        route[^1] = to;
        if (route.Length > 2)
        {
            label.Layer = route[route.Length / 2].Layer;
            route[route.Length / 2] = label;
        }
        for (int k = 1; k < route.Length; k++)
        {
            route[k].Before.Add(route[k - 1]);
            route[k - 1].After.Add(route[k]);
        }
        return route;
    }

    // There and back, each layer by the mean rank of its neighbours; the order with the fewest crossings stays.
    private void Sort()
    {
        Slot[][] best = [];
        int fewest = int.MaxValue;
        foreach (Slot[] layer in layers) Rank(layer);
        for (int sweep = 0; sweep <= Sweeps && fewest > 0; sweep++)
        {
            int crossings = Crossings();
            if (crossings < fewest) (fewest, best) = (crossings, [.. layers.Select(layer => layer.ToArray())]);
            bool ahead = sweep % 2 == 0;
            foreach (Slot[] layer in ahead ? layers : layers.Reverse())
            {
                layer.OrderBy(slot => slot.Pull(ahead, other => other.Rank)).ToArray().CopyTo(layer, 0);
                Rank(layer);
            }
        }
        best.CopyTo(layers, 0);

        static void Rank(Slot[] layer)
        {
            for (int i = 0; i < layer.Length; i++) layer[i].Rank = i;
        }
    }

    private int Crossings() => layers.Sum(layer =>
    {
        (int From, int To)[] links = [.. layer.SelectMany(slot => slot.After.Select(next => (slot.Rank, next.Rank)))];
        return links.Sum(a => links.Count(b => a.From < b.From && a.To > b.To));
    });

    // Each slot as near to where it is pulled as order and room allow, in the sense of least squares: slots that push against each other
    // move as one block to the mean of what they want (the pool-adjacent-violators algorithm).
    private static void Spread(Slot[] layer, Func<Slot, double> pull)
    {
        double[] offsets = new double[layer.Length];
        var blocks = new List<(double Mean, int Count)>();
        for (int i = 0; i < layer.Length; i++)
        {
            if (i > 0) offsets[i] = offsets[i - 1] + layer[i - 1].High + Between + layer[i].Low;
            (double Mean, int Count) block = (pull(layer[i]) - offsets[i], 1);
            for (; blocks.Count > 0 && blocks[^1].Mean > block.Mean; blocks.RemoveAt(blocks.Count - 1))
            {
                int count = blocks[^1].Count + block.Count;
                block = ((blocks[^1].Mean * blocks[^1].Count + block.Mean * block.Count) / count, count);
            }
            blocks.Add(block);
        }
        double[] means = [.. blocks.SelectMany(block => Enumerable.Repeat(block.Mean, block.Count))];
        for (int i = 0; i < layer.Length; i++) layer[i].Across = means[i] + offsets[i];
    }
}

/// <summary>A place in a layer: a node's, or one where a longer link passes.</summary>
internal sealed class Slot
{
    internal int Layer { get; set; }
    internal int Rank { get; set; }

    // Its middle, and how far it reaches from there: along the links, and to either side of them.
    internal double Along { get; set; }
    internal double Across { get; set; }
    internal double Back { get; init; }
    internal double Ahead { get; init; }
    internal double Low { get; init; }
    internal double High { get; init; }

    // Where its layer begins and ends; and half the size of a node's outline, with the radius of its corners.
    internal double Start { get; set; }
    internal double End { get; set; }
    internal double HalfAlong { get; set; }
    internal double HalfAcross { get; set; }
    internal double Corner { get; set; }

    // The slots in the layer before, and in the layer after, to which links join it.
    internal List<Slot> Before { get; } = [];
    internal List<Slot> After { get; } = [];

    /// <summary>How far the outline reaches along the links, so far from its middle across them.</summary>
    internal double Rim(double across)
    {
        double intoCorner = Math.Max(0, Math.Abs(across) - (HalfAcross - Corner));
        return HalfAlong - Corner + Math.Sqrt(Corner * Corner - intoCorner * intoCorner);
    }

    /// <summary>The mean value of its neighbours in the layer before, or after; its own where it has none there.</summary>
    internal double Pull(bool ahead, Func<Slot, double> value) =>
        (ahead ? Before : After) is { Count: > 0 } neighbours ? neighbours.Average(value) : value(this);
}
