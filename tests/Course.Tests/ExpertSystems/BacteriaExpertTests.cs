using Course.ExpertSystems;

namespace Course.Tests.ExpertSystems;

public class BacteriaExpertTests
{
    [Fact]
    public void Every_attribute_has_a_rule_or_a_question()
    {
        RuleBase rules = BacteriaExpert.Rules;
        Assert.Equal(10, rules.Rules.Count);
        Assert.All(rules.Rules.SelectMany(rule => rule.Conditions), condition =>
            Assert.True(rules.LevelOf(condition.Attribute) > 0 || HasQuestion(condition.Attribute), condition.Attribute));
    }

    [Fact]
    public void A_weakened_host_speaks_for_pseudomonas_and_the_missing_air_against_it()
    {
        Dictionary<string, string> patient = new()
        {
            ["stain"] = "gram-negative",
            ["shape"] = "rod",
            ["air"] = "anaerobic",
            ["site"] = "blood",
            ["portal"] = "gut",
        };
        WorkingMemory memory = new ForwardChainer(BacteriaExpert.Rules).Run(patient);

        Assert.Equal(0.6 + 0.7 - 0.6 * 0.7, memory[new Fact("organism", "bacteroides")], 12);
        Assert.Equal((0.4 * 0.4 - 0.8) / (1 - 0.4 * 0.4), memory[new Fact("organism", "pseudomonas")], 12);
    }

    private static bool HasQuestion(string attribute) =>
        BacteriaExpert.Text.Contains($"ask {attribute} ", StringComparison.Ordinal);
}
