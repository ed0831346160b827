using Course.Hub;
using Course.TestTools;

namespace Course.Tests.Hub;

public sealed class LedgerTests
{
    [Fact]
    public void The_ledger_of_the_course_has_both_schools()
    {
        IReadOnlyList<LedgerEntry> ledger = Ledger.Read(Path.Combine(RepositoryRoot.Path, "docs", "results"));

        Assert.Contains(ledger, entry => entry.Lesson == 4 && entry.Verdict == "same");
        Assert.Contains(ledger, entry => entry.Lesson == 6 && entry.Measured.Count > 0);
        Assert.Equal(ledger.OrderBy(entry => entry.Lesson), ledger);
    }

    [Fact]
    public void A_missing_folder_holds_no_result() => Assert.Empty(Ledger.Read("no such folder"));
}
