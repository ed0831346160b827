using System.Numerics;
using Course.McCullochPitts;

namespace Course.PerceptronLimits;

/// <summary>
/// Proof that points are not linearly separable. It says how often to take each point, so that as many "on" points as "off" points are
/// taken and both have the same sum. That sum divided by their number is one point that both convex hulls share.
/// </summary>
/// <remarks>
/// Why that is a proof: add up a unit's sum w · x + b over the points taken. The total is above 0 on the "on" side and not on the "off"
/// side, yet both totals are the same number. In threshold logic the condition is called summability (C. C. Elgot and C. K. Chow, 1961).
/// </remarks>
/// <param name="Times">How often each point is taken; 0 if the proof does not need it.</param>
public sealed record InseparabilityProof(BigInteger[] Times) : Separability
{
    /// <summary>Checks that equally many points of each kind are taken, at least one, and that their sums are equal.</summary>
    /// <param name="points">The points, one per row.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <returns>Whether this proves that no unit is right on all of them.</returns>
    public override bool Holds(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets)
    {
        (BigInteger onCount, BigInteger[] onSum) = Taken(points, targets, kind: true);
        (BigInteger offCount, BigInteger[] offSum) = Taken(points, targets, kind: false);
        bool something = Times.All(t => t >= 0) && onCount > 0;
        return something && onCount == offCount && onSum.SequenceEqual(offSum);
    }

    /// <summary>How many points of one kind are taken, counting repetitions, and their sum.</summary>
    /// <param name="points">The points, one per row.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <param name="kind">True for the "on" points, false for the "off" points.</param>
    /// <returns>The number of points taken, and their sum, coordinate by coordinate.</returns>
    public (BigInteger Count, BigInteger[] Sum) Taken(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets, bool kind)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(targets);
        BigInteger count = 0;
        var sum = new BigInteger[points[0].Length];
        for (int i = 0; i < points.Count; i++)
        {
            if (targets[i] == kind)
            {
                count += Times[i];
                for (int j = 0; j < sum.Length; j++)
                {
                    sum[j] += Times[i] * points[i][j];
                }
            }
        }

        return (count, sum);
    }

    /// <summary>The proof as text, for example <c>(0,1) + (1,0) = (0,0) + (1,1)</c>: "on" points left, "off" points right.</summary>
    /// <param name="points">The points that the proof is about.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <returns>The equation.</returns>
    public string Equation(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets)
    {
        string Side(bool side) => string.Join(" + ", Enumerable.Range(0, points.Count)
            .Where(i => targets[i] == side && Times[i] > 0)
            .Select(i => (Times[i].IsOne ? "" : $"{Times[i]}·") + $"({string.Join(",", points[i])})"));
        return $"{Side(true)} = {Side(false)}";
    }

    /// <summary>The proof about a Boolean function as text.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The equation; rows on which the function is 1 are on the left.</returns>
    public string Equation(BooleanFunction function) =>
        Equation(LinearSeparability.Corners(function.Inputs), LinearSeparability.Targets(function));

    /// <summary>The proof's size.</summary>
    /// <returns>For example <c>no unit: 4 of the points, weighed together, balance</c>.</returns>
    public override string ToString() => $"no unit: {Times.Count(t => t > 0)} of the points, weighed together, balance";
}
