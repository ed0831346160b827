namespace Course.ExpertSystems;

/// <summary>A condition of a rule: an attribute is one of some values, or is known and is none of them. Defined in lesson 04.</summary>
/// <param name="Attribute">The attribute to look at.</param>
/// <param name="Values">The accepted values, at least one.</param>
/// <param name="Negated">Whether the attribute must be known and be none of the values.</param>
public sealed record Condition(string Attribute, IReadOnlyList<string> Values, bool Negated = false)
{
    /// <summary>How certain it is that the condition holds: 0 if nothing is known about the attribute.</summary>
    /// <param name="memory">What is known.</param>
    /// <returns>The best certainty of the accepted values; for a negated condition 1 or 0.</returns>
    public double CertaintyIn(WorkingMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        double best = Values.Max(value => memory[new Fact(Attribute, value)]);
        if (!Negated) return best;
        return memory.Knows(Attribute) && best <= Certainty.Threshold ? 1 : 0;
    }

    /// <summary>The condition as a rule writes it.</summary>
    public override string ToString() => $"{Attribute} is {(Negated ? "not " : "")}{string.Join(" or ", Values)}";
}
