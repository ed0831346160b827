using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.ExpertSystems;

/// <summary>
/// Random rule bases without circles: attributes a0 to a7, each with two values; a rule concludes a later attribute from earlier ones.
/// </summary>
internal static class RandomRules
{
    internal const int Given = 4;
    internal const int Attributes = 8;

    internal static Gen<(RuleBase Rules, Dictionary<string, string> Case)> Any { get; } = Gen.Int[0, int.MaxValue].Select(seed =>
    {
        var random = new Random(seed);
        var rules = Enumerable.Range(0, random.Next(1, 25)).Select(i => Draw(random, i)).ToArray();
        var known = Enumerable.Range(0, Given).Where(_ => random.Next(4) > 0).ToDictionary(i => $"a{i}", _ => Value(random));
        return (new RuleBase(rules), known);
    });

    private static Rule Draw(Random random, int number)
    {
        int about = random.Next(Given, Attributes);
        Condition[] conditions = [.. Enumerable.Range(0, random.Next(0, 4))
            .Select(_ => new Condition($"a{random.Next(about)}", [Value(random)], random.Next(4) == 0))];
        return new Rule($"r{number}", conditions, new Fact($"a{about}", Value(random)), Math.Round(random.NextDouble() * 1.9 - 0.95, 2));
    }

    private static string Value(Random random) => random.Next(2) == 0 ? "yes" : "no";
}
