namespace Course.McCullochPitts;

/// <summary>A net's synapses by number instead of by name, which makes a step fast. Afferents come first, then neurons.</summary>
internal sealed class NetWiring
{
    private readonly Dictionary<string, int> indices;

    private NetWiring(Dictionary<string, int> indices, int afferents, int[] thresholds, int[][] excite, int[][] inhibit)
    {
        this.indices = indices;
        Afferents = afferents;
        Thresholds = thresholds;
        Excite = excite;
        Inhibit = inhibit;
    }

    internal int Afferents { get; }

    internal int Count => Thresholds.Length;

    /// <summary>The threshold of each of the <see cref="Count"/> nodes; 0 for afferents.</summary>
    internal int[] Thresholds { get; }

    /// <summary>The sources of the excitatory synapses on each node; a source with several synapses is repeated.</summary>
    internal int[][] Excite { get; }

    internal int[][] Inhibit { get; }

    internal static NetWiring Of(List<string> afferents, List<NetNeuron> neurons)
    {
        var indices = new Dictionary<string, int>();
        foreach (string name in afferents.Concat(neurons.Select(n => n.Name)))
            indices.Add(name, indices.Count);

        int[] Numbers(NetNeuron neuron, IReadOnlyList<string> sources) =>
            [.. sources.Select(source => indices.TryGetValue(source, out int index)
            ? index
            : throw new InvalidOperationException($"Neuron '{neuron.Name}' has a synapse from '{source}', which is not in the net."))];

        int[][] none = [.. afferents.Select(_ => Array.Empty<int>())];
        return new NetWiring(
            indices,
            afferents.Count,
            [.. afferents.Select(_ => 0), .. neurons.Select(n => n.Threshold)],
            [.. none, .. neurons.Select(n => Numbers(n, n.Excite))],
            [.. none, .. neurons.Select(n => Numbers(n, n.Inhibit))]);
    }

    /// <exception cref="ArgumentException">No such neuron.</exception>
    internal int IndexOf(string name) => indices.TryGetValue(name, out int index)
        ? index
        : throw new ArgumentException($"The net has no '{name}'; it has {string.Join(", ", indices.Keys)}.", nameof(name));

    /// <summary>The nodes with synapses on node <paramref name="node"/>, each once.</summary>
    internal IEnumerable<int> Sources(int node) => Excite[node].Concat(Inhibit[node]).Distinct();

    /// <summary>
    /// One tick: sets the neurons of <paramref name="next"/> from what fired in <paramref name="now"/>, and leaves its afferents unchanged.
    /// </summary>
    internal void Step(bool[] now, bool[] next)
    {
        for (int node = Afferents; node < Count; node++)
            next[node] = !AnyFires(Inhibit[node], now) && Firing(Excite[node], now) >= Thresholds[node];
    }

    private static int Firing(int[] synapses, bool[] now)
    {
        int firing = 0;
        foreach (int source in synapses)
            firing += now[source] ? 1 : 0;
        return firing;
    }

    private static bool AnyFires(int[] synapses, bool[] now)
    {
        foreach (int source in synapses)
        {
            if (now[source])
                return true;
        }

        return false;
    }
}

/// <summary>One neuron of a <see cref="NervousNet"/>, with the names of the neurons whose axons end on it. Defined in lesson 01.</summary>
/// <param name="Name">Its name in the net.</param>
/// <param name="Threshold">How many of its excitatory synapses must be active at once.</param>
/// <param name="Excite">One entry per synapse: a name listed twice has two synapses.</param>
/// <param name="Inhibit">The neurons that can veto it.</param>
public sealed record NetNeuron(string Name, int Threshold, IReadOnlyList<string> Excite, IReadOnlyList<string> Inhibit);
