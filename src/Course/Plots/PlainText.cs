using System.Net;
using System.Text.RegularExpressions;

namespace Course.Plots;

/// <summary>Plotly's titles hold a little HTML (bold, line breaks, subscripts); this is what they say without it.</summary>
internal static partial class PlainText
{
    private const string Digits = "0123456789−-+", Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺";

    internal static string Of(string markup) =>
        WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(Power().Replace(markup, InDigits), " "), ""));

    // 10 to the 23rd is not 1023.
    private static string InDigits(Match power) =>
        string.Concat(power.Groups["power"].Value.Select(c => Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Raised[i] : c));

    [GeneratedRegex("<sup>(?<power>[^<]*)</sup>", RegexOptions.IgnoreCase)]
    private static partial Regex Power();

    [GeneratedRegex(@"\s*<br\s*/?>\s*", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
