using Course.ExpertSystems;
using Course.McCullochPitts;

namespace Course.Tests.McCullochPitts;

public class ThresholdFunctionsTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 14)]
    [InlineData(3, 104)]
    [InlineData(4, 1_882)]
    [InlineData(5, 94_572)]
    public void The_count_of_threshold_functions_is_that_of_the_published_sequence(int inputs, int published) =>
        Assert.Equal(published, ThresholdFunctions.Count(inputs));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 14)]
    [InlineData(3, 104)]
    [InlineData(4, 1_882)]
    [InlineData(5, 94_572)]
    [InlineData(6, 15_028_134)]
    public void Counting_by_symmetry_gives_the_published_numbers_too(int inputs, long published) =>
        Assert.Equal(published, ThresholdFunctions.CountBySymmetry(inputs));

    [Fact]
    public void More_inputs_than_can_be_tried_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ThresholdFunctions.Count(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => ThresholdFunctions.CountBySymmetry(7));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_unit_found_computes_the_function_it_was_found_for(int inputs) =>
        Assert.All(ThresholdFunctions.All(inputs), found => Assert.Equal(found.Key, found.Value.Function()));

    [Fact]
    public void Of_the_two_input_functions_only_xor_and_its_opposite_are_missing()
    {
        string[] missing = [.. TwoInputFunctions.All.Where(f => !ThresholdFunctions.Contains(f.Function)).Select(f => f.Name)];

        Assert.Equal(["XOR", "XNOR"], missing);
    }

    [Fact]
    public void Larger_weights_find_no_further_function_of_four_inputs()
    {
        var known = ThresholdFunctions.All(4);
        var random = new Random(1);
        for (int draw = 0; draw < 20_000; draw++)
        {
            var unit = new ThresholdUnit([.. Enumerable.Range(0, 4).Select(_ => random.Next(-1000, 1001))], random.Next(-2000, 2001));
            Assert.Contains(unit.Function(), known.Keys);
        }
    }

    [Fact]
    public void The_negation_of_a_threshold_function_is_one()
    {
        var known = ThresholdFunctions.All(3);

        Assert.All(known.Keys, f => Assert.Contains(f.Negated(), known.Keys));
    }
}
