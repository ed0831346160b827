namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 04, or do the most helpful part of them.</summary>
internal static class Lesson04
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("04.certainty", "double Answer(double[] cf) => cf.Aggregate(0.0, §Certainty.Combine);"),
        ("04.prove", """
            bool Answer(string[][] rules, string[] facts, string goal) =>
                new §ForwardChainer(new §RuleBase(rules.Select((rule, i) =>
                        new §Rule($"{i}", [.. rule[1..].Select(word => new §Condition(word, ["yes"]))], new §Fact(rule[0], "yes")))))
                    .Run(facts.ToDictionary(fact => fact, _ => "yes")).Knows(goal);
            """),
        ("04.questions", """
            string[] Answer(string[][] rules, string[] truths, string goal)
            {
                List<string> asked = [];
                var known = new §RuleBase(rules.Select((rule, i) =>
                    new §Rule($"{i}", [.. rule[1..].Select(word => new §Condition(word, ["yes"]))], new §Fact(rule[0], "yes"))));
                new §Consultation(known, question =>
                {
                    asked.Add(question.Attribute);
                    return truths.Contains(question.Attribute) ? "yes" : "no";
                }).Find(goal);
                return [.. asked];
            }
            """),
        ("04.zoo", """
            string Answer(bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
                new §ForwardChainer(new §RuleInducer().Induce(§SymbolicTable.Of(§Zoo.Load(), "kind", "animal"), "kind"))
                    .Run(new Dictionary<string, string> { ["milk"] = milk ? "1" : "0", ["legs"] = $"{legs}" }).Answer("kind");
            """),
    ];
}
