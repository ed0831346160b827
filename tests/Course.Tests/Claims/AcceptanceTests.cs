namespace Course.Tests;

public class AcceptanceTests
{
    [Theory]
    [InlineData(0.06, true)]
    [InlineData(0.0601, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.NegativeInfinity, false)]
    public void A_bound_holds_up_to_its_very_value_and_never_for_what_is_no_number(double measured, bool holds) =>
        Assert.Equal(holds, Acceptance.AtMost(0.06).Holds([measured]));

    [Fact]
    public void Every_measured_value_must_be_accepted_and_there_must_be_one()
    {
        Assert.True(Acceptance.AtLeast(1).Holds([1, 2]));
        Assert.False(Acceptance.AtLeast(1).Holds([1, 0.9]));
        Assert.False(Acceptance.AtLeast(1).Holds([]));
        Assert.True(Acceptance.Between(1, 2).Holds([1, 2]));
        Assert.False(Acceptance.Between(1, 2).Holds([2.0000001]));
    }

    [Fact]
    public void Exact_values_count_and_keep_their_order()
    {
        Assert.True(Acceptance.Exactly(4, 14).Holds([4, 14]));
        Assert.False(Acceptance.Exactly(4, 14).Holds([14, 4]));
        Assert.False(Acceptance.Exactly(4, 14).Holds([4]));
        Assert.False(Acceptance.Exactly(4, 14).Holds([4, 14, 14]));
    }

    [Fact]
    public void Rising_values_rise_strictly()
    {
        Assert.True(Acceptance.Rising.Holds([0.77, 0.84]));
        Assert.False(Acceptance.Rising.Holds([0.77, 0.77]));
    }

    [Fact]
    public void Of_values_that_need_only_rise_at_last_the_last_two_count()
    {
        Assert.True(Acceptance.RisingAtLast.Holds([9, 0.77, 0.84]));
        Assert.False(Acceptance.RisingAtLast.Holds([0.1, 0.77, 0.77]));
        Assert.False(Acceptance.RisingAtLast.Holds([0.77]));
        Assert.False(Acceptance.RisingAtLast.Holds([double.NaN, 0.77, 0.84]));
    }

    [Fact]
    public void A_reason_changes_no_bar()
    {
        Acceptance bar = Acceptance.AtMost(0.06).Because("two standard errors");

        Assert.Equal("two standard errors", bar.Reason);
        Assert.True(bar.Holds([0.06]));
        Assert.False(bar.Holds([0.0601]));
        Assert.Equal("at most 0.06", bar.InWords("0.##"));
    }

    [Fact]
    public void Words_use_the_format_of_the_claim()
    {
        Assert.Equal("at least 90.0 %", Acceptance.AtLeast(0.9).InWords("0.0 %"));
        Assert.Equal("between −1.5 and 2", Acceptance.Between(-1.5, 2).InWords("0.###"));
        Assert.Equal("exactly 4, 14, 94,572", Acceptance.Exactly(4, 14, 94_572).InWords("N0"));
    }

    [Fact]
    public void An_acceptance_that_accepts_nothing_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Acceptance.Between(2, 1));
        Assert.Throws<ArgumentException>(() => Acceptance.Between(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => Acceptance.Exactly());
    }
}
