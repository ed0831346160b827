namespace Course.Symbolic;

/// <summary>What may be believed: an attribute has a value, as in "stain is gram-negative". Defined in lesson 04.</summary>
/// <param name="Attribute">What is spoken of, one word: <c>stain</c>.</param>
/// <param name="Value">What it is, one word: <c>gram-negative</c>.</param>
public readonly record struct Fact(string Attribute, string Value)
{
    /// <summary>The fact as a rule writes it.</summary>
    public override string ToString() => $"{Attribute} is {Value}";
}
