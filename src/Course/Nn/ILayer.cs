namespace Course.Nn;

/// <summary>
/// One layer of a network from scratch, with its way forward and its way back: <see cref="Dense"/> is one. Defined in lesson 07.
/// </summary>
public interface ILayer
{
    /// <summary>What learning changes in it.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Forward, for each example of a batch. The examples may be sequences: then each has T steps.</summary>
    /// <param name="x">(B, inputs), or (B, T, inputs), example after example and step after step.</param>
    /// <param name="examples">B. The steps follow: T is the length of x through B times the inputs.</param>
    /// <returns>(B, outputs), or (B, T, outputs), in an array that the next call may use again.</returns>
    double[] Forward(double[] x, int examples = 1);

    /// <summary>Backward: from the gradient of the outputs to the gradient of the parameters, and to the gradient of the inputs.</summary>
    /// <param name="gradient">∂E/∂y, of the shape that the last forward pass returned.</param>
    /// <param name="toInputs">False in the first layer, whose inputs need no gradient.</param>
    /// <returns>∂E/∂x, of the shape of x, in an array that the next call may use again; empty where it is not asked for.</returns>
    double[] Backward(double[] gradient, bool toInputs = true);
}
