using System.Globalization;
using System.Text.Json;

namespace Course.Tests.Lessons;

public class ClaimTests
{
    private static readonly Claim Error = new()
    {
        Id = "1900.nobody.error",
        Lesson = 0,
        Paper = "A paper",
        Where = "p. 1",
        Statement = "The error is small.",
        Published = "5.0 %",
        Acceptance = Acceptance.AtMost(0.06),
        Setting = "nothing",
        Format = "0.0 %",
    };

    [Theory]
    [InlineData(0.06, true)]
    [InlineData(0.0601, false)]
    [InlineData(double.NaN, false)]
    public void A_claim_holds_up_to_its_bound_and_never_for_NaN(double measured, bool holds) =>
        Assert.Equal(holds, Error.Acceptance.Holds([measured]));

    [Fact]
    public void Every_measured_value_must_be_accepted_and_there_must_be_one()
    {
        Assert.False(Acceptance.AtLeast(1).Holds([1, 0.9]));
        Assert.False(Acceptance.AtLeast(1).Holds([]));
        Assert.True(Acceptance.Exactly(4, 14).Holds([4, 14]));
        Assert.False(Acceptance.Exactly(4, 14).Holds([14, 4]));
        Assert.True(Acceptance.Between(1, 2).Holds([1, 2]));
        Assert.Null(Acceptance.ReportedOnly.Holds([7]));
    }

    [Fact]
    public void A_measured_claim_travels_as_JSON_with_what_was_computed()
    {
        Face face = Error.Measured([0.0512], note: null);

        JsonElement json = JsonDocument.Parse(face.Data!).RootElement;
        Assert.Equal("1900.nobody.error", json.GetProperty("id").GetString());
        Assert.Equal(0.0512, json.GetProperty("measured")[0].GetDouble());
        Assert.Equal("5.1 %", json.GetProperty("measuredText").GetString());
        Assert.Equal("at most 6.0 %", json.GetProperty("acceptance").GetString());
        Assert.True(json.GetProperty("holds").GetBoolean());
    }

    [Fact]
    public void A_miss_is_shown_as_a_miss() => Assert.Contains("missed", Error.Measured([0.07], "the set is smaller").Html);

    [Fact]
    public void A_claim_looks_the_same_where_numbers_are_written_with_a_comma()
    {
        Face here = Error.Measured([0.0512], null);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        Face there = Error.Measured([0.0512], null);
        CultureInfo.CurrentCulture = before;

        Assert.Equal(here, there);
    }

    [Fact]
    public void Every_claim_has_an_id_of_its_own() => Assert.Equal(Claims.All.Count, Claims.All.Select(claim => claim.Id).Distinct().Count());
}
