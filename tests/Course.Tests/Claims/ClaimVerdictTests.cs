namespace Course.Tests;

public class ClaimVerdictTests
{
    private static readonly Acceptance narrow = Acceptance.Between(4, 6), wide = Acceptance.Between(0, 10);

    [Theory]
    [InlineData(5.0, ClaimVerdict.Same)]
    [InlineData(8.0, ClaimVerdict.SameDirection)]
    [InlineData(12.0, ClaimVerdict.Missed)]
    [InlineData(double.NaN, ClaimVerdict.Missed)]
    [InlineData(double.PositiveInfinity, ClaimVerdict.Missed)]
    public void The_verdict_is_the_strongest_that_holds(double measured, ClaimVerdict verdict) =>
        Assert.Equal(verdict, (ClaimTests.Error with { Same = narrow, SameDirection = wide }).Judge([measured]));

    [Fact]
    public void Either_acceptance_may_be_absent()
    {
        Claim error = ClaimTests.Error;

        Assert.Equal(ClaimVerdict.Missed, (error with { Same = narrow, SameDirection = null }).Judge([8]));
        Assert.Equal(ClaimVerdict.SameDirection, (error with { Same = null, SameDirection = wide }).Judge([5]));
        Assert.Equal(ClaimVerdict.Missed, (error with { Same = null, SameDirection = wide }).Judge([12]));
        Assert.Equal(ClaimVerdict.Reported, (error with { Same = null, SameDirection = null }).Judge([double.NaN]));
    }

    [Theory]
    [InlineData(ClaimKind.Theorem, ClaimVerdict.Same)]
    [InlineData(ClaimKind.SameData, ClaimVerdict.Same)]
    [InlineData(ClaimKind.OtherData, ClaimVerdict.SameDirection)]
    [InlineData(ClaimKind.OwnCheck, ClaimVerdict.SameDirection)]
    public void Other_data_and_own_checks_are_never_the_same(ClaimKind kind, ClaimVerdict strongest)
    {
        Claim claim = ClaimTests.Error with { Kind = kind, Same = narrow, SameDirection = wide };

        Assert.Equal(strongest, claim.Judge([5]));
        Assert.Equal(strongest == ClaimVerdict.Same
            ? ClaimVerdict.Missed : ClaimVerdict.Reported, (claim with { SameDirection = null }).Judge([8]));
    }

    [Fact]
    public void An_own_check_holds_where_a_published_result_points_the_same_way()
    {
        Assert.Equal("holds", (ClaimTests.Error with { Kind = ClaimKind.OwnCheck }).InWords(ClaimVerdict.SameDirection));
        Assert.Equal("same direction", ClaimTests.Error.InWords(ClaimVerdict.SameDirection));
    }

    [Fact]
    public void Every_claim_of_the_course_declares_what_its_kind_allows() => Assert.All(Claims.All, claim =>
    {
        switch (claim.Kind)
        {
            case ClaimKind.Theorem:
                Assert.NotNull(claim.Same);
                Assert.Null(claim.SameDirection);
                break;
            case ClaimKind.OtherData or ClaimKind.OwnCheck:
                Assert.Null(claim.Same);
                break;
        }

        Assert.True(claim.Kind == ClaimKind.OwnCheck || claim.Paper is not null, $"{claim.Id} names no paper");
    });

    [Fact]
    public void Every_claim_of_the_course_says_why_its_bar_stands_there_or_why_it_has_none() => Assert.All(Claims.All, claim =>
    {
        Assert.Equal(claim.Same is null && claim.SameDirection is null, claim.ReportedBecause is not null);
        if (claim.Kind is ClaimKind.SameData or ClaimKind.OtherData)
            Assert.All(new[] { claim.Same, claim.SameDirection }.OfType<Acceptance>(), acceptance =>
                Assert.False(string.IsNullOrWhiteSpace(acceptance.Reason), $"{claim.Id} gives no reason for its bar"));
    });
}
