using System.Text.RegularExpressions;

namespace Course.Notebooks.Html;

/// <summary>A text as a terminal would show it, without colours.</summary>
internal static partial class ConsoleText
{
    /// <summary>The text without ANSI escapes. If a carriage return rewrites a line, only the last state of the line is kept.</summary>
    internal static string Plain(string text)
    {
        text = Escapes().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "");
        text = string.Join('\n', text.Split('\n').Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]));
        return Invisible().Replace(text, "");
    }

    // Colours and cursor movements (CSI), titles and links (OSC), and the remaining two-letter escapes.
    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)?|[@-Z\\^_])")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F]")]
    private static partial Regex Invisible();
}
