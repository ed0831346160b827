namespace Course.ExpertSystems;

/// <summary>A question of a consultation to its user, who may ask WHY. Defined in lesson 04.</summary>
/// <param name="Attribute">The attribute that is asked for.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Choices">The values that some rule looks for.</param>
/// <param name="Memory">What is known so far.</param>
/// <param name="Goals">The goal stack at this moment: first the goal that the answer serves, last the goal of the whole
/// consultation.</param>
public sealed record Question(string Attribute, string Text, IReadOnlyList<string> Choices, WorkingMemory Memory, IReadOnlyList<Goal> Goals)
{
    /// <summary>Why this is asked: the goal, the rule that needs the answer, and what is known about its conditions.</summary>
    /// <param name="higher">0 explains the question, 1 the goal behind it, and so on up the goal stack.</param>
    public string Why(int higher = 0)
    {
        if (higher >= Goals.Count)
            return Goals.Count == 0 ? "It is what you wanted to know." : $"Because you want to know the {Goals[^1].Attribute}.";
        Goal goal = Goals[higher];
        string wanted = higher == 0 ? Attribute : Goals[higher - 1].Attribute;
        IEnumerable<string> lines = goal.Rule.Conditions.Select((condition, i) =>
            $"  {(i == 0 ? "if" : "and")} {condition}{Remark(condition, wanted)}");
        return $"The {wanted} helps to find the {goal.Attribute}. By rule {goal.Rule.Name},\n{string.Join('\n', lines)}\n  then {goal.Rule.Conclusion} ({Explanation.Show(goal.Rule.Strength)}).";
    }

    private string Remark(Condition condition, string wanted) =>
        condition.Attribute == wanted ? "   [this is what I want to know]"
        : Memory.Knows(condition.Attribute) ? "   [known]"
        : "   [not looked at yet]";
}

/// <summary>What a consultation is trying to find, and the rule that it is trying. Defined in lesson 04.</summary>
/// <param name="Attribute">The attribute whose value is wanted.</param>
/// <param name="Rule">The rule that is being tried.</param>
public sealed record Goal(string Attribute, Rule Rule);
