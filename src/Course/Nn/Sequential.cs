namespace Course.Nn;

/// <summary>
/// A stack of layers of any kind: forward from the first to the last, backward from the last to the first. Defined in lesson 07.
/// </summary>
/// <param name="layers">The layers, the one nearest the inputs first.</param>
public class Sequential(params ILayer[] layers) : IModel
{
    /// <summary>The layers, the one nearest the inputs first.</summary>
    public IReadOnlyList<ILayer> Layers { get; } = layers;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; } = [.. layers.SelectMany(layer => layer.Parameters)];

    /// <summary>The number of trainable parameters.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Values.Length);

    /// <inheritdoc/>
    public double[] Forward(double[] x, int examples = 1)
    {
        foreach (ILayer layer in Layers) x = layer.Forward(x, examples);
        return x;
    }

    /// <inheritdoc/>
    public void Backward(double[] gradient)
    {
        for (int layer = Layers.Count - 1; layer >= 0; layer--) gradient = Layers[layer].Backward(gradient, toInputs: layer > 0);
    }

    /// <summary>The class with the largest output.</summary>
    /// <param name="x">One example.</param>
    public int Predict(double[] x)
    {
        double[] outputs = Forward(x);
        return Array.IndexOf(outputs, outputs.Max());
    }
}
