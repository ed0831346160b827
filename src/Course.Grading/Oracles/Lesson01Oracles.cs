using static Course.Lesson01Exercises;

namespace Course.Grading;

/// <summary>What the learner builds in lesson 01: references, hidden cases, and wrong answers that they catch.</summary>
internal static class Lesson01Oracles
{
    private const string Family = "Course.Threshold";

    internal static IReadOnlyList<Oracle> All { get; } = [Majority()];

    private static Oracle Majority() =>
        Oracle.Define("01.majority", Family, (bool[] votes) => 2 * votes.Count(vote => vote) > votes.Length)
            .Edge(EdgeKind.One, "one voter, who says no", [Bits("0")])
            .Edge(EdgeKind.One, "one voter, who says yes", [Bits("1")])
            .Edge(EdgeKind.Tie, "two voters who disagree", [Bits("01")])
            .Edge(EdgeKind.Many, "1,001 voters", random => [Votes(1001, 501, random)])
            .Edge(EdgeKind.Many, "1,001 voters, one yes too few", random => [Votes(1001, 500, random)])
            .Random(10, random => [Votes(5, 2, random)])
            .Random(10, random => [Votes(5, 3, random)])
            .Mutant("Only the first three voters count", (bool[] votes) => votes.Take(3).Count(vote => vote) >= 2);

    private static bool[] Votes(int voters, int yes, Random random)
    {
        bool[] votes = [.. Enumerable.Range(0, voters).Select(voter => voter < yes)];
        random.Shuffle(votes);
        return votes;
    }
}
