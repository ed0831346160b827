using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;

namespace Course.PerceptronLimits.Charts;

/// <summary>
/// A net of threshold units to play with in the page: points in the plane, and one line per hidden unit, moved by hand. Defined in lesson
/// 03.
/// </summary>
public static class LinesPlayground
{
    /// <summary>The most hidden units that it shows.</summary>
    internal const int MostUnits = 8;

    private const string Folder = "Course.PerceptronLimits.Charts.";

    /// <summary>The scripts of what is seen; that of the forward pass goes before them.</summary>
    internal static string[] View { get; } = [Folder + "hidden-units-state.js", Folder + "hidden-units-plane.js", Folder + "hidden-units.js"];

    /// <summary>The script of the forward pass.</summary>
    internal static string Model => Folder + "hidden-units-model.js";

    /// <summary>The playground, opened with a net that was wired by hand.</summary>
    /// <param name="hidden">One row per hidden unit, one to eight of them: w₁, w₂ and the bias.</param>
    /// <param name="output">The output unit's weights, one per hidden unit, and its bias.</param>
    /// <returns>What a cell shows.</returns>
    /// <exception cref="ArgumentException">The net has another shape, or a weight is no finite number.</exception>
    public static Playground Of(double[][] hidden, double[] output) => new(
        "lines", "A net of lines, wired by hand",
        "Each hidden unit is a line: the unit is on where the arrow points. Drag a line by its name, or turn it by its ring, and watch XOR "
        + "break and mend. Then press “lines at random”, and solve it anew.",
        Machine("step", hidden, output), [Model, .. View]);

    /// <summary>What the scripts know of a net.</summary>
    internal static JsonObject Machine(string curve, double[][] hidden, double[] output)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        ArgumentNullException.ThrowIfNull(output);
        if (hidden.Length is < 1 or > MostUnits)
            throw new ArgumentException($"{hidden.Length} hidden units: the playground shows one to {MostUnits}.", nameof(hidden));
        if (Array.Find(hidden, unit => unit.Length != 3) is { } wrong)
            throw new ArgumentException($"A hidden unit has {wrong.Length} numbers: give it w₁, w₂ and a bias.", nameof(hidden));
        if (output.Length != hidden.Length + 1)
            throw new ArgumentException(
                $"The output unit has {output.Length} numbers: give it one weight per hidden unit and a bias, {hidden.Length + 1}.", nameof(output));
        if (!hidden.Append(output).All(unit => unit.All(double.IsFinite)))
            throw new ArgumentException("A weight is no finite number.", nameof(hidden));
        return new JsonObject
        {
            ["curve"] = curve,
            ["hidden"] = new JsonArray([.. hidden.Select(Row)]),
            ["output"] = Row(output),
        };
    }

    private static JsonArray Row(double[] numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
