namespace Course.ExpertSystems;

/// <summary>
/// Why a fact is believed: by which rules, and why their conditions are, down to what was observed. Defined in lesson 04.
/// </summary>
/// <param name="Fact">The fact.</param>
/// <param name="Certainty">How certain it is.</param>
/// <param name="Reasons">The rules that have spoken for or against it, in order; none for an observation.</param>
public sealed record ProofTree(Fact Fact, double Certainty, IReadOnlyList<ProofTree.Reason> Reasons)
{
    /// <summary>The proof of a fact.</summary>
    /// <param name="memory">Where it is believed.</param>
    /// <param name="fact">The fact, which may also be unknown: then nothing is behind it.</param>
    public static ProofTree Of(WorkingMemory memory, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new ProofTree(fact, memory[fact],
            [.. memory.Firings.Where(firing => firing.Rule.Conclusion == fact)
                .Select(firing =>
                    new Reason(firing, [.. firing.Rule.Conditions.Select(condition => Of(memory, Met(memory, condition)))]))]);
    }

    // The fact that meets a condition: the best of the values that will do; for "is not" the best of what the attribute is instead.
    private static Fact Met(WorkingMemory memory, Condition condition) =>
        memory.Beliefs(condition.Attribute).First(belief => condition.Values.Contains(belief.Fact.Value) != condition.Negated).Fact;

    /// <summary>A rule that has fired, and why its conditions are believed.</summary>
    /// <param name="Firing">The rule and what it has changed.</param>
    /// <param name="Premises">One proof a condition.</param>
    public sealed record Reason(Firing Firing, IReadOnlyList<ProofTree> Premises);
}
