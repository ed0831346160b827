using System.Numerics;
using Course.McCullochPitts;

namespace Course.PerceptronLimits;

/// <summary>
/// Parity: is the number of on inputs odd? XOR is the case with two inputs. M. Minsky and S. Papert, <i>Perceptrons</i> (MIT Press, 1969),
/// chapter 3. Defined in lesson 03.
/// </summary>
public static class Parity
{
    /// <summary>The parity function of <paramref name="inputs"/> inputs.</summary>
    /// <param name="inputs">n, from 0 to 6.</param>
    /// <returns>Its truth table.</returns>
    public static BooleanFunction Of(int inputs) => BooleanFunction.Of(inputs, x => x.Count(on => on) % 2 == 1);

    /// <summary>
    /// The share of all inputs on which the best linear unit errs: 1/2 − C(n−1, ⌊(n−1)/2⌋) / 2^n. For an even number of inputs it is the
    /// case of degree 1 in J. Aspnes, R. Beigel, M. Furst and S. Rudich, "The expressive power of voting polynomials", Combinatorica 14
    /// (1994). For an odd number it follows by fixing one input: this leaves two parities of n − 1 inputs, each with at least its own
    /// number of errors.
    /// </summary>
    /// <param name="inputs">n, at least 1 and at most 60.</param>
    /// <returns>A share between 0 and 1/2.</returns>
    public static double BestLinearErrorRate(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 60);
        return 0.5 - (double)Masks.Choose(inputs - 1, (inputs - 1) / 2) / Math.Pow(2, inputs);
    }

    /// <summary>
    /// The largest weight if parity is written as one sum of masks: ∑ (−2)^(|A|−1) · mask A over all non-empty sets A of inputs.
    /// </summary>
    /// <param name="inputs">n, at least 1.</param>
    /// <returns>2^(n−1), the size of the weight of the mask of all inputs.</returns>
    public static BigInteger LargestMaskWeight(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        return BigInteger.Pow(2, inputs - 1);
    }
}
