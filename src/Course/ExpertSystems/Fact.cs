namespace Course.ExpertSystems;

/// <summary>What may be believed: an attribute has a value, as in "stain is gram-negative". Defined in lesson 04.</summary>
/// <param name="Attribute">What is spoken of, one word: <c>stain</c>.</param>
/// <param name="Value">What it is, one word: <c>gram-negative</c>.</param>
public readonly record struct Fact(string Attribute, string Value)
{
    /// <summary>The fact as a rule writes it.</summary>
    public override string ToString() => $"{Attribute} is {Value}";
}

/// <summary>A rule has fired. Defined in lesson 04.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Premise">How certain its conditions were.</param>
/// <param name="Contribution">What it adds: that, times the rule's strength.</param>
/// <param name="Before">How certain its conclusion was before.</param>
/// <param name="After">How certain it is now: the two combined.</param>
public sealed record Firing(Rule Rule, double Premise, double Contribution, double Before, double After);
