namespace Course.Nn;

/// <summary>A network from scratch, with a forward and a backward pass. Defined in lesson 06.</summary>
public interface IModel
{
    /// <summary>All trainable parameters.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The forward pass over a batch of B examples.</summary>
    /// <param name="x">The inputs, example after example: (B, inputs), or (B, T, inputs) if the examples are sequences.</param>
    /// <param name="examples">B.</param>
    /// <returns>The outputs, (B, outputs) or (B, T, outputs), in an array that the next call may reuse.</returns>
    double[] Forward(double[] x, int examples = 1);

    /// <summary>The backward pass: adds to the gradient of every parameter, for the batch of the last forward pass.</summary>
    /// <param name="gradient">∂E/∂y for every output, in the shape that the last forward pass returned.</param>
    void Backward(double[] gradient);
}
