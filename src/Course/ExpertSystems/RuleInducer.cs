using Course.Data;

namespace Course.ExpertSystems;

/// <summary>
/// Induces rules from examples. It asks the question "is the attribute this value?" that tells most about the class, splits the examples by
/// it, and repeats this with both parts: a decision tree. Written with the yes side first, the tree is a decision list, in which no rule
/// needs to repeat what earlier rules have excluded. Defined in lesson 04. J. R. Quinlan, Induction of decision trees, Machine Learning 1,
/// 1986, 81-106 (ID3; gain ratio: section 8); R. L. Rivest, Learning decision lists, Machine Learning 2, 1987.
/// </summary>
/// <param name="fewest">The minimum number of examples on each side of a question: the larger it is, the fewer the rules.</param>
public sealed class RuleInducer(int fewest = 1)
{
    /// <summary>Induces a decision list that ends with a rule without conditions. Run it in order, until the attribute is known.</summary>
    /// <param name="examples">The examples, at least one. A missing value answers every question with no.</param>
    /// <param name="conclude">The attribute that the rules conclude; its values are the examples' classes.</param>
    public RuleBase Induce(SymbolicTable examples, string conclude)
    {
        ArgumentNullException.ThrowIfNull(examples);
        List<Rule> rules = [];
        Divide([.. Enumerable.Range(0, examples.Count)], []);
        return new RuleBase(rules
            .Where((rule, i) => i + 1 == rules.Count || !NextSaysTheSame(rule, rules[i + 1]))
            .Select((rule, i) => rule with { Name = $"r{i + 1}" }));

        void Divide(int[] part, Condition[] met)
        {
            if (BestQuestion(examples, part) is { } question)
            {
                Divide(question.Yes, [.. met, question.Condition]);
                Divide(question.No, met);
            }
            else
            {
                string majority = Counts(examples, part).MaxBy(count => count.Value).Key;
                rules.Add(new Rule("", met, new Fact(conclude, majority)));
            }
        }
    }

    // Any case that meets the rule also meets the next one, and gets the same answer there.
    private static bool NextSaysTheSame(Rule rule, Rule next) =>
        next.Conclusion == rule.Conclusion && next.Conditions.All(rule.Conditions.Contains);

    private Question? BestQuestion(SymbolicTable examples, int[] part)
    {
        Question[] all = Entropy(examples, part) == 0 ? [] : [.. Questions(examples, part)];
        return all.Length == 0 ? null : all.MaxBy(question => question.GainRatio);
    }

    private IEnumerable<Question> Questions(SymbolicTable examples, int[] part) =>
        from column in Enumerable.Range(0, examples.Attributes.Length)
        from value in part.Select(i => examples.Rows[i][column]).OfType<string>().Distinct()
        let yes = part.Where(i => examples.Rows[i][column] == value).ToArray()
        let no = part.Where(i => examples.Rows[i][column] != value).ToArray()
        where yes.Length >= fewest && no.Length >= fewest
        let after = (yes.Length * Entropy(examples, yes)
            + no.Length * Entropy(examples, no)) / part.Length
        let gain = Entropy(examples, part) - after
        let condition = new Condition(examples.Attributes[column], [value])
        select new Question(condition, yes, no, gain / Entropy([yes.Length, no.Length]));

    private static double Entropy(SymbolicTable examples, int[] part) => Entropy([.. Counts(examples, part).Values]);

    /// <summary>
    /// The entropy of the class in bits, the number of yes-or-no questions still needed: 0 if all examples have one class.
    /// </summary>
    private static double Entropy(int[] counts)
    {
        double total = counts.Sum();
        return -counts.Sum(count => count / total * Math.Log2(count / total));
    }

    private static Dictionary<string, int> Counts(SymbolicTable examples, int[] part) =>
        part.CountBy(i => examples.Labels[i]).ToDictionary();

    private sealed record Question(Condition Condition, int[] Yes, int[] No, double GainRatio);
}
