using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;

namespace Course.BoltzmannMachines.Charts;

/// <summary>
/// A restricted Boltzmann machine that dreams in the page: hold pixels, turn the temperature, watch the Gibbs chain. Defined in lesson 05.
/// </summary>
public static class DreamPlayground
{
    /// <summary>The playground of a machine whose visible units are the pixels of a picture.</summary>
    /// <param name="machine">A machine that has learned.</param>
    /// <param name="rows">The height of its pictures in pixels.</param>
    /// <param name="columns">Their width.</param>
    /// <param name="starts">Pictures of ink (1) and paper (0) from which a dream may begin, named by their place.</param>
    /// <exception cref="ArgumentException">The machine or a picture has not rows times columns pixels.</exception>
    public static Playground Of(RestrictedBoltzmannMachine machine, int rows, int columns, params IReadOnlyList<float[]> starts)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(starts);
        int pixels = rows * columns;
        if (machine.VisibleBiases.Length != pixels)
            throw new ArgumentException($"The machine has {machine.VisibleBiases.Length} visible units for {rows} x {columns} pixels.",
                nameof(machine));
        if (starts.FirstOrDefault(picture => picture.Length != pixels) is { } odd)
            throw new ArgumentException($"A picture has {odd.Length} pixels, not {rows} x {columns}.", nameof(starts));

        var numbers = new JsonObject
        {
            ["rows"] = rows,
            ["columns"] = columns,
            ["visible"] = pixels,
            ["hidden"] = machine.HiddenBiases.Length,
            ["weights"] = PackedNumbers.Single(machine.Weights.SelectMany(row => row).ToArray()),
            ["visibleBiases"] = PackedNumbers.Single(machine.VisibleBiases),
            ["hiddenBiases"] = PackedNumbers.Single(machine.HiddenBiases),
            ["starts"] = new JsonArray([.. starts.Select(picture =>
                JsonValue.Create(string.Concat(picture.Select(ink => ink > 0.5f ? '1' : '0'))))]),
        };
        return new Playground("dream", "The machine dreams in this page",
            "Press Dream. Draw on the picture to hold pixels, and it dreams the rest. Turn the temperature. Point at a hidden unit to see "
            + "its weights.",
            numbers, "Course.BoltzmannMachines.Charts.dream-model.js", "Course.BoltzmannMachines.Charts.dream.js");
    }
}
