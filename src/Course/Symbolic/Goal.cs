namespace Course.Symbolic;

/// <summary>What a consultation is trying to find, and the rule by which it tries. Defined in lesson 04.</summary>
/// <param name="Attribute">The attribute whose value is wanted.</param>
/// <param name="Rule">The rule that is being tried.</param>
public sealed record Goal(string Attribute, Rule Rule);
