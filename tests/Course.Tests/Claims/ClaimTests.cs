using System.Text.Json;

namespace Course.Tests;

public class ClaimTests
{
    internal static Claim Error { get; } = new()
    {
        Id = "1900.nobody.error",
        Lesson = 2,
        Kind = ClaimKind.SameData,
        Paper = new Paper("N. Nobody", 1900, "A paper on <errors>", "Journal 1, 1-9") { Checked = "not seen" },
        Where = "p. 1",
        Statement = "The error is small.",
        Published = "5.0 %",
        Same = Acceptance.AtMost(0.06).Because("its scatter"),
        SameDirection = Acceptance.AtMost(0.08).Because("the set is smaller"),
        Setting = "2,000 digits",
        Format = "0.0 %",
    };

    [Fact]
    public void A_measured_claim_travels_as_its_id_what_was_computed_the_verdict_and_a_note()
    {
        JsonElement json = Data(new ClaimOutcome(Error, [0.0512, 0.09], "one of two"));

        Assert.Equal(
            ["id", "measured", "verdict", "note"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("1900.nobody.error", json.GetProperty("id").GetString());
        Assert.Equal([0.0512, 0.09], json.GetProperty("measured").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal("missed", json.GetProperty("verdict").GetString());
        Assert.Equal("one of two", json.GetProperty("note").GetString());
    }

    [Fact]
    public void What_is_only_reported_neither_holds_nor_misses()
    {
        var outcome = new ClaimOutcome(Error with { Same = null, SameDirection = null, ReportedBecause = "one run" }, [0.2], null);

        Assert.Equal("reported", Data(outcome).GetProperty("verdict").GetString());
        Assert.Equal(ClaimVerdict.Reported, outcome.Verdict);
        Assert.Contains("reported only: one run", outcome.Face("text/html"));
    }

    [Fact]
    public void A_measurement_that_is_no_number_is_a_miss_and_travels_by_name()
    {
        JsonElement json = Data(new ClaimOutcome(Error, [double.NaN], null));

        Assert.Equal("NaN", json.GetProperty("measured")[0].GetString());
        Assert.Equal("missed", json.GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_row_shows_paper_ours_verdict_acceptance_and_citation()
    {
        string html = new ClaimOutcome(Error, [0.0512], "the worst of ten runs").Face("text/html")!;

        foreach (string shown in (string[])["The error is small.", "5.0 %", "5.1 %", "</span> same</span>",
            "same: at most 6.0 % (its scatter)", "same direction: at most 8.0 % (the set is smaller)", "2,000 digits",
            "the worst of ten runs", "N. Nobody (1900). A paper on &lt;errors&gt;. Journal 1, 1-9; p. 1 (not seen)."])
            Assert.Contains(shown, html);
        Assert.Contains("</span> same direction</span>", new ClaimOutcome(Error, [0.07], null).Face("text/html"));
        Assert.Contains("</span> missed</span>", new ClaimOutcome(Error, [0.09], null).Face("text/html"));
    }

    [Fact]
    public void A_terminal_reads_the_verdict_in_words() =>
        Assert.Equal(
            """
            ✗ The error is small.
              paper: 5.0 % | ours: 9.0 % | missed
              same: at most 6.0 % (its scatter)
              same direction: at most 8.0 % (the set is smaller)
              the set is smaller
              N. Nobody (1900). A paper on <errors>. Journal 1, 1-9; p. 1 (not seen).
            """,
            new ClaimOutcome(Error, [0.09], "the set is smaller").Face("text/plain"));

    [Fact]
    public void A_check_of_the_course_s_own_names_no_paper()
    {
        var own = new Claim
        {
            Id = "02.own",
            Kind = ClaimKind.OwnCheck,
            Statement = "Two ways agree.",
            Published = "0",
            SameDirection = Acceptance.AtMost(1e-5).Because("single precision"),
            Setting = "once",
        };

        Assert.Contains("expected: 0 | ours: ", new ClaimOutcome(own, [0], null).Face("text/plain"), StringComparison.Ordinal);
        Assert.DoesNotContain("paper", new ClaimOutcome(own, [0], null).Face("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_claim_is_answered_with_one_sentence()
    {
        var error = Assert.Throws<ArgumentException>(() => Claim.Report("1900.nobody.nothing", 1));

        Assert.StartsWith("There is no claim \"1900.nobody.nothing\". ", error.Message);
        Assert.DoesNotContain("Parameter", error.Message);
    }

    [Fact]
    public void A_report_of_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ClaimOutcome(Error, [], null));

    [Fact]
    public void Every_claim_has_an_id_of_its_own() => Assert.Distinct(Claims.All.Select(claim => claim.Id));

    private static JsonElement Data(ClaimOutcome outcome) =>
        JsonDocument.Parse(outcome.Face("application/vnd.course.claim.v2+json")!).RootElement;
}
