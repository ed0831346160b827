namespace Course.Nn;

/// <summary>
/// The slow but reliable way to compute a gradient: change one number slightly, and see how the loss changes. Defined in lesson 06.
/// </summary>
public static class GradientCheck
{
    private const double Step = 1e-4;

    /// <summary>
    /// Gradients smaller than this are compared as if they had this size; for a loss above 1, than this multiple of the loss. A relative
    /// comparison would see only rounding errors there, because a loss is rounded in proportion to its size.
    /// </summary>
    public const double Least = 1e-5;

    /// <summary>The gradient of a loss with respect to each of some numbers, by fourth-order finite differences.</summary>
    /// <param name="loss">The loss at the current numbers.</param>
    /// <param name="values">The numbers; they are changed and restored.</param>
    /// <returns>One gradient per number; each takes four evaluations of the loss.</returns>
    public static double[] Gradients(Func<double> loss, double[] values)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(values);
        var gradients = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double kept = values[i];
            double At(double moved)
            {
                values[i] = kept + moved * Step;
                return loss();
            }
            gradients[i] = (8 * (At(1) - At(-1)) - (At(2) - At(-2))) / (12 * Step);
            values[i] = kept;
        }
        return gradients;
    }

    /// <summary>Compares the gradients from a backward pass with finite differences.</summary>
    /// <param name="loss">The loss at the current parameters; it must not touch the gradients.</param>
    /// <param name="parameters">The parameters, their gradients filled in.</param>
    /// <returns>The largest relative difference of any gradient.</returns>
    public static double LargestError(Func<double> loss, IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loss);
        double least = Least * Math.Max(1, Math.Abs(loss()));
        return parameters.SelectMany(parameter => Gradients(loss, parameter.Values)
            .Zip(parameter.Gradient, (measured, computed) => Difference(measured, computed, least))).Max();
    }

    /// <summary>The difference of two gradients, relative to the larger.</summary>
    /// <param name="one">A gradient.</param>
    /// <param name="other">The same gradient, computed in another way.</param>
    /// <param name="least">Smaller gradients count as this large.</param>
    /// <returns>0 if they are equal.</returns>
    public static double Difference(double one, double other, double least = Least) =>
        Math.Abs(one - other) / Math.Max(least, Math.Max(Math.Abs(one), Math.Abs(other)));
}
