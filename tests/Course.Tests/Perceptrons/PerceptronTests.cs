using Course.ExpertSystems;
using Course.Perceptrons;
using CsCheck;

namespace Course.Tests.Perceptrons;

public class PerceptronTests
{
    [Fact]
    public void A_new_perceptron_is_silent() => Assert.Equal(0, new Perceptron(2).Fires([1, 1]));

    [Fact]
    public void A_missed_example_is_added_to_the_weights()
    {
        var neuron = new Perceptron(2);

        Assert.True(neuron.Learn([0.5, 0.25], target: 1, eta: 2));

        Assert.Equal([1, 0.5], neuron.Weights);
        Assert.Equal(2, neuron.Bias);
    }

    [Fact]
    public void A_false_alarm_is_taken_from_the_weights()
    {
        var neuron = new Perceptron(2);
        neuron.Learn([1, 0], target: 1);

        Assert.True(neuron.Learn([1, 1], target: 0));

        Assert.Equal([0, -1], neuron.Weights);
        Assert.Equal(0, neuron.Bias);
    }

    [Fact]
    public void A_right_answer_changes_nothing()
    {
        var neuron = new Perceptron(1);
        neuron.Learn([1], target: 1);

        Assert.False(neuron.Learn([2], target: 1));

        Assert.Equal([1], neuron.Weights);
        Assert.Equal(1, neuron.Corrections);
    }

    [Theory]
    [InlineData(0, 0, 0, 1, true)]      // AND
    [InlineData(0, 1, 1, 1, true)]      // OR
    [InlineData(0, 1, 1, 0, false)]     // XOR: lesson 03
    public void Truth_tables_that_a_line_divides_are_learnt_and_others_are_given_up(int t00, int t01, int t10, int t11, bool learnt)
    {
        Assert.Equal(learnt, new Perceptron(2).LearnUntilRight([[0, 0], [0, 1], [1, 0], [1, 1]], [t00, t01, t10, t11]));
    }

    [Fact]
    public void Corrections_never_exceed_Novikoffs_bound()
    {
        Gen.Select(Gen.Int[2, 60], Gen.Int[1, 8], Gen.Double[0.02, 0.3], Gen.Int).Sample((examples, inputs, gap, seed) =>
        {
            var cloud = SeparableCloud.Draw(new Random(seed), examples, inputs, gap);
            var neuron = new Perceptron(inputs);

            Assert.True(neuron.LearnUntilRight(cloud.X, cloud.Targets, maximumEpochs: 100_000));

            Assert.True(neuron.Corrections <= NovikoffBound.Of(cloud.X, cloud.Targets, cloud.W, cloud.B).Corrections);
            Assert.Equal(cloud.Targets, cloud.X.Select(neuron.Fires));
        }, iter: 300);
    }

    [Fact]
    public void The_bound_is_the_square_of_the_longest_example_over_the_margin()
    {
        // (3, 1) and (-3, 1) with the constant input: length √10; the separator x > 0 is 3 away from both.
        var bound = NovikoffBound.Of([[3], [-3]], [1, 0], w: [5], b: 0);

        Assert.Equal(Math.Sqrt(10), bound.R, 12);
        Assert.Equal(3, bound.Gamma, 12);
        Assert.Equal(10.0 / 9, bound.Corrections, 12);
    }

    [Fact]
    public void A_line_that_does_not_separate_has_no_bound() =>
        Assert.Throws<ArgumentException>(() => NovikoffBound.Of([[1], [2]], [1, 0], [1], 0));
}
