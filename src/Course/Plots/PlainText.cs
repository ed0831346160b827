using System.Net;
using System.Text.RegularExpressions;

namespace Course.Plots;

/// <summary>Plotly's titles hold a little HTML (bold, line breaks, subscripts); this is what they say without it.</summary>
internal static partial class PlainText
{
    internal static string Of(string markup) => WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(markup, " "), ""));

    [GeneratedRegex(@"\s*<br\s*/?>\s*", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
