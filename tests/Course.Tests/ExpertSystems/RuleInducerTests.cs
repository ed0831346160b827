using Course.Data;
using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.ExpertSystems;

public class RuleInducerTests
{
    // Quinlan's Saturday mornings (1986, table 1): outlook, temperature, humidity, windy; play or not.
    private static readonly SymbolicTable mornings = Table(
        ["outlook", "temperature", "humidity", "windy"],
        "sunny hot high no N", "sunny hot high yes N", "overcast hot high no P", "rain mild high no P", "rain cool normal no P",
        "rain cool normal yes N", "overcast cool normal yes P",
        "sunny mild high no N", "sunny cool normal no P", "rain mild normal no P", "sunny mild normal yes P", "overcast mild high yes P",
        "overcast hot normal no P", "rain mild high yes N");

    [Fact]
    public void The_rules_are_right_on_examples_that_do_not_contradict_each_other()
    {
        RuleBase rules = new RuleInducer().Induce(mornings, "play");

        Assert.All(Enumerable.Range(0, mornings.Count), i => Assert.Equal(mornings.Labels[i], Answer(rules, mornings, i)));
        Assert.Equal("overcast",
            rules.Rules.First(rule => rule.Conditions.Any(condition => condition.Attribute == "outlook")).Conditions[0].Values[0]);
    }

    [Fact]
    public void Any_table_without_contradictions_is_learnt_without_a_mistake() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var random = new Random(seed);
            string?[][] rows = [.. Enumerable.Range(0, 30)
                .Select(_ => Enumerable.Range(0, 4).Select(_ => random.Next(6) == 0 ? null : $"v{random.Next(3)}").ToArray())
                .DistinctBy(row => string.Join(' ', row))];
            SymbolicTable table = new(["a", "b", "c", "d"], rows, [.. rows.Select(_ => $"class{random.Next(3)}")]);

            RuleBase rules = new RuleInducer().Induce(table, "class");

            Assert.Empty(rules.Rules[^1].Conditions);
            Assert.All(Enumerable.Range(0, table.Count), i => Assert.Equal(table.Labels[i], Answer(rules, table, i, "class")));
        });

    [Fact]
    public void Rules_that_need_more_examples_are_fewer()
    {
        int[] counts = [.. new[] { 1, 3, 5, 8 }.Select(fewest => new RuleInducer(fewest).Induce(mornings, "play").Rules.Count)];

        Assert.Equal(counts.OrderDescending(), counts);
        Assert.Equal(1, counts[^1]);
    }

    [Fact]
    public void A_rule_that_the_next_would_answer_alike_is_left_out()
    {
        RuleBase rules = new RuleInducer().Induce(mornings, "play");

        Assert.All(rules.Rules.Zip(rules.Rules.Skip(1)), pair =>
            Assert.False(pair.First.Conclusion == pair.Second.Conclusion && pair.Second.Conditions.All(pair.First.Conditions.Contains)));
    }

    [Fact]
    public void One_class_needs_one_rule()
    {
        Rule only = Assert.Single(new RuleInducer().Induce(Table(["a"], "x P", "y P"), "play").Rules);

        Assert.Equal("rule r1\n  then play is P", only.ToString());
    }

    private static string? Answer(RuleBase rules, SymbolicTable table, int row, string goal = "play") =>
        new ForwardChainer(rules).Run(table.Case(row), until: goal).Answer(goal);

    private static SymbolicTable Table(string[] attributes, params string[] lines)
    {
        string[][] rows = [.. lines.Select(line => line.Split(' '))];
        return new(attributes, [.. rows.Select(row => row[..^1])], [.. rows.Select(row => row[^1])]);
    }
}
