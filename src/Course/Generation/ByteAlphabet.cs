using System.Text;

namespace Course.Generation;

/// <summary>
/// A visible letter for each of the 256 bytes, as in OpenAI's code for GPT-2 (github.com/openai/gpt-2, encoder.py): printable bytes stand
/// for themselves, the others for letters from U+0100 on. So files of tokens are plain text, and a space is written Ġ. Defined in lesson
/// 14.
/// </summary>
public static class ByteAlphabet
{
    private static readonly byte[] order = [.. AllBytes().Where(IsPrintable), .. AllBytes().Where(value => !IsPrintable(value))];
    private static readonly char[] letters = Letters();
    private static readonly Dictionary<char, byte> bytes = AllBytes().ToDictionary(value => letters[value]);

    /// <summary>The bytes in the order in which GPT-2 numbers them: printable ones first.</summary>
    public static IReadOnlyList<byte> Order => order;

    /// <summary>The letter of a byte.</summary>
    /// <param name="value">The byte.</param>
    public static char Letter(byte value) => letters[value];

    /// <summary>Writes bytes as letters.</summary>
    /// <param name="values">The bytes.</param>
    public static string Write(ReadOnlySpan<byte> values)
    {
        var text = new StringBuilder(values.Length);
        foreach (byte value in values) text.Append(letters[value]);
        return text.ToString();
    }

    /// <summary>Reads letters back as bytes.</summary>
    /// <param name="text">The letters.</param>
    /// <returns>The bytes; null if one of the letters stands for no byte.</returns>
    public static byte[]? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var values = new byte[text.Length];
        for (int n = 0; n < text.Length; n++)
        {
            if (!bytes.TryGetValue(text[n], out values[n])) return null;
        }
        return values;
    }

    private static IEnumerable<byte> AllBytes() => Enumerable.Range(0, 256).Select(value => (byte)value);

    /// <summary>Printable in Latin-1. The soft hyphen 173 is not.</summary>
    private static bool IsPrintable(byte value) => value is (>= 33 and <= 126) or (>= 161 and not 173);

    private static char[] Letters()
    {
        var all = new char[256];
        int next = 256;
        foreach (byte value in order) all[value] = IsPrintable(value) ? (char)value : (char)next++;
        return all;
    }
}
