using System.Text.Json.Nodes;
using Course.Nn;
using Course.Perceptrons;
using Course.Perceptrons.Charts;
using Course.Plots.Playgrounds;

namespace Course.ConvNets.Charts;

/// <summary>
/// The network of 1989 in the page, while you draw: each of its 1,256 units is one small square, and shows what it sees, its weights and
/// their products. Defined in lesson 07.
/// </summary>
public static class LeNetPlayground
{
    private const string Folder = "Course.ConvNets.Charts.";

    /// <summary>A page's network of 1989.</summary>
    /// <param name="net">A network that has learnt.</param>
    /// <param name="tenSums">Lesson 02's ten neurons for pictures of 16 × 16, which read the same drawing; null to leave them out.</param>
    /// <param name="start">The drawing that it begins with, 16 × 16 pixels, 0 paper to 1 ink; null for paper.</param>
    /// <exception cref="ArgumentException">The ten neurons do not see 16 × 16 pixels, or <paramref name="start"/> has not so
    /// many.</exception>
    public static Playground Of(LeNet1989 net, SoftmaxRegression? tenSums = null, float[]? start = null)
    {
        ArgumentNullException.ThrowIfNull(net);
        JsonObject numbers = tenSums is null ? new JsonObject() : DigitPlayground.Numbers(tenSums);
        if (tenSums is not null && (int)numbers["side"]! != LeNet1989.Side)
            throw new ArgumentException($"The ten neurons see {numbers["side"]} × {numbers["side"]} pixels, and the network 16 × 16.",
                nameof(tenSums));
        numbers["side"] = LeNet1989.Side;
        DigitPlayground.Start(numbers, start);
        numbers["scheme"] = new JsonArray(
            [.. LeNet1989.Scheme.Select(seen => new JsonArray([.. seen.Select(map => JsonValue.Create(map))]))]);
        numbers["net"] = new JsonObject
        {
            ["h1"] = Packed(net.H1.Weights),
            ["h1Bias"] = Packed(net.H1.Biases),
            ["h2"] = Packed(net.H2.Weights),
            ["h2Bias"] = Packed(net.H2.Biases),
            ["h3"] = Packed(net.H3.Weights),
            ["h3Bias"] = Packed(net.H3.Biases),
            ["output"] = Packed(net.Output.Weights),
            ["outputBias"] = Packed(net.Output.Biases),
        };
        return new Playground("network", "Draw a digit, and the network of 1989 reads it.",
            "Each small square is one of its 1,256 units: red above zero, blue below. Point at a unit, or tap it, and see the pixels that it "
            + "looks at and their products with its kernel. Then push the drawing two columns to the side.",
            numbers, [.. DigitPlayground.Shared, Folder + "network-1989-model.js", Folder + "network-1989.js"]);
    }

    private static JsonObject Packed(Parameter parameter) =>
        PackedNumbers.Single(Array.ConvertAll(parameter.Values, value => (float)value));
}
