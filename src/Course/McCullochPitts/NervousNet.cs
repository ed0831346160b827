namespace Course.McCullochPitts;

/// <summary>
/// A net of McCulloch-Pitts neurons. All neurons step together: whether one fires at tick t + 1 depends only on what fired at tick t (unit
/// delay). A neuron may be referred to before it is added, so a net may contain circles. Defined in lesson 01.
/// </summary>
/// <remarks>W. S. McCulloch and W. Pitts, Bull. Math. Biophysics 5 (1943) 115-133, section 2: the five physical assumptions.</remarks>
/// <example><code>
/// var latch = new NervousNet("set", "reset").Neuron("q", threshold: 1, excite: ["set", "q"], inhibit: ["reset"]);
/// latch.Run(8, ("set", "01"), ("reset", "00001"))
/// </code></example>
public sealed class NervousNet
{
    private readonly List<string> afferents = [];
    private readonly HashSet<string> alwaysFiring = [];
    private readonly List<NetNeuron> neurons = [];
    private readonly HashSet<string> names = [];
    private NetWiring? wiring;

    /// <summary>Creates a net with the given peripheral afferents: its input lines, on which no axon ends.</summary>
    public NervousNet(params string[] afferents)
    {
        ArgumentNullException.ThrowIfNull(afferents);
        foreach (string name in afferents)
            AddName(name, this.afferents.Add);
    }

    /// <summary>The afferents, in the given order.</summary>
    public IReadOnlyList<string> Afferents => afferents;

    /// <summary>The afferents that can be set from outside: all except those that always fire.</summary>
    public IReadOnlyList<string> Inputs => [.. afferents.Where(a => !alwaysFiring.Contains(a))];

    /// <summary>The neurons, in the order in which they were added.</summary>
    public IReadOnlyList<NetNeuron> Neurons => neurons;

    /// <summary>The names of afferents and neurons, afferents first: the order of a state.</summary>
    public IReadOnlyList<string> Names => [.. afferents, .. neurons.Select(n => n.Name)];

    /// <summary>Whether a chain of synapses leads from some neuron back to itself.</summary>
    public bool HasCircles => Order > 0;

    /// <summary>The paper's order of a net: the smallest number of neurons whose removal leaves it without circles.</summary>
    public int Order => NetCircles.Order(Wiring);

    internal NetWiring Wiring => wiring ??= NetWiring.Of(afferents, neurons);

    /// <summary>Adds a neuron.</summary>
    /// <param name="name">Its name, new in this net.</param>
    /// <param name="threshold">How many excitatory synapses must be active at once, at least 1.</param>
    /// <param name="excite">One entry per synapse: list a name twice for two synapses.</param>
    /// <param name="inhibit">The neurons or afferents that veto it.</param>
    /// <returns>This net, so that calls can be chained.</returns>
    /// <exception cref="ArgumentException">The name is already taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 1: a neuron never fires without excitation.</exception>
    public NervousNet Neuron(string name, int threshold, string[]? excite = null, string[]? inhibit = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        AddName(name, n => neurons.Add(new NetNeuron(n, threshold, excite ?? [], inhibit ?? [])));
        return this;
    }

    /// <summary>Adds an afferent that fires at every tick.</summary>
    /// <returns>This net, so that calls can be chained.</returns>
    public NervousNet AlwaysFiring(string name)
    {
        AddName(name, afferents.Add);
        alwaysFiring.Add(name);
        return this;
    }

    /// <summary>Whether the afferent <paramref name="name"/> fires at every tick.</summary>
    public bool IsAlwaysFiring(string name) => alwaysFiring.Contains(name);

    /// <summary>Runs the net from silence at tick 0.</summary>
    /// <param name="ticks">The number of ticks to record, including tick 0.</param>
    /// <param name="spikes">For an afferent, its spikes tick by tick, such as ("cold", "0110"). It is silent after the end, and if nothing
    /// is given.</param>
    /// <returns>The recorded spikes.</returns>
    /// <exception cref="ArgumentException">There is no such afferent, or there are characters other than 0 and 1.</exception>
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
        return Run(ticks, (afferent, tick) => given.TryGetValue(afferents[afferent], out string? train) && tick < train.Length
            && train[tick] == '1');
    }

    /// <summary>
    /// The Boolean function of the inputs that neuron <paramref name="output"/> computes if the inputs are held: its state once every path
    /// from the inputs has been traversed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The net has circles, so its past matters, or more than six inputs.</exception>
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

    /// <summary>The truth table of the named neurons, with inputs held.</summary>
    public TruthTable TruthTable(params string[] outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return new TruthTable(Inputs, [.. outputs.Select(o => (o, Function(o)))]);
    }

    /// <summary>
    /// The number of ticks from a change of the inputs until <paramref name="output"/> reflects all of it: the longest path to it, in
    /// synapses.
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
            for (int afferent = 0; afferent < afferents.Count; afferent++)
                state[afferent] = alwaysFiring.Contains(afferents[afferent]) || afferentFires(afferent, tick);
            if (tick > 0)
                wiring.Step(states[tick - 1], state);
            states[tick] = state;
        }

        return new NetHistory(this, states);
    }

    private void AddName(string name, Action<string> add)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!names.Add(name))
            throw new ArgumentException($"The net has a '{name}' already.", nameof(name));
        add(name);
        wiring = null;
    }
}
