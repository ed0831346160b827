namespace Course.ExpertSystems;

/// <summary>
/// Why a fact is believed: its rules, why their conditions are believed, and so on down to the observations. Defined in lesson 04.
/// </summary>
/// <param name="Fact">The fact.</param>
/// <param name="Certainty">How certain it is.</param>
/// <param name="Reasons">The rules that gave evidence for or against it, in order; none for an observation.</param>
public sealed record ProofTree(Fact Fact, double Certainty, IReadOnlyList<ProofTree.Reason> Reasons)
{
    /// <summary>The proof of a fact.</summary>
    /// <param name="memory">The memory in which it is believed.</param>
    /// <param name="fact">The fact. It may be unknown; then it has no reasons.</param>
    public static ProofTree Of(WorkingMemory memory, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new ProofTree(fact, memory[fact],
            [.. memory.Firings.Where(firing => firing.Rule.Conclusion == fact)
                .Select(firing =>
                    new Reason(firing, [.. firing.Rule.Conditions.Select(condition => Of(memory, Met(memory, condition)))]))]);
    }

    // The fact that meets a condition: the most certain accepted value; for "is not", the most certain value that the attribute has
    // instead.
    private static Fact Met(WorkingMemory memory, Condition condition) =>
        memory.Beliefs(condition.Attribute).First(belief => condition.Values.Contains(belief.Fact.Value) != condition.Negated).Fact;

    /// <summary>A rule that has fired, and why its conditions are believed.</summary>
    /// <param name="Firing">The rule and what it has changed.</param>
    /// <param name="Premises">One proof per condition.</param>
    public sealed record Reason(Firing Firing, IReadOnlyList<ProofTree> Premises);
}
