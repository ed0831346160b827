using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;

namespace Course.Perceptrons.Charts;

/// <summary>
/// Draw a digit in the page, and ten neurons vote on it while you draw: each map shows ink times weight, pixel by pixel, red for and blue
/// against. Defined in lesson 02.
/// </summary>
public static class DigitPlayground
{
    private const string Folder = "Course.Perceptrons.Charts.";

    /// <summary>The scripts that compute the ten sums, and that draw what machines which read a drawing have in common.</summary>
    internal static readonly string[] Shared = [Playground.Pad, Folder + "draw-a-digit-model.js", Folder + "draw-a-digit-parts.js"];

    /// <summary>A page's machine of ten sums.</summary>
    /// <param name="machine">Ten neurons that have learnt to read square pictures.</param>
    /// <param name="start">The drawing that it begins with: as many pixels as the machine has inputs, 0 paper to 1 ink; null for
    /// paper.</param>
    /// <exception cref="ArgumentException">The machine has not ten rows of weights for a square picture, or <paramref name="start"/>
    /// has another size.</exception>
    public static Playground Of(SoftmaxRegression machine, float[]? start = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        JsonObject numbers = Numbers(machine);
        Start(numbers, start);
        return new Playground("digit", "Draw a digit, and ten neurons vote.",
            "Draw with mouse, finger or the arrow keys. Each small map shows ink times weight, pixel by pixel: what speaks for its digit, "
            + "and what against it. Then push the drawing two columns to the side.",
            numbers, [.. Shared, Folder + "draw-a-digit.js"]);
    }

    /// <summary>What the scripts need of ten neurons.</summary>
    internal static JsonObject Numbers(SoftmaxRegression machine)
    {
        int inputs = machine.Weights[0].Length, side = (int)Math.Sqrt(inputs);
        if (machine.Weights.Length != 10 || side * side != inputs)
            throw new ArgumentException(
                $"Drawing needs ten neurons that see a square, and these are {machine.Weights.Length} that see {inputs} pixels.",
                nameof(machine));
        return new JsonObject
        {
            ["side"] = side,
            ["weights"] = PackedNumbers.Single([.. machine.Weights.SelectMany(row => row)]),
            ["biases"] = PackedNumbers.Single(machine.Biases),
        };
    }

    /// <summary>Adds the drawing to begin with.</summary>
    internal static void Start(JsonObject numbers, float[]? start)
    {
        int side = (int)numbers["side"]!;
        float[] drawing = start ?? new float[side * side];
        if (drawing.Length != side * side)
            throw new ArgumentException($"The drawing has {drawing.Length} pixels, which are not {side} × {side}.", nameof(start));
        numbers["start"] = PackedNumbers.Single(drawing);
    }
}
