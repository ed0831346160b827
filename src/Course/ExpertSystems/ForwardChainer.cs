namespace Course.ExpertSystems;

/// <summary>
/// Forward chaining, from facts to conclusions. It finds the rules whose conditions hold (the conflict set), chooses one, fires it, and
/// starts again until none is left. Each rule fires once. Defined in lesson 04; the cycle is that of OPS5 (C. L. Forgy, 1981), in which
/// XCON was written.
/// </summary>
/// <remarks>
/// Rules wait until everything that their conditions rest on is settled, so each fires with the full certainty of its premise. Therefore,
/// with certainty factors, every order ends with the same beliefs; the choice only matters if the first answer ends the run.
/// </remarks>
/// <param name="rules">The rules.</param>
/// <param name="choose">The strategy that chooses a rule from the conflict set.</param>
public sealed class ForwardChainer(RuleBase rules, ConflictResolution choose = ConflictResolution.Order)
{
    /// <summary>The rules that could fire now and have not fired yet.</summary>
    /// <param name="memory">What is known.</param>
    public IReadOnlyList<Rule> ConflictSet(WorkingMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        Rule[] able = [.. rules.Rules
            .Where(rule => !memory.HasFired(rule) && !memory.WasObserved(rule.Conclusion.Attribute) && rule.AppliesTo(memory))];
        int first = able.Select(Level).DefaultIfEmpty().Min();
        return [.. able.Where(rule => Level(rule) == first)];

        int Level(Rule rule) => rules.LevelOf(rule.Conclusion.Attribute);
    }

    /// <summary>One cycle: chooses a rule from the conflict set and fires it.</summary>
    /// <param name="memory">What is known; the conclusion is added.</param>
    /// <returns>What the rule has changed, or null if none could fire.</returns>
    public Firing? Step(WorkingMemory memory) =>
        ConflictSet(memory).OrderByDescending(rule => Urgency(rule, memory)).FirstOrDefault() is { } chosen ? memory.Fire(chosen) : null;

    /// <summary>Fires rules until none is left, or until an attribute is known.</summary>
    /// <param name="observed">The value of each observed attribute.</param>
    /// <param name="until">Stops as soon as this attribute is known; null continues to the end.</param>
    public WorkingMemory Run(IReadOnlyDictionary<string, string> observed, string? until = null)
    {
        var memory = new WorkingMemory(observed);
        while ((until is null || !memory.Knows(until)) && Step(memory) is not null)
        {
        }

        return memory;
    }

    private int Urgency(Rule rule, WorkingMemory memory) => choose switch
    {
        ConflictResolution.Specificity => rule.Conditions.Count,
        ConflictResolution.Recency => rule.Conditions.SelectMany(condition =>
            condition.Values.Select(value => memory.MomentOf(new Fact(condition.Attribute, value)))).DefaultIfEmpty(-1).Max(),
        _ => 0,
    };
}
