namespace Course.Nn;

/// <summary>The slow and certain way to a gradient: move one number a little, and look what the loss does. Defined in lesson 06.</summary>
public static class GradientCheck
{
    private const double Step = 1e-4;

    /// <summary>
    /// Slopes smaller than this, or than this part of a loss above 1, are compared absolutely, as if they had this size: in proportion,
    /// rounding would be all that is left of them. A loss is rounded in proportion to itself.
    /// </summary>
    public const double Least = 1e-5;

    /// <summary>The gradient of a loss with respect to each of some numbers, by finite differences of fourth order.</summary>
    /// <param name="loss">The loss, as it is with the present numbers.</param>
    /// <param name="values">The numbers; they are moved and put back.</param>
    /// <returns>One gradient a number, each for four evaluations of the loss.</returns>
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

    /// <summary>Compares the gradients that a backward pass left in a model with finite differences.</summary>
    /// <param name="loss">The loss, as it is with the present parameters; it must not touch the gradients.</param>
    /// <param name="parameters">The parameters, their gradients filled in.</param>
    /// <returns>The largest difference of any gradient, in proportion to its size.</returns>
    public static double LargestError(Func<double> loss, IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loss);
        double least = Least * Math.Max(1, Math.Abs(loss()));
        return parameters.SelectMany(parameter => Gradients(loss, parameter.Values)
            .Zip(parameter.Gradient, (measured, computed) => Difference(measured, computed, least))).Max();
    }

    /// <summary>How far two gradients are apart, in proportion to the larger.</summary>
    /// <param name="one">A gradient.</param>
    /// <param name="other">The same gradient, computed in another way.</param>
    /// <param name="least">The size that smaller gradients count as.</param>
    /// <returns>0 where they are equal.</returns>
    public static double Difference(double one, double other, double least = Least) =>
        Math.Abs(one - other) / Math.Max(least, Math.Max(Math.Abs(one), Math.Abs(other)));
}
