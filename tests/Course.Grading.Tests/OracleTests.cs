namespace Course.Grading.Tests;

/// <summary>Each exercise's oracle keeps what it promises.</summary>
public class OracleTests
{
    public static TheoryData<string> Ids => [.. Oracles.All.Select(oracle => oracle.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_reference_is_right_in_every_visible_case(string id)
    {
        Oracle oracle = Oracles.Find(id);

        Assert.All(oracle.Exercise.Cases, @case => Assert.True(oracle.Accepts(@case.Arguments, @case.Expected, oracle.Answer(@case.Arguments)), @case.Note));
    }
}
