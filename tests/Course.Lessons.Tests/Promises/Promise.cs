using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Lessons.Tests.Promises;

/// <summary>What a lesson's text says of an output, so that a later change cannot make the text untrue.</summary>
/// <param name="Text">The id of the Markdown cell.</param>
/// <param name="Words">The words of that cell which say it.</param>
/// <param name="Cell">The id of the code cell whose output bears them out.</param>
/// <param name="Output">A regular expression that matches somewhere in the output's text.</param>
/// <param name="Holds">What must be true of the numbers that its groups capture; null if the match is enough.</param>
internal sealed partial record Promise(string Text, string Words, string Cell, string Output, Func<double[], bool>? Holds = null)
{
    /// <summary>Why the promise is broken, or null if it is kept.</summary>
    /// <param name="executed">The lesson with its outputs.</param>
    internal string? Broken(NotebookDocument executed)
    {
        if (executed.Cells.FirstOrDefault(cell => cell.Id == Text) is not MarkdownCell text)
            return $"there is no text cell '{Text}'";
        if (!Plain(text.Source).Contains(Plain(Words), StringComparison.Ordinal))
            return $"the cell '{Text}' does not say \"{Words}\"";
        if (executed.Cells.FirstOrDefault(cell => cell.Id == Cell) is not CodeCell cell)
            return $"there is no code cell '{Cell}'";

        string seen = TextOf(cell);
        Match match = Regex.Match(seen, Output);
        if (!match.Success)
            return $"\"{Words}\": the output of '{Cell}' does not match {Output}. It is:\n{seen}";
        double[] numbers = [.. match.Groups.Values.Skip(1).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture))];
        return Holds is null || Holds(numbers)
            ? null : $"\"{Words}\": {string.Join(", ", numbers)} in the output of '{Cell}' do not bear it out";
    }

    // Words as they are read: without Markdown's emphasis and links, on one line.
    private static string Plain(string markdown) => Space().Replace(Emphasis().Replace(Link().Replace(markdown, "$1"), ""), " ").Trim();

    private static string TextOf(CodeCell cell) =>
        string.Join('\n', cell.Outputs.Select(output => output switch
        {
            StreamOutput stream => stream.Text,
            DisplayOutput display => TextOf(display.Data),
            ResultOutput result => TextOf(result.Data),
            _ => "",
        }));

    // A chart's text is that of its titles, labels and notes, which its JSON holds.
    private static string TextOf(MimeBundle data) =>
        data.Text("application/vnd.plotly.v1+json")
        ?? (data.Text("text/html") is { } html
            ? Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ")
            : data.Text("text/plain") ?? "");

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("[*_`]")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<(style|script).*?</\\1>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
