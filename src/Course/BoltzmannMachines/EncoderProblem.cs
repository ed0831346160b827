namespace Course.BoltzmannMachines;

/// <summary>
/// Two groups of visible units that are connected only through a few hidden units. Whichever unit is on in the first group, the same unit
/// is on in the second, so the hidden units have to find a code. Ackley, Hinton and Sejnowski, Cognitive Science 9, 1985, section 4.
/// Defined in lesson 05.
/// </summary>
/// <param name="groupUnits">Units in each group: 4 in the 4-2-4 encoder.</param>
/// <param name="hidden">Hidden units: 2 in the 4-2-4 encoder.</param>
public sealed class EncoderProblem(int groupUnits, int hidden)
{
    /// <summary>The training vectors: in each, one unit of the first group and its partner in the second are on.</summary>
    public IReadOnlyList<int[]> Environment { get; } =
        [.. Enumerable.Range(0, groupUnits).Select(on => Enumerable.Range(0, 2 * groupUnits).Select(i => i % groupUnits == on ? 1 : 0)
        .ToArray())];

    /// <summary>
    /// The connected pairs: all units within each group, and every visible unit with every hidden one. The two groups are not connected to
    /// each other, and neither are the hidden units.
    /// </summary>
    public IReadOnlyList<(int I, int J)> Connections { get; } =
    [
        .. from i in Enumerable.Range(0, 2 * groupUnits + hidden)
           from j in Enumerable.Range(0, i)
           where j < 2 * groupUnits && (i >= 2 * groupUnits || i / groupUnits == j / groupUnits)
           select (i, j),
    ];

    /// <summary>Creates a machine for the problem, with all weights zero.</summary>
    public BoltzmannMachine NewMachine() => new(visible: 2 * groupUnits, hidden);

    /// <summary>
    /// The code of each vector, read as a binary number: which hidden units are more likely on than off when it is clamped.
    /// </summary>
    /// <param name="machine">A machine for this problem.</param>
    /// <returns>One code per vector, from 0 to 2^hidden − 1.</returns>
    public int[] Codes(BoltzmannMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return [.. Environment.Select(Code)];

        int Code(int[] vector)
        {
            int[] s = [.. vector, .. new int[hidden]];     // hidden units don't see each other, so their state does not matter here
            return Enumerable.Range(2 * groupUnits, hidden).Aggregate(0, (code, i) => 2 * code + (machine.Gap(s, i) > 0 ? 1 : 0));
        }
    }

    /// <summary>Whether every vector has a code of its own.</summary>
    /// <param name="machine">A machine for this problem.</param>
    public bool IsSolved(BoltzmannMachine machine) => Codes(machine).Distinct().Count() == groupUnits;

    /// <summary>In how many hidden units the two most similar codes differ: 0 if two vectors share a code.</summary>
    /// <param name="machine">A machine for this problem.</param>
    public int CodeDistance(BoltzmannMachine machine)
    {
        int[] codes = Codes(machine);
        return (from a in Enumerable.Range(0, codes.Length)
                from b in Enumerable.Range(0, a)
                select int.PopCount(codes[a] ^ codes[b])).Min();
    }

    /// <summary>
    /// Completes a vector of which only the first group is given: sets that group, and anneals all other units (caption of figure 5).
    /// </summary>
    /// <param name="machine">A machine for this problem.</param>
    /// <param name="on">Which unit of the first group is on.</param>
    /// <param name="schedule">The annealing schedule.</param>
    /// <param name="random">The random number generator.</param>
    /// <returns>Which units of the second group are on in the end, counted from 0: the partner alone, if the completion is right.</returns>
    public int[] Complete(BoltzmannMachine machine, int on, IEnumerable<AnnealingStep> schedule, Random random)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var s = new int[machine.Units];
        s[on] = 1;
        machine.Anneal(s, [.. Enumerable.Range(groupUnits, machine.Units - groupUnits)], schedule, random);
        return [.. Enumerable.Range(0, groupUnits).Where(i => s[groupUnits + i] == 1)];
    }
}
