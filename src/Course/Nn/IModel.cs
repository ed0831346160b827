namespace Course.Nn;

/// <summary>A network from scratch: it answers, and it passes gradients back. Defined in lesson 06.</summary>
public interface IModel
{
    /// <summary>Everything that learning changes.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The forward pass over a batch of B examples.</summary>
    /// <param name="x">The inputs, example after example, (B, inputs).</param>
    /// <returns>The outputs, (B, outputs), in an array that the next call may use again.</returns>
    double[] Forward(double[] x);

    /// <summary>The backward pass: adds to the gradient of every parameter its part, for the batch of the last forward pass.</summary>
    /// <param name="gradient">∂E/∂y for every output, (B, outputs).</param>
    void Backward(double[] gradient);
}
