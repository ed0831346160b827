namespace Course.ExpertSystems;

/// <summary>A possible belief: an attribute has a value, as in "stain is gram-negative". Defined in lesson 04.</summary>
/// <param name="Attribute">The attribute, one word: <c>stain</c>.</param>
/// <param name="Value">Its value, one word: <c>gram-negative</c>.</param>
public readonly record struct Fact(string Attribute, string Value)
{
    /// <summary>The fact as a rule writes it.</summary>
    public override string ToString() => $"{Attribute} is {Value}";
}

/// <summary>Records that a rule has fired. Defined in lesson 04.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Premise">How certain its conditions were.</param>
/// <param name="Contribution">What it adds: the premise times the rule's strength.</param>
/// <param name="Before">How certain its conclusion was before.</param>
/// <param name="After">How certain it is now: both combined.</param>
public sealed record Firing(Rule Rule, double Premise, double Contribution, double Before, double After);
