namespace Course.Nn;

/// <summary>A network from scratch: it answers, and it passes gradients back. Defined in lesson 06.</summary>
public interface IModel
{
    /// <summary>Everything that learning changes.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The forward pass over a batch of B examples.</summary>
    /// <param name="x">The inputs, example after example: (B, inputs), or (B, T, inputs) where the examples are sequences.</param>
    /// <param name="examples">B.</param>
    /// <returns>The outputs, (B, outputs) or (B, T, outputs), in an array that the next call may use again.</returns>
    double[] Forward(double[] x, int examples = 1);

    /// <summary>The backward pass: adds to the gradient of every parameter its part, for the batch of the last forward pass.</summary>
    /// <param name="gradient">∂E/∂y for every output, of the shape that the last forward pass returned.</param>
    void Backward(double[] gradient);
}
