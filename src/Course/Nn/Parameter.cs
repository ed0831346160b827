namespace Course.Nn;

/// <summary>Trainable numbers, the weights or the biases of one layer, each with the gradient of the loss. Defined in lesson 06.</summary>
/// <param name="name">The name, such as <c>1.weight</c>.</param>
/// <param name="shape">The length of each dimension: outputs × inputs for weights.</param>
public sealed class Parameter(string name, params int[] shape)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The length of each dimension.</summary>
    public IReadOnlyList<int> Shape { get; } = shape;

    /// <summary>The numbers, row after row.</summary>
    public double[] Values { get; } = new double[shape.Aggregate(1, (product, side) => product * side)];

    /// <summary>∂E/∂w for each number; every <see cref="IModel.Backward"/> adds to it until an optimizer clears it.</summary>
    public double[] Gradient { get; } = new double[shape.Aggregate(1, (product, side) => product * side)];
}
