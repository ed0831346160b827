using System.Text.Json;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Tests.Protocol;

/// <summary>Plain values on their way between grader and worker.</summary>
public class ArgumentJsonTests
{
    public static TheoryData<object?, Type> Values => new()
    {
        { true, typeof(bool) },
        { 'é', typeof(char) },
        { int.MinValue, typeof(int) },
        { (byte)255, typeof(byte) },
        { ulong.MaxValue, typeof(ulong) },
        { long.MinValue, typeof(long) },
        { 0.1, typeof(double) },
        { -0.0, typeof(double) },
        { double.Epsilon, typeof(double) },
        { double.MaxValue, typeof(double) },
        { double.NaN, typeof(double) },
        { double.PositiveInfinity, typeof(double) },
        { float.NegativeInfinity, typeof(float) },
        { float.Epsilon, typeof(float) },
        { 79228162514264337593543950335m, typeof(decimal) },
        { "", typeof(string) },
        { "NaN \"quoted\" \n  <b> 鸟 🐦", typeof(string) },
        { null, typeof(string) },
        { null, typeof(double[]) },
        { null, typeof(int?) },
        { Array.Empty<double>(), typeof(double[]) },
        { new[] { double.NaN, 1, double.NegativeInfinity }, typeof(double[]) },
        { new double[][] { [], [1, 2], [double.NaN] }, typeof(double[][]) },
        { new double[0, 3], typeof(double[,]) },
        { new double[3, 0], typeof(double[,]) },
        { new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, typeof(int[,]) },
        { new[, ,] { { { 1 }, { 2 } }, { { 3 }, { 4 } } }, typeof(int[,,]) },
        { new[] { new[,] { { true } }, new bool[0, 0] }, typeof(bool[][,]) },
        { new[] { "a", null }, typeof(string[]) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_plain_value_comes_back_as_it_was(object? value, Type type)
    {
        JsonElement sent = JsonElement.Parse(JsonSerializer.Serialize(ArgumentJson.Write(value)));

        object? back = ArgumentJson.Read(sent, type);

        Assert.Equal(value, back);
        Assert.Equal(value?.GetType(), back?.GetType());
        if (value is double number)
            Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)back!));
    }

    [Theory]
    [InlineData("1.5", typeof(int))]
    [InlineData("300", typeof(byte))]
    [InlineData("\"1\"", typeof(int))]
    [InlineData("\"nan\"", typeof(double))]
    [InlineData("null", typeof(double))]
    [InlineData("1", typeof(bool))]
    [InlineData("[1, 2]", typeof(int[,]))]
    [InlineData("[[1], 2]", typeof(int[][]))]
    [InlineData("{\"lengths\": [2147483647, 2147483647], \"items\": []}", typeof(int[,]))]
    [InlineData("{\"lengths\": [-1, 0], \"items\": []}", typeof(int[,]))]
    [InlineData("{\"lengths\": [1], \"items\": [1]}", typeof(int[,]))]
    [InlineData("{\"items\": []}", typeof(int[,]))]
    [InlineData("{}", typeof(string))]
    [InlineData("1", typeof(DayOfWeek))]
    [InlineData("1", typeof(object))]
    public void What_is_no_value_of_the_type_is_refused(string json, Type type) =>
        Assert.Throws<FormatException>(() => ArgumentJson.Read(JsonElement.Parse(json), type));

    [Fact]
    public void An_object_that_is_not_plain_is_not_written() =>
        Assert.Throws<NotSupportedException>(() => ArgumentJson.Write(new object()));
}
