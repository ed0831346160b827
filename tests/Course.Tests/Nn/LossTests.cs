using Course.ExpertSystems;
using Course.Nn;
using CsCheck;

namespace Course.Tests.Nn;

public class LossTests
{
    [Fact]
    public void Slopes_agree_with_finite_differences() => Gen.Double[-3, 3].Array[6].Sample(outputs =>
    {
        double[] targets = [0, 1, 0, 1, 0, 0];
        foreach (ILoss loss in (ILoss[])[new SquaredError(), new CrossEntropy()])
        {
            var gradient = new double[6];
            loss.LossAndGradient(outputs, targets, 3, gradient);
            double[] measured = GradientCheck.Gradients(() => loss.LossAndGradient(outputs, targets, 3, new double[6]), outputs);
            for (int i = 0; i < 6; i++) Assert.Equal(measured[i], gradient[i], 1e-8);
        }
    }, iter: 100);

    [Fact]
    public void Cross_entropy_survives_sums_of_a_thousand()
    {
        var gradient = new double[3];
        double loss = new CrossEntropy().LossAndGradient([1000, -1000, 0], [0, 0, 1], 3, gradient);
        Assert.Equal(1000, loss, 1e-9);
        Assert.Equal([1.0, 0, -1], gradient);
    }

    [Fact]
    public void A_blind_guess_costs_the_logarithm_of_the_number_of_classes() =>
        Assert.Equal(2 * Math.Log(5), new CrossEntropy().LossAndGradient(new double[10], [1, 0, 0, 0, 0, 0, 0, 0, 1, 0], 5, new double[10]),
        1e-12);

    [Fact]
    public void Errors_within_the_tolerance_count_as_none()
    {
        var gradient = new double[3];
        double loss = new SquaredError(tolerance: 0.2).LossAndGradient([0.1, 0.7, 0.9], [0, 1, 1], 3, gradient);
        Assert.Equal(0.045, loss, 1e-12);
        Assert.Equal([0, -0.3, 0], gradient.Select(value => Math.Round(value, 12)));
    }
}
