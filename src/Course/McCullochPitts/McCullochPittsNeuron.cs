namespace Course.McCullochPitts;

/// <summary>
/// The neuron of 1943: it fires, wholly or not at all, when at least <paramref name="Threshold"/> of its excitatory synapses are active and
/// none of its inhibitory ones is. An input may hold several excitatory synapses; their number is its weight. The paper writes that the
/// number "exceeds" a threshold θ; reaching θ + 1 is the same for whole numbers. Defined in lesson 01.
/// </summary>
/// <remarks>W. S. McCulloch and W. Pitts, "A logical calculus of the ideas immanent in nervous activity", Bull. Math. Biophysics 5 (1943)
/// 115-133, section 2, assumptions 1, 2 and 4.</remarks>
/// <param name="Threshold">How many excitatory synapses must be active: at least 1.</param>
/// <param name="ExcitatorySynapses">For each input, how many excitatory synapses it holds (0 or more).</param>
/// <param name="Inhibits">For each input, whether it holds an inhibitory synapse: one veto is enough.</param>
public sealed record McCullochPittsNeuron(int Threshold, IReadOnlyList<int> ExcitatorySynapses, IReadOnlyList<bool> Inhibits)
{
    /// <summary>
    /// How many excitatory synapses must be active: at least 1, for a neuron at rest must not fire out of nothing (theorem 1 asks θ &gt; 0
    /// likewise).
    /// </summary>
    public int Threshold { get; } = Threshold >= 1
        ? Threshold
        : throw new ArgumentOutOfRangeException(nameof(Threshold),
            "A neuron's threshold is at least 1: it never fires without excitation.");

    /// <summary>Whether the neuron will fire one tick after its inputs were <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentException">Another number of inputs than the neuron has.</exception>
    public bool Fires(params bool[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length != ExcitatorySynapses.Count || x.Length != Inhibits.Count)
            throw new ArgumentException($"This neuron has {ExcitatorySynapses.Count} inputs, not {x.Length}.", nameof(x));
        int excitation = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] && Inhibits[i])
                return false;
            if (x[i])
                excitation += ExcitatorySynapses[i];
        }

        return excitation >= Threshold;
    }

    /// <summary>The neuron's truth table.</summary>
    public BooleanFunction Function() => BooleanFunction.Of(ExcitatorySynapses.Count, Fires);

    /// <summary>
    /// Every function that one neuron over n inputs can compute, with a neuron for each: all thresholds and synapse numbers up to
    /// <paramref name="mostSynapses"/>, every choice of inhibiting inputs.
    /// </summary>
    /// <param name="inputs">The number of inputs, 1 to 4.</param>
    /// <param name="mostSynapses">The most excitatory synapses an input may hold; 3 suffice for four inputs.</param>
    /// <returns>The functions found, the first neuron that computes each.</returns>
    public static IReadOnlyDictionary<BooleanFunction, McCullochPittsNeuron> AllFunctions(int inputs, int mostSynapses = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 4);
        var found = new Dictionary<BooleanFunction, McCullochPittsNeuron>();

        // An input either inhibits (digit 0) or holds digit - 1 excitatory synapses.
        int choices = mostSynapses + 2;
        for (int code = 0; code < (int)Math.Pow(choices, inputs); code++)
        {
            int[] digits = [.. Enumerable.Range(0, inputs).Select(i => code / (int)Math.Pow(choices, i) % choices)];
            int[] synapses = [.. digits.Select(d => Math.Max(d - 1, 0))];
            bool[] inhibits = [.. digits.Select(d => d == 0)];
            for (int threshold = 1; threshold <= synapses.Sum() + 1; threshold++)
            {
                var neuron = new McCullochPittsNeuron(threshold, synapses, inhibits);
                found.TryAdd(neuron.Function(), neuron);
            }
        }

        return found;
    }
}
