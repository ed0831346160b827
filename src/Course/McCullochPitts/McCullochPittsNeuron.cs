namespace Course.McCullochPitts;

/// <summary>
/// The neuron of 1943. It fires, all or nothing, if at least <paramref name="Threshold"/> of its excitatory synapses are active and none of
/// its inhibitory ones is. An input may have several excitatory synapses; their number is its weight. In the paper the number must "exceed"
/// a threshold θ; for whole numbers, reaching θ + 1 is the same. Defined in lesson 01.
/// </summary>
/// <remarks>W. S. McCulloch and W. Pitts, "A logical calculus of the ideas immanent in nervous activity", Bull. Math. Biophysics 5 (1943)
/// 115-133, section 2, assumptions 1, 2 and 4.</remarks>
/// <param name="Threshold">How many excitatory synapses must be active: at least 1.</param>
/// <param name="ExcitatorySynapses">The number of excitatory synapses of each input (0 or more).</param>
/// <param name="Inhibits">Whether each input has an inhibitory synapse: one veto is enough.</param>
public sealed record McCullochPittsNeuron(int Threshold, IReadOnlyList<int> ExcitatorySynapses, IReadOnlyList<bool> Inhibits)
{
    /// <summary>
    /// How many excitatory synapses must be active: at least 1, because a neuron at rest must not fire spontaneously (likewise, theorem 1
    /// requires θ &gt; 0).
    /// </summary>
    public int Threshold { get; } = Threshold >= 1
        ? Threshold
        : throw new ArgumentOutOfRangeException(nameof(Threshold),
            "A neuron's threshold is at least 1: it never fires without excitation.");

    /// <summary>Whether the neuron will fire one tick after its inputs were <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentException">The number of inputs differs from the neuron's.</exception>
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
    /// Every function that one neuron over n inputs can compute, with a neuron for each. Tries all thresholds, all synapse numbers up to
    /// <paramref name="mostSynapses"/>, and every choice of inhibiting inputs.
    /// </summary>
    /// <param name="inputs">The number of inputs, 1 to 4.</param>
    /// <param name="mostSynapses">The largest number of excitatory synapses per input; 3 are enough for four inputs.</param>
    /// <returns>The functions found, each with the first neuron that computes it.</returns>
    public static IReadOnlyDictionary<BooleanFunction, McCullochPittsNeuron> AllFunctions(int inputs, int mostSynapses = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 4);
        var found = new Dictionary<BooleanFunction, McCullochPittsNeuron>();

        // An input either inhibits (digit 0) or has digit - 1 excitatory synapses.
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
