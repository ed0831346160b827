using Course.Nn;

namespace Course.Backpropagation;

/// <summary>
/// The multilayer perceptron: layers of units, each fully connected to the layer below, trained by backpropagation. Defined in lesson 06.
/// D. E. Rumelhart, G. E. Hinton and R. J. Williams, Nature 323, 1986.
/// </summary>
public sealed class Mlp : IModel
{
    /// <summary>Creates a network with random weights.</summary>
    /// <param name="sizes">Units per layer, the inputs first: [196, 100, 10].</param>
    /// <param name="hidden">The activation function of the hidden layers.</param>
    /// <param name="output">The activation function of the last layer: <see cref="Activation.Identity"/> if the loss is a <see
    /// cref="CrossEntropy"/>.</param>
    /// <param name="random">The random number generator for the weights.</param>
    /// <param name="range">Weights and biases lie within ± this; null for the range of Glorot and Bengio (<see cref="Dense"/>).</param>
    /// <exception cref="ArgumentException">There are fewer than two layers.</exception>
    public Mlp(int[] sizes, Activation hidden, Activation output, Random random, double? range = null)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Length < 2)
            throw new ArgumentException("A network has inputs and at least one layer of units: give two sizes or more.", nameof(sizes));
        Sizes = sizes;
        Layers = [.. Enumerable.Range(1, sizes.Length - 1).Select(layer =>
            new Dense($"{layer}", sizes[layer - 1], sizes[layer], layer == sizes.Length - 1 ? output : hidden, random, range))];
        Parameters = [.. Layers.SelectMany(layer => new[] { layer.Weights, layer.Biases })];
    }

    /// <summary>Units per layer, the inputs first.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The layers, the one nearest the inputs first.</summary>
    public IReadOnlyList<Dense> Layers { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    public double[] Forward(double[] x, int examples = 1)
    {
        foreach (Dense layer in Layers) x = layer.Forward(x, examples);
        return x;
    }

    /// <inheritdoc/>
    public void Backward(double[] gradient)
    {
        for (int layer = Layers.Count - 1; layer >= 0; layer--) gradient = Layers[layer].Backward(gradient, toInputs: layer > 0);
    }
}
