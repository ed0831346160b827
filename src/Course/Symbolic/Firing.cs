namespace Course.Symbolic;

/// <summary>A rule has fired. Defined in lesson 04.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Premise">How certain its conditions were.</param>
/// <param name="Contribution">What it adds: that, times the rule's strength.</param>
/// <param name="Before">How certain its conclusion was before.</param>
/// <param name="After">How certain it is now: the two combined.</param>
public sealed record Firing(Rule Rule, double Premise, double Contribution, double Before, double After);
