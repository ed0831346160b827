using System.Numerics;
using Course.McCullochPitts;

namespace Course.PerceptronLimits;

/// <summary>
/// Proof that points are not linearly separable: how often to take each point so that the "on" points taken and the "off" points taken are
/// equally many and have the same sum. Divided by that number it is one point that both convex hulls share.
/// </summary>
/// <remarks>
/// Why that is a proof: a unit's sum w · x + b, added up over the points taken, is above 0 on the "on" side and below 0 on the "off" side;
/// but both additions are the same number. In threshold logic the condition is called summability (C. C. Elgot and C. K. Chow, 1961).
/// </remarks>
/// <param name="Times">How often each point is taken; 0 for those that the proof does not need.</param>
public sealed record InseparabilityProof(BigInteger[] Times) : Separability
{
    /// <summary>Checks that equally many points of each kind are taken, at least one, and add up to the same.</summary>
    /// <param name="points">The points, one row each.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <returns>Whether this proves that no unit is right on all of them.</returns>
    public override bool Holds(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets)
    {
        (BigInteger onCount, BigInteger[] onSum) = Taken(points, targets, kind: true);
        (BigInteger offCount, BigInteger[] offSum) = Taken(points, targets, kind: false);
        bool something = Times.All(t => t >= 0) && onCount > 0;
        return something && onCount == offCount && onSum.SequenceEqual(offSum);
    }

    /// <summary>How many points of one kind are taken, repeated ones counted as often as they are taken, and their sum.</summary>
    /// <param name="points">The points, one row each.</param>
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

    /// <summary>The proof in words, for example <c>(0,1) + (1,0) = (0,0) + (1,1)</c>: "on" points left, "off" points right.</summary>
    /// <param name="points">The points that the proof speaks of.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <returns>The equation.</returns>
    public string Equation(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets)
    {
        string Side(bool side) => string.Join(" + ", Enumerable.Range(0, points.Count)
            .Where(i => targets[i] == side && Times[i] > 0)
            .Select(i => (Times[i].IsOne ? "" : $"{Times[i]}·") + $"({string.Join(",", points[i])})"));
        return $"{Side(true)} = {Side(false)}";
    }

    /// <summary>The proof about a Boolean function in words.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The equation, rows on which the function is 1 at the left.</returns>
    public string Equation(BooleanFunction function) =>
        Equation(LinearSeparability.Corners(function.Inputs), LinearSeparability.Targets(function));

    /// <summary>The proof's size.</summary>
    /// <returns>For example <c>no unit: 4 of the points, weighed together, balance</c>.</returns>
    public override string ToString() => $"no unit: {Times.Count(t => t > 0)} of the points, weighed together, balance";
}
