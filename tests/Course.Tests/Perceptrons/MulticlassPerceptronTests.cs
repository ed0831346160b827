using Course.ExpertSystems;
using Course.Perceptrons;
using CsCheck;

namespace Course.Tests.Perceptrons;

public class MulticlassPerceptronTests
{
    [Fact]
    public void A_mistake_moves_the_right_class_towards_the_example_and_the_winner_away()
    {
        var machine = new MulticlassPerceptron(2, 3);

        Assert.Equal(0, machine.Learn([1, 0.5f], label: 2));

        Assert.Equal([-1, -0.5f], machine.Weights[0]);
        Assert.Equal([0, 0], machine.Weights[1]);
        Assert.Equal([1, 0.5f], machine.Weights[2]);
        Assert.Equal([-1, 0, 1], machine.Biases);
        Assert.Equal(2, machine.Predict([1, 0.5f]));
    }

    [Fact]
    public void The_average_is_the_mean_of_the_weights_after_every_example()
    {
        Gen.Select(Gen.Int[1, 40], Gen.Int).Sample((examples, seed) =>
        {
            var random = new Random(seed);
            var machine = new AveragedPerceptron(3, 4);
            var sum = new double[4, 4];
            for (int n = 0; n < examples; n++)
            {
                machine.Learn([random.Next(4), random.Next(4), random.Next(4)], random.Next(4));
                for (int k = 0; k < 4; k++)
                {
                    for (int i = 0; i < 3; i++) sum[k, i] += machine.Last.Weights[k][i];
                    sum[k, 3] += machine.Last.Biases[k];
                }
            }

            MulticlassPerceptron average = machine.Average();

            for (int k = 0; k < 4; k++)
            {
                for (int i = 0; i < 3; i++) Assert.Equal(sum[k, i] / examples, average.Weights[k][i], 4);
                Assert.Equal(sum[k, 3] / examples, average.Biases[k], 4);
            }
        }, iter: 200);
    }

    [Fact]
    public void The_average_of_nothing_is_zero() => Assert.Equal([0, 0], new AveragedPerceptron(2, 2).Average().Weights[1]);
}
