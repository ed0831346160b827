using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.ExpertSystems;

public class ChainingTests
{
    private static readonly RuleBase birds = RuleBase.Parse("""
        rule birds-fly
          if class is bird
          then flies is yes
        rule penguins-do-not
          if class is bird
          and kind is penguin
          then flies is no
        rule feathered
          if feathers is yes
          then class is bird
        """);

    private static readonly Dictionary<string, string> penguin = new() { ["feathers"] = "yes", ["kind"] = "penguin" };

    [Fact]
    public void Forward_and_backward_chaining_come_to_the_same_beliefs() =>
        RandomRules.Any.Sample(sample =>
        {
            WorkingMemory forward = new ForwardChainer(sample.Rules).Run(sample.Case);
            var backward = new Consultation(sample.Rules, question => sample.Case.GetValueOrDefault(question.Attribute));
            for (int i = 0; i < RandomRules.Attributes; i++) backward.Find($"a{i}");

            AssertEqual(forward, backward.Memory);
        });

    [Fact]
    public void Every_strategy_ends_with_the_same_beliefs() =>
        RandomRules.Any.Sample(sample =>
        {
            WorkingMemory first = new ForwardChainer(sample.Rules).Run(sample.Case);

            AssertEqual(first, new ForwardChainer(sample.Rules, ConflictResolution.Specificity).Run(sample.Case));
            AssertEqual(first, new ForwardChainer(sample.Rules, ConflictResolution.Recency).Run(sample.Case));
        });

    [Theory]
    [InlineData(ConflictResolution.Order, "yes")]
    [InlineData(ConflictResolution.Specificity, "no")]
    public void The_first_answer_depends_on_the_strategy(ConflictResolution choose, string flies) =>
        Assert.Equal(flies, new ForwardChainer(birds, choose).Run(penguin, until: "flies").Answer("flies"));

    [Fact]
    public void Recency_prefers_the_rule_with_the_newest_fact()
    {
        RuleBase rules = RuleBase.Parse("rule old\nif x is 1\nthen z is old\nrule new\nif y is 1\nthen z is new");
        var memory = new WorkingMemory(new Dictionary<string, string> { ["x"] = "1" });
        memory.Observe(new Fact("y", "1"));

        Assert.Equal("new", new ForwardChainer(rules, ConflictResolution.Recency).Step(memory)!.Rule.Name);
    }

    [Fact]
    public void A_rule_waits_for_what_its_conditions_rest_on() =>
        Assert.Equal(["feathered", "birds-fly", "penguins-do-not"],
        new ForwardChainer(birds).Run(penguin).Firings.Select(firing => firing.Rule.Name));

    [Fact]
    public void What_is_observed_is_not_concluded_again()
    {
        WorkingMemory memory = new ForwardChainer(birds).Run(
            new Dictionary<string, string> { ["feathers"] = "yes", ["class"] = "reptile" });

        Assert.Empty(memory.Firings);
        Assert.Equal("reptile", memory.Answer("class"));
    }

    [Fact]
    public void A_premise_below_the_threshold_fires_no_rule()
    {
        var memory = new WorkingMemory();
        memory.Observe(new Fact("feathers", "yes"), 0.2);

        Assert.Null(new ForwardChainer(birds).Step(memory));
    }

    [Fact]
    public void Nothing_is_asked_twice_or_in_vain()
    {
        var consultation = new Consultation(birds, question => question.Attribute == "feathers" ? "no" : "penguin");

        Assert.Null(consultation.Find("flies"));
        Assert.Equal(["feathers"], consultation.Asked);
    }

    [Fact]
    public void An_answer_may_carry_a_certainty()
    {
        var consultation = new Consultation(birds, question => question.Attribute == "feathers" ? "yes 0.7" : null);
        consultation.Find("flies");

        Assert.Equal(0.7, consultation.Memory[new Fact("flies", "yes")], 1e-12);
    }

    [Theory]
    [InlineData("rod", 0, true)]
    [InlineData(null, 0, true)]
    public void A_negated_condition_asks_for_a_known_value(string? shape, int unknown, bool negated)
    {
        var condition = new Condition("shape", ["coccus"], negated);
        var memory = new WorkingMemory(shape is null ? null : new Dictionary<string, string> { ["shape"] = shape });

        Assert.Equal(shape is null ? unknown : 1, condition.CertaintyIn(memory));
    }

    private static void AssertEqual(WorkingMemory expected, WorkingMemory actual)
    {
        Assert.Equal(expected.Firings.Select(firing => firing.Rule.Name).Order(), actual.Firings.Select(firing => firing.Rule.Name)
            .Order());
        Assert.All(expected.Firings, firing => Assert.Equal(expected[firing.Rule.Conclusion], actual[firing.Rule.Conclusion], 1e-9));
    }
}
