namespace Course.Tests;

public class PlainValueTests
{
    [Theory]
    [InlineData(1.0, 1.0 + 1e-12, true)]
    [InlineData(1.0, 1.1, false)]
    [InlineData(1e12, 1e12 + 1, true)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.NaN, 1.0, false)]
    [InlineData(1.0, double.NaN, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(1.0, double.PositiveInfinity, false)]
    [InlineData(double.PositiveInfinity, 1.0, false)]
    [InlineData(1.0, null, false)]
    [InlineData(null, null, true)]
    [InlineData("and", "and", true)]
    [InlineData("and", "And", false)]
    [InlineData(true, true, true)]
    [InlineData(3, 4, false)]
    public void Values_are_the_same_within_the_tolerance(object? expected, object? got, bool same) =>
        Assert.Equal(same, PlainValue.Same(got, expected, 1e-9));

    [Fact]
    public void Arrays_are_the_same_by_shape_and_items()
    {
        Assert.True(PlainValue.Same(new double[,] { { 1, 2 } }, new double[,] { { 1, 2 } }, 1e-9));
        Assert.False(PlainValue.Same(new double[,] { { 1, 2 } }, new double[,] { { 1 }, { 2 } }, 1e-9));
        Assert.True(PlainValue.Same(new int[][] { [1], [2, 3] }, new int[][] { [1], [2, 3] }, 1e-9));
        Assert.False(PlainValue.Same(new int[][] { [1], [2, 3] }, new int[][] { [1, 2], [3] }, 1e-9));
        Assert.False(PlainValue.Same(new[] { 1, 2 }, new[] { 1 }, 1e-9));
    }

    [Fact]
    public void Values_are_shown_as_CSharp_writes_them()
    {
        Assert.Equal("[[1, 0.5], []]", PlainValue.Show(new double[][] { [1, 0.5], [] }));
        Assert.Equal("[[1, 2], [3, 4]]", PlainValue.Show(new int[,] { { 1, 2 }, { 3, 4 } }));
        Assert.Equal("[true, false]", PlainValue.Show(new[] { true, false }));
        Assert.Equal("\"and\"", PlainValue.Show("and"));
        Assert.Equal("null", PlainValue.Show(null));
        Assert.Equal("[NaN, ∞, 0]", PlainValue.Show(new[] { double.NaN, double.PositiveInfinity, -0.0 }));
        Assert.Equal("0.333333", PlainValue.Show(1 / 3.0));
        Assert.Equal("0.3333333333333333", PlainValue.Show(1 / 3.0, exact: true));
        Assert.EndsWith(", … 196 in all]", PlainValue.Show(new double[196]));
    }

    [Fact]
    public void A_copy_shares_nothing()
    {
        double[][] original = [[1], [2]];

        var copy = (double[][])PlainValue.Copy(original)!;
        copy[0][0] = 7;

        Assert.Equal(1, original[0][0]);
    }
}
