namespace Course.McCullochPitts;

/// <summary>
/// The illusion that the paper explains by a net: a cold object that touches the skin for a moment is felt as heat, one that stays as cold.
/// Defined in lesson 01.
/// </summary>
/// <remarks>McCulloch and Pitts 1943, section 2 (after theorem 3) and figure 1e.</remarks>
public static class HeatIllusion
{
    /// <summary>
    /// The net, built as the paper builds it: afferents "hot" (its N1) and "cold" (N2), "felt hot" (N3) and "felt cold" (N4), between them
    /// its Na ("a: cold before") and Nb ("b: cold ended"). Every neuron needs two active synapses, for the authors knew of no case in which
    /// one was enough; where one axon shall suffice it holds two.
    /// </summary>
    public static NervousNet Net() => new NervousNet("hot", "cold")
        .Neuron("a", threshold: 2, excite: ["cold", "cold"])
        .Neuron("b", threshold: 2, excite: ["a", "a"], inhibit: ["cold"])
        .Neuron("felt hot", threshold: 2, excite: ["hot", "hot", "b", "b"])
        .Neuron("felt cold", threshold: 2, excite: ["a", "cold"]);

    /// <summary>
    /// What the paper's formulas say of tick t, from what the receptors did before: hot = N1(t-1) ∨ N2(t-3)·¬N2(t-2), cold =
    /// N2(t-2)·N2(t-1). Before tick 0 all was silent.
    /// </summary>
    public static (bool Hot, bool Cold) Formula(Func<int, bool> hot, Func<int, bool> cold, int t)
    {
        ArgumentNullException.ThrowIfNull(hot);
        ArgumentNullException.ThrowIfNull(cold);
        bool N1(int tick) => tick >= 0 && hot(tick);
        bool N2(int tick) => tick >= 0 && cold(tick);

        // The net's first neurons know nothing before tick 0, and so the terms that look back across it are false.
        return (N1(t - 1) || (N2(t - 3) && !N2(t - 2)), N2(t - 2) && N2(t - 1));
    }
}
