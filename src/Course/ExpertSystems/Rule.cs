using System.Globalization;

namespace Course.ExpertSystems;

/// <summary>One piece of knowledge: if all conditions hold, then a fact is so, this certain. Defined in lesson 04.</summary>
/// <param name="Name">The rule's name, one word.</param>
/// <param name="Conditions">The conditions, all of which must hold; none in a rule that always fires.</param>
/// <param name="Conclusion">What follows.</param>
/// <param name="Strength">The certainty factor of the rule: how certain the conclusion is where the conditions are; below 0 for evidence
/// against.</param>
public sealed record Rule(string Name, IReadOnlyList<Condition> Conditions, Fact Conclusion, double Strength = 1)
{
    /// <summary>How certain it is that all conditions hold.</summary>
    /// <param name="memory">What is known.</param>
    public double PremiseIn(WorkingMemory memory) => Certainty.And(Conditions.Select(condition => condition.CertaintyIn(memory)));

    /// <summary>Whether the rule may fire: its conditions hold more than <see cref="Certainty.Threshold"/>.</summary>
    /// <param name="memory">What is known.</param>
    public bool AppliesTo(WorkingMemory memory) => Conditions.All(condition => condition.CertaintyIn(memory) > Certainty.Threshold);

    /// <summary>The rule in the language that <see cref="RuleBase.Parse"/> reads.</summary>
    public override string ToString() =>
        $"rule {Name}\n{string.Concat(Conditions.Select((condition, i) => $"  {(i == 0 ? "if" : "and")} {condition}\n"))}  then {Conclusion}"
        + (Strength == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" certainty {Strength:0.##}"));
}
