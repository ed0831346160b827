using Course.Data;
using Course.ExpertSystems;

namespace Course.Tests.ExpertSystems;

public class SoybeanExpertTests
{
    [Fact]
    public void The_experts_rules_speak_the_language_of_the_data()
    {
        SymbolicTable plants = SymbolicTable.Of(Soybean.Load(), "disease");
        Fact[] facts = [.. Enumerable.Range(0, plants.Count).SelectMany(i => plants.Case(i)).Select(pair => new Fact(pair.Key, pair.Value))
            .Distinct()];
        Fact[] concluded = [.. SoybeanExpert.Rules.Rules.Select(rule => rule.Conclusion)];

        Assert.All(SoybeanExpert.Rules.Rules.SelectMany(rule => rule.Conditions), condition =>
            Assert.All(condition.Values, value => Assert.True(facts.Concat(concluded)
            .Contains(new Fact(condition.Attribute, value)), $"{condition.Attribute} is never {value}")));
    }

    [Fact]
    public void The_expert_knows_every_disease() =>
        Assert.Equal(SymbolicTable.Of(Soybean.Load(), "disease").Classes,
            SoybeanExpert.Rules.About("disease").Select(rule => rule.Conclusion.Value).Distinct().Order(StringComparer.Ordinal));
}
