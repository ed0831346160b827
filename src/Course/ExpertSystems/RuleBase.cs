namespace Course.ExpertSystems;

/// <summary>
/// Rules that belong together, and the questions for attributes that no rule concludes. Defined in lesson 04. In the rule language, each
/// item takes one line:
/// <code>
/// # a remark
/// ask stain What is the Gram stain of the organism?
/// rule bacteroides
///   if stain is gram-negative
///   and shape is rod or fusiform
///   and place is not blood
///   then organism is bacteroides certainty 0.6
/// </code>
/// </summary>
public sealed class RuleBase
{
    private readonly Dictionary<string, string> questions;
    private readonly Dictionary<string, int> levels = [];

    /// <summary>Combines rules.</summary>
    /// <param name="rules">The rules, in order.</param>
    /// <exception cref="RuleSyntaxException">The rules are circular.</exception>
    public RuleBase(IEnumerable<Rule> rules)
        : this(rules, [], [])
    {
    }

    internal RuleBase(IEnumerable<Rule> rules, Dictionary<string, string> questions, Dictionary<string, int> lines)
    {
        Rules = [.. rules];
        this.questions = questions;
        foreach (Rule rule in Rules) LevelOf(rule.Conclusion.Attribute, [], lines);
    }

    /// <summary>The rules, in the order in which they are written.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Parses rules from text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="RuleSyntaxException">The text cannot be parsed, or the rules are circular; the message says where and
    /// why.</exception>
    public static RuleBase Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RuleParser.Parse(text);
    }

    /// <summary>The rule with that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the closest.</exception>
    public Rule this[string name] => Rules.FirstOrDefault(rule => rule.Name == name)
        ?? throw new ArgumentException(DidYouMean.For("rule", name, Rules.Select(rule => rule.Name)));

    /// <summary>The rules that conclude something about an attribute.</summary>
    public IEnumerable<Rule> About(string attribute) => Rules.Where(rule => rule.Conclusion.Attribute == attribute);

    /// <summary>The question for an attribute: the text of its <c>ask</c> line, otherwise a question made from its name.</summary>
    public string QuestionFor(string attribute) => questions.GetValueOrDefault(attribute, $"What is the {attribute.Replace('-', ' ')}?");

    /// <summary>The values that some rule looks for.</summary>
    public IReadOnlyList<string> ValuesOf(string attribute) =>
        [.. Rules.SelectMany(rule => rule.Conditions).Where(condition => condition.Attribute == attribute)
        .SelectMany(condition => condition.Values).Distinct()];

    /// <summary>The length of the longest chain of rules between the observations and this attribute: 0 if no rule concludes it.</summary>
    public int LevelOf(string attribute) => levels.GetValueOrDefault(attribute);

    /// <summary>The rules in the language that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Join("\n\n", Rules);

    private int LevelOf(string attribute, List<string> above, Dictionary<string, int> lines)
    {
        if (levels.TryGetValue(attribute, out int known)) return known;
        if (above.Contains(attribute))
        {
            string circle = string.Join(" needs ", above.SkipWhile(name => name != attribute).Append(attribute));
            string message = $"these rules go round in a circle, so that none can come first: {circle}.";
            throw lines.TryGetValue(About(above[^1])
                .First(rule => rule.Conditions.Any(condition => condition.Attribute == attribute)).Name, out int line)
                    ? new RuleSyntaxException(line, message) : new RuleSyntaxException(message);
        }

        above.Add(attribute);
        Rule[] rules = [.. About(attribute)];
        int level = rules.Length == 0
            ? 0 : 1 + rules.SelectMany(rule => rule.Conditions).Select(condition => LevelOf(condition.Attribute, above, lines))
            .DefaultIfEmpty(0).Max();
        above.RemoveAt(above.Count - 1);
        return levels[attribute] = level;
    }
}
