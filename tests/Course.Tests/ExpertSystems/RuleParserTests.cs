using Course.ExpertSystems;

namespace Course.Tests.ExpertSystems;

public class RuleParserTests
{
    private const string Small = """
        # A remark.
        ask stain How does the organism stain?
        rule bacteroides   # a remark behind a rule
          if stain is gram-negative
          and shape is rod or fusiform
          and place is not blood
          then organism is bacteroides certainty 0.6

        rule always
          then season is winter
        """;

    [Fact]
    public void A_text_of_rules_is_read()
    {
        RuleBase rules = RuleBase.Parse(Small);

        Rule rule = rules["bacteroides"];
        Assert.Equal(["stain is gram-negative", "shape is rod or fusiform", "place is not blood"],
            rule.Conditions.Select(condition => condition.ToString()));
        Assert.Equal(new Fact("organism", "bacteroides"), rule.Conclusion);
        Assert.Equal(0.6, rule.Strength);
        Assert.Empty(rules["always"].Conditions);
        Assert.Equal(1, rules["always"].Strength);
        Assert.Equal("How does the organism stain?", rules.QuestionFor("stain"));
        Assert.Equal("What is the body site?", rules.QuestionFor("body-site"));
        Assert.Equal(["rod", "fusiform"], rules.ValuesOf("shape"));
    }

    [Fact]
    public void Rules_written_out_are_read_back()
    {
        string text = RuleBase.Parse(Small).ToString();

        Assert.Equal(text, RuleBase.Parse(text).ToString());
        Assert.Contains("then organism is bacteroides certainty 0.6", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rule a\nif x is y\nadn z is w\nthen p is q", 3, "There is no kind of line \"adn\". Did you mean \"and\"?")]
    [InlineData("rule a\nif x y\nthen p is q", 2, "write 'if ATTRIBUTE is VALUE', each one word; this is 'if x y'.")]
    [InlineData("rule a\nif x is very large\nthen p is q", 2, "'very large' is not a value: a value is one word")]
    [InlineData("rule a\nif x is y or\nthen p is q", 2, "'y or' is not a value")]
    [InlineData("rule a\nif x is not\nthen p is q", 2, "a value must follow after 'not'.")]
    [InlineData("rule a\nif x is y\nthen p is q certainty 1.5", 3,
        "the certainty '1.5' must be a number from -1 (certainly not) to 1 (certainly), and not 0.")]
    [InlineData("rule a\nif x is y\nthen p is q certainty 0,5", 3, "the certainty '0,5' must be a number")]
    [InlineData("rule a\nif x is y\nthen p is q 0.5", 3, "after 'then p is q' comes nothing, or 'certainty' and one number.")]
    [InlineData("rule a\nif x is y\nrule b\nthen p is q", 3, "a new rule begins, but 'a' on line 1 has no line that begins with 'then'.")]
    [InlineData("rule a\nif x is y", 1, "the rule 'a' has no line that begins with 'then'.")]
    [InlineData("rule a\nthen p is q\n\nrule a\nthen p is r", 4, "there is a rule 'a' on line 1 already")]
    [InlineData("if x is y\nthen p is q", 1, "'if' stands outside a rule: a rule begins with a line 'rule NAME'.")]
    [InlineData("rule a\nand x is y\nthen p is q", 2, "'a' needs an 'if' before its first 'and'.")]
    [InlineData("rule a\nif x is y\nif z is w\nthen p is q", 3, "'a' has an 'if' already: write 'and' before a further condition.")]
    [InlineData("rule two words\nthen p is q", 1, "a rule's name is one word after 'rule'")]
    [InlineData("ask x", 1, "write 'ask ATTRIBUTE' and then the question in words.")]
    [InlineData("ask x A?\nask x B?", 2, "there is a question about 'x' already.")]
    [InlineData("rule a\nif x is y\nthen p is q\nrule b\nif p is q\nthen x is y", 4,
        "these rules go round in a circle, so that none can come first: p needs x needs p.")]
    public void A_mistake_is_named_with_its_line(string text, int line, string message)
    {
        RuleSyntaxException error = Assert.Throws<RuleSyntaxException>(() => RuleBase.Parse(text));

        Assert.Equal(line, error.Line);
        Assert.StartsWith($"line {line}: {message}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_rule_is_named_with_the_nearest() =>
        Assert.Contains("Did you mean \"bacteroides\"?",
        Assert.Throws<ArgumentException>(() => RuleBase.Parse(Small)["bacteroids"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Levels_count_the_rules_between_observation_and_conclusion()
    {
        RuleBase rules = RuleBase.Parse("rule a\nif x is 1\nthen y is 1\nrule b\nif y is 1\nthen z is 1\nrule c\nif x is 1\nthen z is 2");

        Assert.Equal([0, 1, 2], new[] { "x", "y", "z" }.Select(rules.LevelOf));
    }
}
