using System.Globalization;

namespace Course.McCullochPitts;

/// <summary>Nets constructed for given Boolean functions. Defined in lesson 01.</summary>
public static class LogicNets
{
    /// <summary>The name of the neuron that computes the function.</summary>
    public const string Output = "out";

    /// <summary>
    /// A net without circles for any function, with inputs a, b, c ... For each row of the truth table that contains a 1, one neuron fires
    /// on that row alone. The neuron "out" fires if any of those does, two ticks after the inputs.
    /// </summary>
    /// <remarks>McCulloch and Pitts 1943, theorems 2 and 3.</remarks>
    /// <param name="function">The function to compute.</param>
    /// <param name="withAlwaysFiring">Whether the net may have a line "on" that always fires.</param>
    /// <returns>The net, or null if it needs such a line and may not have one.</returns>
    public static NervousNet? For(BooleanFunction function, bool withAlwaysFiring = true)
    {
        // Silence excites nothing, so the row without an active input needs the line.
        if (function[0] && !withAlwaysFiring)
            return null;
        string[] inputs = ["a", "b", "c", "d", "e", "f"];
        var net = new NervousNet(inputs[..function.Inputs]);
        if (function[0])
            net.AlwaysFiring("on");

        var rows = new List<string>();
        for (int row = 0; row < function.Rows; row++)
        {
            if (!function[row])
                continue;
            bool[] x = BooleanFunction.InputsOf(row, function.Inputs);
            string[] active = [.. net.Inputs.Where((_, i) => x[i])];
            string[] silent = [.. net.Inputs.Where((_, i) => !x[i])];
            string name = string.Concat(x.Select(bit => bit ? '1' : '0'));
            net.Neuron(
                name,
                threshold: Math.Max(active.Length, 1),
                excite: row == 0 ? ["on"] : active,
                inhibit: silent);
            rows.Add(name);
        }

        return net.Neuron(Output, threshold: 1, excite: [.. rows]);
    }

    /// <summary>
    /// A full adder: the sum and the carry of three bits a, b and c, both three ticks later. Three neurons count (at least one, two,
    /// three); the carry is "at least two", the sum "exactly one, or three".
    /// </summary>
    public static NervousNet FullAdder() => new NervousNet("a", "b", "c")
        .Neuron("1+", threshold: 1, excite: ["a", "b", "c"])
        .Neuron("2+", threshold: 2, excite: ["a", "b", "c"])
        .Neuron("3", threshold: 3, excite: ["a", "b", "c"])
        .Neuron("only 1", threshold: 1, excite: ["1+"], inhibit: ["2+"])
        .Neuron("all 3", threshold: 1, excite: ["3"])
        .Neuron("wait", threshold: 1, excite: ["2+"])
        .Neuron("sum", threshold: 1, excite: ["only 1", "all 3"])
        .Neuron("carry", threshold: 1, excite: ["wait"]);

    /// <summary>A flip-flop in one neuron: once "set" has fired, q excites itself at every tick, until "reset" vetoes it.</summary>
    public static NervousNet FlipFlop() => new NervousNet("set", "reset")
        .Neuron("q", threshold: 1, excite: ["set", "q"], inhibit: ["reset"]);

    /// <summary>
    /// Adds two numbers of any length that arrive one bit per tick, lowest first. The neuron "carry" has a synapse on itself: this circle
    /// holds the carry to the next bit. The sum leaves three ticks later.
    /// </summary>
    public static NervousNet SerialAdder() => new NervousNet("a", "b")
        .Neuron("1+", threshold: 1, excite: ["a", "b", "carry"])
        .Neuron("carry", threshold: 2, excite: ["a", "b", "carry"])
        .Neuron("3", threshold: 3, excite: ["a", "b", "carry"])
        .Neuron("only 1", threshold: 1, excite: ["1+"], inhibit: ["carry"])
        .Neuron("all 3", threshold: 1, excite: ["3"])
        .Neuron("sum", threshold: 1, excite: ["only 1", "all 3"]);

    /// <summary>The lowest <paramref name="bits"/> bits of a number as a spike train, lowest first: 6 in four bits is "0110".</summary>
    public static string Spikes(int number, int bits) =>
        string.Concat(Enumerable.Range(0, bits).Select(i => (number >> i & 1) == 1 ? '1' : '0'));

    /// <summary>The number that a spike train encodes, lowest bit first.</summary>
    public static int Number(string spikes) =>
        spikes.Reverse().Aggregate(0, (number, spike) => 2 * number + int.Parse(spike.ToString(), CultureInfo.InvariantCulture));
}
