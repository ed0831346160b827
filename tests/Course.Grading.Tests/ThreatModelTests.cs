using System.Text.RegularExpressions;

namespace Course.Grading.Tests;

/// <summary>The page on what the grader holds against promises nothing that no test holds.</summary>
public partial class ThreatModelTests
{
    private static readonly string[][] rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Course.Root, "docs", "threat-model.md"))
            .Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|')),
    ];

    private static readonly string tests = string.Join('\n',
        Directory.EnumerateFiles(Path.Combine(Repository.Course.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));

    [Fact]
    public void Every_cell_of_the_table_names_a_test()
    {
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(row.Skip(1), cell => Assert.Matches(Name(), cell)));
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        IEnumerable<string> named = rows.SelectMany(row => row)
            .SelectMany(cell => Name().Matches(cell)).Select(name => name.Groups[1].Value);

        Assert.All(named, name => Assert.Matches($@"\bpublic (async )?(Task|void) {name}\(", tests));
    }

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
