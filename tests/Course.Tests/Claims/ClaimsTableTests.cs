using Microsoft.Data.Analysis;

namespace Course.Tests;

public class ClaimsTableTests
{
    [Fact]
    public void Every_claim_has_a_row_and_what_is_kept_is_judged()
    {
        DataFrame ledger = Claims.Table();

        Assert.Equal(Claims.All.Select(claim => claim.Id), ledger["id"].Cast<string>());
        Assert.Equal((typeof(int), typeof(int)), (ledger["lesson"].DataType, ledger["year"].DataType));
        DataFrameRow units = ledger.Rows.Single(row => (string)row["id"] == "1971.muroga.two-input-units");
        Assert.Equal([1, 1971, "theorem or count", "14 of 16", "14", "same"],
            new[] { "lesson", "year", "kind", "published", "measured", "verdict" }.Select(column => units[column]));
    }

    [Fact]
    public void The_latest_run_counts_wherever_its_file_stands()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("course-");
        try
        {
            Keep("a", "2026-11-24", """{"id":"x","measured":[-0.5,"NaN"],"note":"late"},{"id":"only-here","measured":[1]}""");
            Keep("b", "2026-11-23", """{"id":"x","measured":[2]}""");

            IReadOnlyDictionary<string, KeptResults.Measurement> kept = KeptResults.Read(folder.FullName);

            Assert.Equal(2, kept.Count);
            Assert.Equal([-0.5, double.NaN], kept["x"].Measured);
            Assert.Equal("late", kept["x"].Note);
            Assert.Empty(KeptResults.Read(Path.Combine(folder.FullName, "nowhere")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        void Keep(string name, string date, string claims) => File.WriteAllText(Path.Combine(folder.FullName, name + ".json"),
            $$"""{"date":"{{date}}T21:30:00+01:00","notebooks":[{"name":"{{name}}","claims":[{{claims}}]}]}""");
    }

    [Fact]
    public void A_line_has_a_cell_per_column_all_digits_and_nothing_where_nothing_is_known()
    {
        Claim own = ClaimTests.Error with { Paper = null, Where = "", Kind = ClaimKind.OwnCheck };

        Assert.Equal(ClaimResult.Columns.Count, new ClaimResult(own, []).Cells.Count);
        Assert.Equal(["our own check", null, null, null, null, null, null], Cells(new ClaimResult(own, []), "kind", "year", "paper", "where",
            "measured", "verdict", "note"));
        Assert.Equal(["0.05123456789 -1", "same", "why"],
            Cells(new ClaimResult(ClaimTests.Error, [0.05123456789, -1], "why"), "measured", "verdict", "note"));
    }

    private static IEnumerable<object?> Cells(ClaimResult result, params string[] columns) =>
        columns.Select(column => result.Cells[ClaimResult.Columns.ToList().IndexOf(column)]);
}
