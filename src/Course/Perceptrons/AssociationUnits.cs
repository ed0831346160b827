namespace Course.Perceptrons;

/// <summary>
/// The middle layer of Rosenblatt's machines. Each association unit sees a few randomly chosen points of the retina; some excite it and
/// some inhibit it. It fires if enough of the exciting points are lit. The wiring is drawn once and never learns. Defined in lesson 02. F.
/// Rosenblatt, Psychological Review 65(6), 1958; the Mark I had 512 such units behind 400 photocells.
/// </summary>
public sealed class AssociationUnits
{
    private readonly (int Point, int Sign)[][] wires;
    private readonly float threshold;

    /// <summary>Draws the random wiring.</summary>
    /// <param name="points">The number of points of the retina, 196 for a picture of 14×14.</param>
    /// <param name="units">The number of association units.</param>
    /// <param name="wiresPerUnit">The number of points that each unit sees.</param>
    /// <param name="threshold">By how many lit points the exciting light must exceed the inhibiting light for a unit to fire.</param>
    /// <param name="random">The random number generator for the wiring.</param>
    public AssociationUnits(int points, int units, int wiresPerUnit, float threshold, Random random)
    {
        this.threshold = threshold;
        wires = new (int, int)[units][];
        for (int a = 0; a < units; a++)
        {
            wires[a] = new (int, int)[wiresPerUnit];
            for (int i = 0; i < wiresPerUnit; i++) wires[a][i] = (random.Next(points), random.Next(2) * 2 - 1);
        }
    }

    /// <summary>The wiring of one unit.</summary>
    /// <param name="unit">The number of the unit.</param>
    /// <returns>The points it sees, each with +1 if light excites it and -1 if light inhibits it.</returns>
    public IReadOnlyList<(int Point, int Sign)> Wires(int unit) => wires[unit];

    /// <summary>The units that fire for a picture.</summary>
    /// <param name="x">The light on every point of the retina, 0 to 1.</param>
    /// <returns>1 or 0 for each association unit: the inputs of the neurons that learn.</returns>
    public float[] Fire(float[] x)
    {
        var active = new float[wires.Length];
        for (int a = 0; a < wires.Length; a++)
        {
            float sum = 0;
            foreach (var (point, sign) in wires[a]) sum += sign * x[point];
            active[a] = sum > threshold ? 1 : 0;
        }
        return active;
    }
}
