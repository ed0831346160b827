using System.Text.RegularExpressions;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>
/// A line addressed to the kernel. A comment or a semicolon may follow it, and quotation marks may be missing or be typographic ones, as
/// people write such lines.
/// </summary>
/// <param name="Name">Its first word: <c>#r</c>, <c>#i</c>, <c>#load</c>, or a magic such as <c>#!time</c>.</param>
/// <param name="Argument">The rest of the line without quotation marks.</param>
internal sealed partial record DirectiveLine(string Name, string Argument)
{
    private static readonly char[] quotes = ['"', '\'', '\u201C', '\u201D', '\u201E'];

    /// <summary>Whether the argument of <c>#r</c> begins as that of a package does.</summary>
    internal bool IsPackage => Argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The package that <c>#r</c> names; null if it names none, or not in a form that is known.</summary>
    internal (string Name, string? Version)? Package =>
        PackageName().Match(Argument) is { Success: true } package
            ? (package.Groups["name"].Value, package.Groups["version"] is { Success: true } version ? version.Value : null)
            : null;

    /// <summary>The address or folder that <c>#i</c> names.</summary>
    internal string Source => IsPackage ? Argument["nuget:".Length..].Trim() : Argument;

    /// <summary>Whether a line is addressed to the kernel.</summary>
    internal static bool IsOne(string line) => Of(line).Name.Length > 0;

    /// <summary>Whether what stands after the line is compiled after what stands before it has run.</summary>
    internal static bool DividesCode(string line) => Of(line).Name is "#load" or ['#', '!', ..];

    /// <summary>Reads a line; the name is empty if the line is not addressed to the kernel.</summary>
    internal static DirectiveLine Of(string line)
    {
        Match match = Form().Match(line.Trim());
        string argument = Comment().Replace(match.Groups["argument"].Value, "").Trim().TrimEnd(';');
        return new DirectiveLine(match.Groups["name"].Value.TrimEnd(';'), argument.TrimEnd().Trim(quotes).Trim());
    }

    [GeneratedRegex("""^(?<name>#(?:r|i|load)(?!\w)|#!\S*)(?<argument>.*)$""")]
    private static partial Regex Form();

    // Not the slashes of an address.
    [GeneratedRegex("""(?<=[\s;"'\u201D])//.*$""")]
    private static partial Regex Comment();

    [GeneratedRegex("""^nuget:\s*(?<name>[^,\s]+)\s*(?:,\s*(?<version>\S+))?$""", RegexOptions.IgnoreCase)]
    private static partial Regex PackageName();
}
