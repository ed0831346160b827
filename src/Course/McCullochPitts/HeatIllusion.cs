namespace Course.McCullochPitts;

/// <summary>
/// The illusion that the paper explains with a net: a cold object that touches the skin briefly is felt as heat, one that stays as cold.
/// Defined in lesson 01.
/// </summary>
/// <remarks>McCulloch and Pitts 1943, section 2 (after theorem 3) and figure 1e.</remarks>
public static class HeatIllusion
{
    /// <summary>
    /// The net as the paper builds it: receptors "hot" (its N1) and "cold" (N2), "felt hot" (N3) and "felt cold" (N4), between them its Na
    /// ("a: cold before") and Nb ("b: cold ended"). Every neuron needs two active synapses, because the authors knew of no case in which
    /// one was enough. If one axon has to suffice, it has two synapses.
    /// </summary>
    public static NervousNet Net() => new NervousNet("hot", "cold")
        .Neuron("a", threshold: 2, excite: ["cold", "cold"])
        .Neuron("b", threshold: 2, excite: ["a", "a"], inhibit: ["cold"])
        .Neuron("felt hot", threshold: 2, excite: ["hot", "hot", "b", "b"])
        .Neuron("felt cold", threshold: 2, excite: ["a", "cold"]);

    /// <summary>
    /// What the paper's formulas say about tick t, given the receptors' earlier activity: hot = N1(t-1) ∨ N2(t-3)·¬N2(t-2), cold =
    /// N2(t-2)·N2(t-1). Before tick 0 everything was silent.
    /// </summary>
    public static (bool Hot, bool Cold) Formula(Func<int, bool> hot, Func<int, bool> cold, int t)
    {
        ArgumentNullException.ThrowIfNull(hot);
        ArgumentNullException.ThrowIfNull(cold);
        bool N1(int tick) => tick >= 0 && hot(tick);
        bool N2(int tick) => tick >= 0 && cold(tick);

        // The net's first neurons know nothing before tick 0, so terms that look back beyond it are false.
        return (N1(t - 1) || (N2(t - 3) && !N2(t - 2)), N2(t - 2) && N2(t - 1));
    }
}
