using System.Globalization;

namespace Course.ExpertSystems;

/// <summary>
/// Backward chaining, from a goal back to the questions that decide it. To find an attribute, it tries all rules that conclude it; to try a
/// rule, it finds the attributes of its conditions. It asks for what no rule concludes, and never asks twice. Defined in lesson 04; the
/// control strategy of MYCIN (E. H. Shortliffe, 1976, chapter 3).
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="answer">Answers a question: a value, perhaps with a certainty ("rod 0.8"), or null if the answer is not known.</param>
public sealed class Consultation(RuleBase rules, Func<Question, string?> answer)
{
    private readonly Stack<Goal> goals = [];
    private readonly HashSet<string> traced = [];

    /// <summary>What is known, from answers and from rules.</summary>
    public WorkingMemory Memory { get; } = new();

    /// <summary>The attributes that the user was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Finds an attribute.</summary>
    /// <param name="attribute">The goal.</param>
    /// <returns>The value with the strongest belief, or null if none is known.</returns>
    public string? Find(string attribute)
    {
        Trace(attribute);
        return Memory.Answer(attribute);
    }

    private void Trace(string attribute)
    {
        if (!traced.Add(attribute)) return;
        Rule[] about = [.. rules.About(attribute)];
        if (about.Length == 0) Ask(attribute);
        foreach (Rule rule in about)
        {
            goals.Push(new Goal(attribute, rule));
            if (rule.Conditions.All(Holds)) Memory.Fire(rule);
            goals.Pop();
        }
    }

    // The first condition that fails ends the rule, so no question is asked in vain.
    private bool Holds(Condition condition)
    {
        Trace(condition.Attribute);
        return condition.CertaintyIn(Memory) > Certainty.Threshold;
    }

    private void Ask(string attribute)
    {
        Asked.Add(attribute);
        string? reply = answer(new Question(attribute, rules.QuestionFor(attribute), rules.ValuesOf(attribute), Memory, [.. goals]));
        if (reply?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var value, .. var rest]) return;
        double certainty = rest is [var number]
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double given) ? given : 1;
        Memory.Observe(new Fact(attribute, value), certainty);
    }
}
