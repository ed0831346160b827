using System.Text.RegularExpressions;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.Language;

/// <summary>
/// Completes lines addressed to the kernel: the names of magics, and the paths of files after <c>#r "</c> and <c>#!import</c>.
/// </summary>
internal static partial class DirectiveCompleter
{
    private const int MostPaths = 500;

    /// <summary>The completions; null if the position is not on such a line.</summary>
    internal static CellCompletions? Complete(string cell, int position)
    {
        int start = LineStart(cell, position);
        string line = cell[start..position];
        if (!line.TrimStart().StartsWith('#') || IsInsideToken(cell, start + line.IndexOf('#', StringComparison.Ordinal)))
            return null;
        if (Name().Match(line) is { Success: true } name)
            return Names(name.Groups["name"].Value, position);
        if (Library().Match(line) is { Success: true } library)
            return Paths(library.Groups["path"].Value, position, ".dll");
        if (Import().Match(line) is { Success: true } import)
            return Paths(import.Groups["path"].Value, position, ".ipynb", ".dib", ".csx");
        return line.TrimStart().StartsWith("#!", StringComparison.Ordinal) ? new CellCompletions(position, position, []) : null;
    }

    /// <summary>The directive whose name is at a position; null if there is none.</summary>
    internal static KernelDirective? At(string cell, int position)
    {
        int start = LineStart(cell, position);
        Match word = Word().Match(cell[start..]);
        return word.Success && position <= start + word.Index + word.Length && !IsInsideToken(cell, start + word.Groups["word"].Index)
            ? KernelDirective.Magics.Append(KernelDirective.Reference)
                .FirstOrDefault(directive => directive.Name == word.Groups["word"].Value)
            : null;
    }

    private static CellCompletions Names(string typed, int position) => new(
        position - typed.Length,
        position,
        [
            .. KernelDirective.Magics.Append(KernelDirective.Reference)
                .Where(directive => directive.Name.StartsWith(typed, StringComparison.Ordinal))
                .Select(directive =>
                    new CellCompletion(directive.Name, directive.Name, "magic", _ => Task.FromResult(directive.Description))),
        ]);

    private static CellCompletions Paths(string typed, int position, params string[] extensions)
    {
        int cut = typed.LastIndexOfAny(['/', '\\']) + 1;
        string begun = typed[cut..];
        return new CellCompletions(position - begun.Length, position, [.. Entries(typed[..cut], begun, extensions).Take(MostPaths)]);
    }

    private static IEnumerable<CellCompletion> Entries(string folder, string begun, string[] extensions)
    {
        try
        {
            var directory = new DirectoryInfo(Path.GetFullPath(folder, Directory.GetCurrentDirectory()));
            return
            [
                .. from entry in directory.EnumerateFileSystemInfos()
                   where entry.Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase)
                       && (begun.StartsWith('.') || !entry.Name.StartsWith('.'))
                   where entry is DirectoryInfo || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase)
                   orderby entry.Name
                   select new CellCompletion(entry.Name + (entry is DirectoryInfo ? "/" : ""), entry.Name, "path", _ =>
                       Task.FromResult(entry.FullName)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or System.Security.SecurityException)
        {
            // There is no such folder, or it must not be read.
            return [];
        }
    }

    private static int LineStart(string cell, int position) => cell.AsSpan(0, position).LastIndexOfAny('\n', '\r') + 1;

    private static bool IsInsideToken(string cell, int position) =>
        CellParser.IsInsideToken(CSharpSyntaxTree.ParseText(cell, SubmissionChain.ParseOptions).GetRoot(), position);

    [GeneratedRegex("""^\s*(?<name>#!?\w*)$""")]
    private static partial Regex Name();

    [GeneratedRegex("""^\s*#r\s+"(?<path>(?!nuget:)[^"]*)$""")]
    private static partial Regex Library();

    [GeneratedRegex("""^\s*#!import\s+"?(?<path>[^"]*)$""")]
    private static partial Regex Import();

    [GeneratedRegex("""\A[^\S\r\n]*(?<word>#!?\w+)""")]
    private static partial Regex Word();
}
