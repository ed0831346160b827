namespace Course.Nn;

/// <summary>
/// One layer of a network from scratch, with its forward and backward pass, such as <see cref="Dense"/>. Defined in lesson 07.
/// </summary>
public interface ILayer
{
    /// <summary>Its trainable parameters.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The forward pass over a batch. The examples may be sequences; then each has T steps.</summary>
    /// <param name="x">(B, inputs), or (B, T, inputs), example after example and step after step.</param>
    /// <param name="examples">B. It determines T, the number of steps: the length of x divided by B times the inputs.</param>
    /// <returns>(B, outputs), or (B, T, outputs), in an array that the next call may reuse.</returns>
    double[] Forward(double[] x, int examples = 1);

    /// <summary>The backward pass: from the gradient of the outputs to the gradients of the parameters and of the inputs.</summary>
    /// <param name="gradient">∂E/∂y, in the shape that the last forward pass returned.</param>
    /// <param name="toInputs">False in the first layer: no gradient is needed for its inputs.</param>
    /// <returns>∂E/∂x, in the shape of x, in an array that the next call may reuse; empty if not requested.</returns>
    double[] Backward(double[] gradient, bool toInputs = true);
}
