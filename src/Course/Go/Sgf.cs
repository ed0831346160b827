using System.Globalization;
using System.Text;

namespace Course.Go;

/// <summary>
/// A game as SGF, the file format of Go programs (red-bean.com/sgf): read and written. Of a file with variations the main line is read.
/// Defined in lesson 11.
/// </summary>
/// <param name="Size">Rows and columns of the board.</param>
/// <param name="Komi">Points given to White.</param>
/// <param name="Moves">The moves.</param>
/// <param name="Black">Who played Black, or an empty text.</param>
/// <param name="White">Who played White, or an empty text.</param>
/// <param name="Result">Such as <c>B+7.5</c> or <c>W+R</c> (by resignation), or an empty text.</param>
public sealed record Sgf(
    int Size, double Komi, IReadOnlyList<GoMove> Moves, string Black = "", string White = "", string Result = "")
{
    /// <summary>Reads the first game of a text.</summary>
    /// <exception cref="FormatException">The text is no SGF, or of another game, or its board starts with stones.</exception>
    public static Sgf Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Dictionary<string, List<string>>> nodes = MainLine(text);
        if (nodes.Count == 0) throw new FormatException("This is no SGF: no game begins with '(;'.");
        Dictionary<string, List<string>> root = nodes[0];
        if (nodes.Any(node => node.ContainsKey("AB") || node.ContainsKey("AW")))
            throw new FormatException("The board of this SGF is set up with stones (AB, AW), which the course does not read.");
        if (Value("GM", "1") != "1") throw new FormatException($"This SGF is of game {Value("GM", "")}; Go is game 1.");
        int size = int.Parse(Value("SZ", "19"), CultureInfo.InvariantCulture);
        if (size is < 1 or > 19) throw new FormatException($"A board of {size} rows is larger than 19.");
        List<GoMove> moves = [];
        foreach (Dictionary<string, List<string>> node in nodes)
        {
            if (node.TryGetValue("B", out List<string>? black)) moves.Add(new(Stone.Black, PointOf(black[0], size)));
            if (node.TryGetValue("W", out List<string>? white)) moves.Add(new(Stone.White, PointOf(white[0], size)));
        }
        return new(size, double.Parse(Value("KM", "0"), CultureInfo.InvariantCulture), moves, Value("PB", ""), Value("PW", ""),
            Value("RE", ""));

        string Value(string property, string otherwise) => root.TryGetValue(property, out List<string>? values) ? values[0] : otherwise;
    }

    /// <summary>The game as SGF.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"(;FF[4]GM[1]CA[UTF-8]RU[Chinese]SZ[{Size}]KM[{Komi}]"));
        foreach ((string property, string value) in (ReadOnlySpan<(string, string)>)[("PB", Black), ("PW", White), ("RE", Result)])
        {
            if (value.Length > 0)
                text.Append(property).Append('[').Append(value.Replace(@"\", @"\\", StringComparison.Ordinal)
                    .Replace("]", @"\]", StringComparison.Ordinal)).Append(']');
        }
        foreach (GoMove move in Moves) text.Append(move.Stone == Stone.Black ? ";B[" : ";W[").Append(Letters(move.Point)).Append(']');
        return text.Append(')').ToString();
    }

    private string Letters(int point) =>
        point == Vertex.Pass ? "" : $"{(char)('a' + point % Size)}{(char)('a' + Size - 1 - point / Size)}";

    private static int PointOf(string letters, int size)
    {
        if (letters.Length == 0 || (letters == "tt" && size <= 19)) return Vertex.Pass;
        if (letters.Length != 2 || letters.Any(letter => letter < 'a' || letter >= 'a' + size))
            throw new FormatException($"'{letters}' is no point of a board of {size} × {size}.");
        return (size - 1 - (letters[1] - 'a')) * size + letters[0] - 'a';
    }

    /// <summary>The nodes of the first game, of each branching the first branch.</summary>
    private static List<Dictionary<string, List<string>>> MainLine(string text)
    {
        List<Dictionary<string, List<string>>> nodes = [];
        string property = "";
        bool ended = false;
        int depth = 0;
        for (int at = 0; at < text.Length && !(ended && depth == 0); at++)
        {
            char c = text[at];
            if (c == '(') depth++;
            if (c == ')')
            {
                // The first closing bracket ends the main line; what follows are variations.
                ended = true;
                depth--;
            }
            if (c == '[')
            {
                string value = Bracketed(text, ref at);
                if (ended || nodes.Count == 0) continue;
                if (!nodes[^1].TryGetValue(property, out List<string>? values)) nodes[^1].Add(property, values = []);
                values.Add(value);
            }
            else if (c == ';' && !ended && depth > 0)
            {
                nodes.Add([]);
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                property = at == 0 || !char.IsAsciiLetterUpper(text[at - 1]) ? $"{c}" : property + c;
            }
        }
        return nodes;
    }

    private static string Bracketed(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != ']'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }
        return value.ToString();
    }
}
