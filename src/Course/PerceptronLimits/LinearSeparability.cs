using System.Numerics;
using Course.McCullochPitts;

namespace Course.PerceptronLimits;

/// <summary>
/// Decides exactly whether one linear unit (on where w · x + b &gt; 0) can be on at all the points where it should be and off at all
/// others, and returns a proof either way.
/// </summary>
public static class LinearSeparability
{
    /// <summary>
    /// Looks for one point that a mixture of the "on" points and a mixture of the "off" points share. If the simplex method finds it, no
    /// unit exists. Otherwise, the reason why there is none, read from the same tableau, gives a unit.
    /// </summary>
    /// <param name="points">The points, one per row, all of the same length.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <returns>A proof either way; <c>Holds</c> is true for these points.</returns>
    /// <exception cref="ArgumentException">There are no points, or the numbers of points and answers differ.</exception>
    public static Separability Decide(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(targets);
        if (points.Count == 0 || points.Count != targets.Count)
        {
            throw new ArgumentException(
                $"{points.Count} points and {targets.Count} answers: there must be as many answers as points, and at least one.");
        }

        ExactSimplex tableau = Search(points, targets).Solve();
        if (tableau.IsFeasible)
        {
            return new InseparabilityProof(Reduced(tableau.Amounts));
        }

        // The refutation (u, s, t) says u · x + s ≤ 0 at "on" points, −u · x + t ≤ 0 at "off" points, and s + t > 0. So −u · x is at least
        // s at the "on" points and at most −t, which is less than s, at the "off" points. A threshold half-way between separates them.
        int n = points[0].Length;
        BigInteger[] y = tableau.Refutation;
        BigInteger[] unit = Reduced([.. y[..n].Select(u => -2 * u), y[n + 1] - y[n]]);
        return new SeparabilityProof(unit[..n], unit[n]);
    }

    /// <summary>
    /// The search by which <see cref="Decide(IReadOnlyList{int[]}, IReadOnlyList{bool})"/> decides, before its first step. It looks for
    /// one share per point, at least 0. In each kind the shares add up to 1, and both mixtures are the same point.
    /// </summary>
    /// <param name="points">The points, one per row, all of the same length n.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <returns>A search with one amount per point and n + 2 equations: the n coordinates, the shares "on", the shares "off".</returns>
    public static ExactSimplex Search(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(targets);
        int n = points[0].Length;
        return new ExactSimplex(
            [
                .. Enumerable.Range(0, n).Select(j => points.Select((x, i) => targets[i] ? x[j] : -x[j]).ToArray()),
                [.. targets.Select(on => on ? 1 : 0)],
                [.. targets.Select(on => on ? 0 : 1)],
            ],
            [.. new int[n], 1, 1]);
    }

    /// <summary>
    /// The same question for a Boolean function: its points are the corners of the unit cube, its targets the truth table.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <returns>A proof either way, about the points <see cref="Corners"/>, in the order of the truth table's rows.</returns>
    public static Separability Decide(BooleanFunction function) => Decide(Corners(function.Inputs), Targets(function));

    /// <summary>
    /// The corners of the unit cube of <paramref name="inputs"/> dimensions, in the order of a truth table's rows: 00, 01, 10, 11 for two
    /// inputs.
    /// </summary>
    /// <param name="inputs">The number of inputs, n.</param>
    /// <returns>2^n points with n coordinates each, all 0 or 1.</returns>
    public static int[][] Corners(int inputs) =>
        [.. Enumerable.Range(0, 1 << inputs).Select(row => Array.ConvertAll(BooleanFunction.InputsOf(row, inputs), x => x ? 1 : 0))];

    /// <summary>The output column of a truth table.</summary>
    /// <param name="function">The function.</param>
    /// <returns>One answer per row, first row first.</returns>
    public static bool[] Targets(BooleanFunction function) => [.. Enumerable.Range(0, function.Rows).Select(row => function[row])];

    private static BigInteger[] Reduced(BigInteger[] numbers)
    {
        BigInteger common = numbers.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return common.IsZero ? numbers : [.. numbers.Select(x => x / common)];
    }
}
