using System.Globalization;

namespace Course.ExpertSystems;

/// <summary>Parses the rule language line by line: the first word says what kind of line it is.</summary>
internal sealed class RuleParser
{
    private static readonly string[] keywords = ["rule", "if", "and", "then", "ask"];
    private readonly List<Rule> rules = [];
    private readonly Dictionary<string, int> lineOf = [];
    private readonly Dictionary<string, string> questions = [];
    private readonly List<Condition> conditions = [];
    private string? name;

    internal static RuleBase Parse(string text)
    {
        var parser = new RuleParser();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string[] words = line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0) parser.Read(words, number);
        }

        if (parser.name is { } open)
            throw new RuleSyntaxException(parser.lineOf[open], $"the rule '{open}' has no line that begins with 'then'.");
        return new RuleBase(parser.rules, parser.questions, parser.lineOf);
    }

    private void Read(string[] words, int line)
    {
        switch (words[0])
        {
            case "rule":
                Begin(words, line);
                break;
            case "if" or "and":
                conditions.Add(ConditionOf(words, line));
                break;
            case "then":
                rules.Add(End(words, line));
                break;
            case "ask":
                Question(words, line);
                break;
            default:
                throw new RuleSyntaxException(line, DidYouMean.For("kind of line", words[0], keywords));
        }
    }

    private void Begin(string[] words, int line)
    {
        if (name is not null)
            throw new RuleSyntaxException(line,
                $"a new rule begins, but '{name}' on line {lineOf[name]} has no line that begins with 'then'.");
        if (words.Length != 2)
            throw new RuleSyntaxException(line, "a rule's name is one word after 'rule': write 'rule NAME', with hyphens for spaces.");
        if (!lineOf.TryAdd(words[1], line))
            throw new RuleSyntaxException(line,
                $"there is a rule '{words[1]}' on line {lineOf[words[1]]} already: give this one another name.");
        name = words[1];
        conditions.Clear();
    }

    private Condition ConditionOf(string[] words, int line)
    {
        Within(words[0], line);
        if (words[0] == "if" && conditions.Count > 0)
            throw new RuleSyntaxException(line, $"'{name}' has an 'if' already: write 'and' before a further condition.");
        if (words[0] == "and" && conditions.Count == 0)
            throw new RuleSyntaxException(line, $"'{name}' needs an 'if' before its first 'and'.");
        string attribute = AttributeOf(words, line);
        bool negated = words.Length > 3 && words[3] == "not";
        string[] rest = words[(negated ? 4 : 3)..];
        if (rest.Length == 0) throw new RuleSyntaxException(line, "a value must follow after 'not'.");
        bool alternates = rest.Length % 2 == 1 && rest.Where((_, i) => i % 2 == 1).All(word => word == "or");
        if (!alternates)
            throw new RuleSyntaxException(line,
                $"'{string.Join(' ', rest)}' is not a value: a value is one word (join words by hyphens), several stand with 'or' between them.");
        return new Condition(attribute, [.. rest.Where((_, i) => i % 2 == 0)], negated);
    }

    private Rule End(string[] words, int line)
    {
        string name = Within("then", line);
        string attribute = AttributeOf(words, line);
        double strength = words.Length switch
        {
            4 => 1,
            6 when words[4] == "certainty" => StrengthOf(words[5], line),
            _ => throw new RuleSyntaxException(line,
                $"after 'then {attribute} is {words[3]}' comes nothing, or 'certainty' and one number."),
        };
        this.name = null;
        return new Rule(name, [.. conditions], new Fact(attribute, words[3]), strength);
    }

    private void Question(string[] words, int line)
    {
        if (words.Length < 3) throw new RuleSyntaxException(line, "write 'ask ATTRIBUTE' and then the question in words.");
        if (!questions.TryAdd(words[1], string.Join(' ', words[2..])))
            throw new RuleSyntaxException(line, $"there is a question about '{words[1]}' already.");
    }

    private string Within(string word, int line) =>
        name ?? throw new RuleSyntaxException(line, $"'{word}' stands outside a rule: a rule begins with a line 'rule NAME'.");

    private static string AttributeOf(string[] words, int line) =>
        words is [_, var attribute, "is", _, ..]
            ? attribute
            : throw new RuleSyntaxException(line,
                $"write '{words[0]} ATTRIBUTE is VALUE', each one word; this is '{string.Join(' ', words)}'.");

    private static double StrengthOf(string word, int line) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double strength) && strength is >= -1 and <= 1 and not 0
            ? strength
            : throw new RuleSyntaxException(line,
                $"the certainty '{word}' must be a number from -1 (certainly not) to 1 (certainly), and not 0.");
}
