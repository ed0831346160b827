using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;

namespace Course.Hub.Diffusion.Charts;

/// <summary>
/// A diffusion model that draws in the page: a film from noise to a picture with a hand on its slider, what the model sees at each step,
/// and other ways on from any moment. Defined in lesson 17.
/// </summary>
public static class NoiseToDigitPlayground
{
    /// <summary>The playground of a model. Its weights are rounded to two bytes each.</summary>
    /// <param name="model">A model that has learnt.</param>
    /// <param name="side">The side of its pictures in pixels, even.</param>
    /// <exception cref="ArgumentException">The side is odd or not positive, or the model is too large for a page.</exception>
    public static Playground Of(DiffusionUNet model, int side = 14)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (side is <= 0 || side % 2 != 0)
            throw new ArgumentException($"The model halves its pictures, so their side is even and positive, not {side}.", nameof(side));

        (string Name, float[] Values)[] parts =
            [.. model.named_parameters().Select(one => (one.name, one.parameter.data<float>().ToArray()))];
        var numbers = new JsonObject
        {
            ["side"] = side,
            ["groups"] = DiffusionBlock.Groups,
            ["timeNumbers"] = DiffusionUNet.TimeNumbers,
            ["timeScale"] = DiffusionUNet.TimeScale,
            ["betas"] = new JsonArray([.. Enumerable.Range(1, model.Schedule.Steps).Select(t => JsonValue.Create(model.Schedule.Beta(t)))]),
            ["parts"] = new JsonArray([.. parts.Select(part => new JsonArray(part.Name, part.Values.Length))]),
            ["weights"] = PackedNumbers.Half([.. parts.SelectMany(part => part.Values)]),
        };
        return new Playground("noise-to-digit", "From noise to a digit, in this page",
            "Press Draw. Then take the slider and move the film back and forth: what does the machine believe in, and when? Stop somewhere "
            + "and ask for eight futures from there.",
            numbers, "Course.Hub.Diffusion.Charts.noise-to-digit-model.js", "Course.Hub.Diffusion.Charts.noise-to-digit.js");
    }
}
