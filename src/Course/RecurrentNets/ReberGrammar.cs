using System.Text;
using Course.Nn;

namespace Course.RecurrentNets;

/// <summary>
/// Strings of the Reber grammar, and of the embedded one, which asks for a memory: its second symbol, T or P, comes back as the second
/// last. A. Cleeremans, D. Servan-Schreiber and J. L. McClelland, Finite state automata and simple recurrent networks, Neural Computation
/// 1(3), 1989, 372-381; experiment 1 of Hochreiter and Schmidhuber, 1997. Defined in lesson 08.
/// </summary>
public static class ReberGrammar
{
    /// <summary>The seven symbols, in the order of the inputs and outputs.</summary>
    public const string Symbols = "BTPSXVE";

    private static readonly double[][] codes = Examples.OneHot(Enumerable.Range(0, Symbols.Length), Symbols.Length);

    // From each state two ways lead on. State 5 ends.
    private static readonly (char Symbol, int To)[][] ways =
        [[('T', 1), ('P', 2)], [('S', 1), ('X', 3)], [('T', 2), ('V', 4)], [('X', 2), ('S', 5)], [('P', 3), ('V', 5)]];

    /// <summary>Draws a string of the embedded grammar: BTBTXSETE, for example.</summary>
    /// <param name="random">The random number generator; both ways from a state are equally likely.</param>
    /// <param name="minInner">The inner string has at least this many symbols: while it is short, the way to the end is not taken.</param>
    public static string Embedded(Random random, int minInner = 0)
    {
        ArgumentNullException.ThrowIfNull(random);
        char branch = random.Next(2) == 0 ? 'T' : 'P';
        return $"B{branch}{Inner(random, minInner)}{branch}E";
    }

    /// <summary>Which symbols may follow each symbol of a string of the embedded grammar, but the last.</summary>
    /// <param name="embedded">The string.</param>
    /// <returns>One text for each symbol: "TP" where both may follow.</returns>
    public static string[] Successors(string embedded)
    {
        ArgumentNullException.ThrowIfNull(embedded);
        string inner = embedded[2..^2];
        return ["TP", "B", .. InnerSuccessors(inner), embedded[1..2], "E"];
    }

    /// <summary>A symbol as inputs: 1 in its place, 0 elsewhere.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <returns>The same array for the same symbol: it is only to be read.</returns>
    public static double[] OneHot(char symbol) => codes[Symbols.IndexOf(symbol, StringComparison.Ordinal)];

    private static string Inner(Random random, int minInner)
    {
        var text = new StringBuilder("B");
        int state = 0;
        while (state != 5)
        {
            (char Symbol, int To)[] open = ways[state];
            bool isShort = text.Length + 2 < minInner;                       // this symbol and the closing E would not make it long enough
            var way = isShort && open[1].To == 5 ? open[0] : open[random.Next(2)];
            text.Append(way.Symbol);
            state = way.To;
        }
        return text.Append('E').ToString();
    }

    private static IEnumerable<string> InnerSuccessors(string inner)
    {
        int state = 0;
        foreach (char symbol in inner[1..])
        {
            yield return state == 5 ? "E" : string.Concat(ways[state].Select(way => way.Symbol));
            if (symbol != 'E') state = ways[state].First(way => way.Symbol == symbol).To;
        }
    }
}
