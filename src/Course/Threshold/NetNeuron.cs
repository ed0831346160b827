namespace Course.Threshold;

/// <summary>One neuron of a <see cref="NervousNet"/>, with the names of the neurons whose axons end on it. Defined in lesson 01.</summary>
/// <param name="Name">Its name in the net.</param>
/// <param name="Threshold">How many of its excitatory synapses must be active at once.</param>
/// <param name="Excite">One entry a synapse: a name that stands twice holds two synapses.</param>
/// <param name="Inhibit">The neurons that can veto it.</param>
public sealed record NetNeuron(string Name, int Threshold, IReadOnlyList<string> Excite, IReadOnlyList<string> Inhibit);
