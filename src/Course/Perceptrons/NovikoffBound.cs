using System.Numerics.Tensors;

namespace Course.Perceptrons;

/// <summary>
/// The largest number of corrections that a perceptron starting from zero can need: (R/γ)². Defined in lesson 02. A. B. J. Novikoff, On
/// convergence proofs on perceptrons, Symposium on the Mathematical Theory of Automata, Polytechnic Institute of Brooklyn, vol. 12, 1962.
/// </summary>
/// <param name="R">The length of the longest example, including its constant input 1.</param>
/// <param name="Gamma">γ, the distance from the separator to the nearest example, in the space with the constant input.</param>
public sealed record NovikoffBound(double R, double Gamma)
{
    /// <summary>(R/γ)², the number of corrections that can never be exceeded.</summary>
    public double Corrections => R * R / (Gamma * Gamma);

    /// <summary>Measures R and γ for some examples and a separator of them; a better separator gives a tighter bound.</summary>
    /// <param name="x">The examples, one per row.</param>
    /// <param name="targets">The right answers, 1 or 0.</param>
    /// <param name="w">The separator's weights, of any length.</param>
    /// <param name="b">The separator's bias.</param>
    /// <returns>The bound.</returns>
    /// <exception cref="ArgumentException">The separator gets an example wrong.</exception>
    public static NovikoffBound Of(double[][] x, int[] targets, double[] w, double b)
    {
        double length = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(w) + b * b);
        double longest = 0, nearest = double.PositiveInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            double sum = TensorPrimitives.Dot<double>(w, x[i]) + b;
            longest = Math.Max(longest, Math.Sqrt(TensorPrimitives.SumOfSquares<double>(x[i]) + 1));
            nearest = Math.Min(nearest, (targets[i] == 1 ? sum : -sum) / length);
        }
        return nearest > 0
            ? new NovikoffBound(longest, nearest)
            : throw new ArgumentException("These weights do not separate the examples, so there is no margin to speak of.", nameof(w));
    }
}
