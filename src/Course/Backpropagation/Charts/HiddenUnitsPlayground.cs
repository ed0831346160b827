using Course.Nn;
using Course.PerceptronLimits.Charts;
using Course.Plots.Playgrounds;

namespace Course.Backpropagation.Charts;

/// <summary>
/// A network with one hidden layer to play with in the page: it learns by backpropagation, as lesson 06's sweeps do, while its points and
/// its units' lines are moved. Defined in lesson 06.
/// </summary>
public static class HiddenUnitsPlayground
{
    private const string Folder = "Course.Backpropagation.Charts.";

    /// <summary>The playground, opened with a network that has learned.</summary>
    /// <param name="net">Two inputs, one layer of one to eight hidden units, one output; all of them sigmoids.</param>
    /// <returns>What a cell shows.</returns>
    /// <exception cref="ArgumentException">The network has other layers, other activations, or weights that are no finite
    /// numbers.</exception>
    public static Playground Of(Mlp net)
    {
        ArgumentNullException.ThrowIfNull(net);
        if (net.Sizes is not [2, >= 1 and <= LinesPlayground.MostUnits, 1])
            throw new ArgumentException(
                $"A network of {string.Join("-", net.Sizes)} units: the playground shows 2-h-1, with one to eight hidden units.", nameof(net));
        (double[][] hidden, double[] output) = Units(net);
        double[] x = [0.6, -0.3], h = [.. hidden.Select(unit => Sigmoid(unit, x))];
        if (Math.Abs(net.Forward(x)[0] - Sigmoid(output, h)) > 1e-9)
            throw new ArgumentException("The playground's units are sigmoids: this network's are not.", nameof(net));
        return new Playground(
            "hidden-units", "Hidden units that learn",
            "Drag the point (1, 1) to another place, then press “learn”: the border follows. Start anew with “random weights”. Then choose the "
            + "two spirals: with how few hidden units can you tell them apart?",
            LinesPlayground.Machine("sigmoid", hidden, output),
            [LinesPlayground.Model, Folder + "backpropagation-model.js", .. LinesPlayground.View, Folder + "backpropagation.js"]);
    }

    /// <summary>A network's units as the scripts know them: each unit's weights, its bias last.</summary>
    internal static (double[][] Hidden, double[] Output) Units(Mlp net)
    {
        (Dense first, Dense second) = (net.Layers[0], net.Layers[1]);
        return ([.. first.Weights.Values.Chunk(2).Zip(first.Biases.Values, (w, b) => (double[])[.. w, b])],
            [.. second.Weights.Values, .. second.Biases.Values]);
    }

    private static double Sigmoid(double[] unit, double[] x) => 1 / (1 + Math.Exp(-unit[^1] - x.Zip(unit, (xi, w) => xi * w).Sum()));
}
