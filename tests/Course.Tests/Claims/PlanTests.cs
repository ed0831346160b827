using System.Text.RegularExpressions;
using Course.TestTools;

namespace Course.Tests;

/// <summary>What each lesson set out to measure, as docs/milestones-claims.md lists it.</summary>
public partial class PlanTests
{
    private static readonly string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "milestones-claims.md"));

    [Fact]
    public void Every_row_that_the_page_names_is_in_the_ledger()
    {
        string[] named = [.. Rows().Matches(page).Select(match => match.Groups[1].Value).Distinct()];

        Assert.True(named.Length > 150, $"{named.Length}");
        Assert.Empty(named.Except(Claims.All.Select(claim => claim.Id)));
    }

    [Fact]
    public void What_has_no_row_has_a_reason() =>
        Assert.All(page.Split('\n').Where(line => line.Contains("| none |", StringComparison.Ordinal)), line =>
            Assert.Matches(@"\| none \| \S.{20,} \|$", line));

    [GeneratedRegex(@"`(\d{2,4}\.[\w.\-]+)`")]
    private static partial Regex Rows();
}
