namespace Course.Nn;

/// <summary>
/// One layer of a network from scratch, with its way forward and its way back: <see cref="Dense"/> is one. Defined in lesson 07.
/// </summary>
public interface ILayer
{
    /// <summary>What learning changes in it.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Forward, for each example of a batch.</summary>
    /// <param name="x">(B, inputs), example after example.</param>
    /// <returns>(B, outputs), in an array that the next call may use again.</returns>
    double[] Forward(double[] x);

    /// <summary>Backward: from the gradient of the outputs to the gradient of the parameters, and to the gradient of the inputs.</summary>
    /// <param name="gradient">∂E/∂y, (B, outputs), for the batch of the last forward pass.</param>
    /// <param name="toInputs">False in the first layer, whose inputs need no gradient.</param>
    /// <returns>∂E/∂x, (B, inputs), in an array that the next call may use again; empty where it is not asked for.</returns>
    double[] Backward(double[] gradient, bool toInputs = true);
}
