using System.Text.RegularExpressions;

namespace Course.Grading.Tests;

/// <summary>The page on what the grader holds against promises nothing that no test holds.</summary>
public partial class ThreatModelTests
{
    private static readonly string[][] rows = RowsOf("threat-model.md");
    private static readonly string[][] attacks = RowsOf("attacks.md");

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
    public void Every_attack_names_the_test_that_holds_it()
    {
        Assert.NotEmpty(attacks);
        Assert.All(attacks, row => Assert.Matches(Name(), row[^1]));
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        IEnumerable<string> named = rows.SelectMany(row => row).Concat(attacks.Select(row => row[^1]))
            .SelectMany(cell => Name().Matches(cell)).Select(name => name.Groups[1].Value);

        Assert.All(named, name => Assert.Matches($@"\bpublic (async )?(Task|void) {name}\(", tests));
    }

    private static string[][] RowsOf(string page) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Course.Root, "docs", page))
            .Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|')),
    ];

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
