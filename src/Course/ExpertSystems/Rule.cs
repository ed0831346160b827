using System.Globalization;

namespace Course.ExpertSystems;

/// <summary>One piece of knowledge: if all conditions hold, then a fact is true with this certainty. Defined in lesson 04.</summary>
/// <param name="Name">The rule's name, one word.</param>
/// <param name="Conditions">The conditions, which must all hold; none for a rule that always fires.</param>
/// <param name="Conclusion">What follows.</param>
/// <param name="Strength">The certainty factor of the rule: how certain the conclusion is if the conditions are certain; below 0 for
/// evidence against.</param>
public sealed record Rule(string Name, IReadOnlyList<Condition> Conditions, Fact Conclusion, double Strength = 1)
{
    /// <summary>How certain it is that all conditions hold.</summary>
    /// <param name="memory">What is known.</param>
    public double PremiseIn(WorkingMemory memory) => Certainty.And(Conditions.Select(condition => condition.CertaintyIn(memory)));

    /// <summary>Whether the rule may fire: each condition is more certain than <see cref="Certainty.Threshold"/>.</summary>
    /// <param name="memory">What is known.</param>
    public bool AppliesTo(WorkingMemory memory) => Conditions.All(condition => condition.CertaintyIn(memory) > Certainty.Threshold);

    /// <summary>The rule in the language that <see cref="RuleBase.Parse"/> reads.</summary>
    public override string ToString() =>
        $"rule {Name}\n{string.Concat(Conditions.Select((condition, i) => $"  {(i == 0 ? "if" : "and")} {condition}\n"))}  then {Conclusion}"
        + (Strength == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" certainty {Strength:0.##}"));
}
