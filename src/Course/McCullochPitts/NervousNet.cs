namespace Course.McCullochPitts;

/// <summary>
/// A net of McCulloch-Pitts neurons. All neurons step together: whether one fires at tick t + 1 depends on what fired at tick t, and on
/// nothing else (unit delay). Neurons may be named before they are added, so a net may contain circles. Defined in lesson 01.
/// </summary>
/// <remarks>W. S. McCulloch and W. Pitts, Bull. Math. Biophysics 5 (1943) 115-133, section 2: the five physical assumptions.</remarks>
/// <example><code>
/// var latch = new NervousNet("set", "reset").Neuron("q", threshold: 1, excite: ["set", "q"], inhibit: ["reset"]);
/// latch.Run(8, ("set", "01"), ("reset", "00001"))
/// </code></example>
public sealed class NervousNet
{
    private readonly List<string> _afferents = [];
    private readonly HashSet<string> _alwaysFiring = [];
    private readonly List<NetNeuron> _neurons = [];
    private readonly HashSet<string> _names = [];
    private NetWiring? _wiring;

    /// <summary>A net with the given peripheral afferents: the lines by which the world reaches it, on which no axon ends.</summary>
    public NervousNet(params string[] afferents)
    {
        ArgumentNullException.ThrowIfNull(afferents);
        foreach (string name in afferents)
            AddName(name, _afferents.Add);
    }

    /// <summary>The afferents, in the order in which they were given.</summary>
    public IReadOnlyList<string> Afferents => _afferents;

    /// <summary>The afferents that the world may set: all but those that always fire.</summary>
    public IReadOnlyList<string> Inputs => [.. _afferents.Where(a => !_alwaysFiring.Contains(a))];

    /// <summary>The neurons, in the order in which they were added.</summary>
    public IReadOnlyList<NetNeuron> Neurons => _neurons;

    /// <summary>The names of afferents and neurons, afferents first: the order of a state.</summary>
    public IReadOnlyList<string> Names => [.. _afferents, .. _neurons.Select(n => n.Name)];

    /// <summary>Whether some chain of synapses leads from a neuron back to itself.</summary>
    public bool HasCircles => Order > 0;

    /// <summary>The paper's order of a net: the least number of neurons whose removal leaves it without circles.</summary>
    public int Order => NetCircles.Order(Wiring);

    internal NetWiring Wiring => _wiring ??= NetWiring.Of(_afferents, _neurons);

    /// <summary>Adds a neuron.</summary>
    /// <param name="name">Its name, new in this net.</param>
    /// <param name="threshold">How many excitatory synapses must be active at once, at least 1.</param>
    /// <param name="excite">One entry a synapse: write a name twice for two synapses.</param>
    /// <param name="inhibit">The neurons or afferents that veto it.</param>
    /// <returns>This net, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException">The name stands already for another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 1: a neuron never fires out of nothing.</exception>
    public NervousNet Neuron(string name, int threshold, string[]? excite = null, string[]? inhibit = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        AddName(name, n => _neurons.Add(new NetNeuron(n, threshold, excite ?? [], inhibit ?? [])));
        return this;
    }

    /// <summary>Adds an afferent that fires at every tick.</summary>
    /// <returns>This net, so that calls can be chained.</returns>
    public NervousNet AlwaysFiring(string name)
    {
        AddName(name, _afferents.Add);
        _alwaysFiring.Add(name);
        return this;
    }

    /// <summary>Whether the afferent <paramref name="name"/> fires at every tick.</summary>
    public bool IsAlwaysFiring(string name) => _alwaysFiring.Contains(name);

    /// <summary>Runs the net from silence at tick 0.</summary>
    /// <param name="ticks">How many ticks to record, tick 0 included.</param>
    /// <param name="spikes">For an afferent, what it does tick by tick, such as ("cold", "0110"); after the end, and where nothing is
    /// given, it is silent.</param>
    /// <returns>Who fired when.</returns>
    /// <exception cref="ArgumentException">No such afferent, or other characters than 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">A synapse comes from a neuron that was never added.</exception>
    public NetHistory Run(int ticks, params (string Afferent, string Spikes)[] spikes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks, 1);
        ArgumentNullException.ThrowIfNull(spikes);
        foreach ((string afferent, string train) in spikes)
        {
            if (!Inputs.Contains(afferent))
                throw new ArgumentException($"'{afferent}' is no input of this net; its inputs are {string.Join(", ", Inputs)}.",
                    nameof(spikes));
            if (train.Any(c => c is not ('0' or '1')))
                throw new ArgumentException($"'{train}' is no train of spikes: write 0 and 1, one a tick.", nameof(spikes));
        }

        var given = spikes.ToDictionary(s => s.Afferent, s => s.Spikes);
        return Run(ticks, (afferent, tick) => given.TryGetValue(_afferents[afferent], out string? train) && tick < train.Length
            && train[tick] == '1');
    }

    /// <summary>
    /// The Boolean function that neuron <paramref name="output"/> computes of the inputs when these are held: what it does once every path
    /// from the inputs has been walked.
    /// </summary>
    /// <exception cref="InvalidOperationException">The net has circles, so that its past matters, or more than six inputs.</exception>
    public BooleanFunction Function(string output)
    {
        if (HasCircles)
            throw new InvalidOperationException("A net with circles remembers: what it does is no function of its present inputs alone.");
        if (Inputs.Count > BooleanFunction.MostInputs)
            throw new InvalidOperationException($"A truth table here has at most {BooleanFunction.MostInputs} inputs.");
        int delay = Delay(output);
        int[] inputs = [.. Inputs.Select(Wiring.IndexOf)];
        return BooleanFunction.Of(inputs.Length, x => Run(delay + 1, (afferent, _) => x[Array.IndexOf(inputs, afferent)])[output, delay]);
    }

    /// <summary>The truth table of the named neurons, inputs held.</summary>
    public TruthTable TruthTable(params string[] outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return new TruthTable(Inputs, [.. outputs.Select(o => (o, Function(o)))]);
    }

    /// <summary>
    /// The ticks from a change of the inputs until <paramref name="output"/> has felt all of it: the longest path to it, in synapses.
    /// </summary>
    /// <exception cref="InvalidOperationException">The net has circles.</exception>
    public int Delay(string output) => NetCircles.LongestPath(Wiring, Wiring.IndexOf(output));

    internal NetHistory Run(int ticks, Func<int, int, bool> afferentFires)
    {
        NetWiring wiring = Wiring;
        var states = new bool[ticks][];
        for (int tick = 0; tick < ticks; tick++)
        {
            bool[] state = new bool[wiring.Count];
            for (int afferent = 0; afferent < _afferents.Count; afferent++)
                state[afferent] = _alwaysFiring.Contains(_afferents[afferent]) || afferentFires(afferent, tick);
            if (tick > 0)
                wiring.Step(states[tick - 1], state);
            states[tick] = state;
        }

        return new NetHistory(this, states);
    }

    private void AddName(string name, Action<string> add)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_names.Add(name))
            throw new ArgumentException($"The net has a '{name}' already.", nameof(name));
        add(name);
        _wiring = null;
    }
}
