using System.Numerics;
using Course.McCullochPitts;

namespace Course.PerceptronLimits;

/// <summary>
/// Masks: features that are 1 if all inputs of one set A are on. A set is a whole number whose binary digits say which inputs belong to it,
/// the first input leftmost, as in the rows of a truth table. The number of inputs in A is the mask's order. A weighted sum of masks of
/// order up to k can compute anything that a weighted sum of predicates on at most k inputs can (M. Minsky and S. Papert,
/// <i>Perceptrons</i>, MIT Press, 1969, section 1.5, the positive normal form). Defined in lesson 03.
/// </summary>
public static class Masks
{
    /// <summary>All non-empty sets of at most <paramref name="order"/> of <paramref name="inputs"/> inputs, small sets first.</summary>
    /// <param name="inputs">n, at most 20.</param>
    /// <param name="order">k, the largest number of inputs in a set.</param>
    /// <returns>One whole number per set.</returns>
    public static int[] UpTo(int inputs, int order)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 20);
        return [.. Enumerable.Range(1, (1 << inputs) - 1).Where(a => BitOperations.PopCount((uint)a) <= order)
            .OrderBy(a => BitOperations.PopCount((uint)a)).ThenByDescending(a => a)];
    }

    /// <summary>The value of each mask in row <paramref name="row"/> of a truth table.</summary>
    /// <param name="row">The row: its binary digits are the inputs.</param>
    /// <param name="masks">The sets.</param>
    /// <returns>One number per mask: 1 if all of its inputs are on, otherwise 0.</returns>
    public static int[] Features(int row, IReadOnlyList<int> masks)
    {
        ArgumentNullException.ThrowIfNull(masks);
        return [.. masks.Select(a => (row & a) == a ? 1 : 0)];
    }

    /// <summary>Decides whether a weighted sum of masks of at most a given order can compute a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="order">k, the largest number of inputs of a mask.</param>
    /// <returns>A proof either way, about the points <see cref="Points"/>.</returns>
    public static Separability Decide(BooleanFunction function, int order) =>
        LinearSeparability.Decide(Points(function.Inputs, order), LinearSeparability.Targets(function));

    /// <summary>Each row of a truth table as masks of at most a given order see it.</summary>
    /// <param name="inputs">n.</param>
    /// <param name="order">k.</param>
    /// <returns>2^n points with <see cref="Count"/> coordinates each.</returns>
    public static int[][] Points(int inputs, int order)
    {
        int[] masks = UpTo(inputs, order);
        return [.. Enumerable.Range(0, 1 << inputs).Select(row => Features(row, masks))];
    }

    /// <summary>The number of masks of at most a given order: C(n, 1) + ... + C(n, k).</summary>
    /// <param name="inputs">n.</param>
    /// <param name="order">k.</param>
    /// <returns>The number of weights of a perceptron of that order, without the bias.</returns>
    public static BigInteger Count(int inputs, int order) =>
        Enumerable.Range(1, Math.Min(order, inputs)).Aggregate(BigInteger.Zero, (sum, size) => sum + Choose(inputs, size));

    /// <summary>The number of ways to choose <paramref name="size"/> of <paramref name="of"/> things.</summary>
    /// <param name="of">n.</param>
    /// <param name="size">k, from 0 to n.</param>
    /// <returns>C(n, k).</returns>
    public static BigInteger Choose(int of, int size) =>
        Enumerable.Range(1, size).Aggregate(BigInteger.One, (product, i) => product * (of - size + i) / i);
}
