using System.Text.RegularExpressions;

namespace Course.Cli.Handouts;

/// <summary>The list of projects, <c>Course.sln</c>.</summary>
internal static partial class SolutionFile
{
    /// <summary>The list without the projects that only authors need: the tests and the benchmarks.</summary>
    public static string WithoutTests(string solution)
    {
        string[] gone = [.. Project().Matches(solution).Where(project => project.Groups["path"].Value.Split('\\')[0] is "tests" or "bench")
            .Select(project => project.Groups["id"].Value)];
        string kept = Project().Replace(solution, project => gone.Contains(project.Groups["id"].Value) ? "" : project.Value);
        return string.Concat(kept.Split('\n').Where(line => !gone.Any(id => line.Contains(id, StringComparison.Ordinal)))
            .Select(line => line + "\n")).TrimEnd() + "\n";
    }

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "(?<path>[^"]*)", "(?<id>[^"]*)"\r?\nEndProject\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Project();
}
