using Course.Data;
using Course.Hub.Diffusion;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Diffusion;

[Collection(TorchSeed.Name)]
public sealed class JudgementTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public JudgementTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Clouds_with_one_mean_and_one_spread_have_the_distance_0()
    {
        Tensor cloud = randn(300, 5);

        Assert.Equal(0, FrechetDistance.Between(cloud, cloud), 1e-6);
        Assert.Equal(25, FrechetDistance.Between(cloud, cloud + tensor((float[])[3, 0, 4, 0, 0])), 1e-3);
    }

    [Fact]
    public void Twice_the_spread_costs_as_much_as_the_formula_says()
    {
        Tensor cloud = randn(500, 3);
        double trace = (cloud - cloud.mean([0])).square().sum().item<float>() / 499;

        Assert.Equal(trace, FrechetDistance.Between(cloud, 2 * cloud - cloud.mean([0])), 1e-3);      // tr(C + 4C − 2·2C)
    }

    [Fact]
    public void What_is_no_digit_comes_in_six_kinds_between_paper_and_ink()
    {
        Tensor none = NotDigits.Draw((rand(30, 1, 14, 14) * 2) - 1, 60);

        Assert.Equal([60, 1, 14, 14], none.shape);
        Assert.True(none.abs().max().item<float>() <= 1);
        Assert.True(none.isfinite().all().item<bool>());
    }

    [Fact]
    public void A_judge_knows_digits_and_is_not_deceived_by_noise()
    {
        ImageSet digits = Mnist.Load().Train.Take(2_400).Resize(14, 14);
        Tensor x = DigitTensors.Of(digits.Images), y = tensor(Array.ConvertAll(digits.Labels, label => (long)label));

        using DigitJudge judge = DigitJudge.Train(x, y, passes: 3);

        Assert.True(ClassifierTraining.Accuracy(judge, x, y) > 0.85);
        Judgement real = Judgement.Of(judge, x.narrow(0, 0, 90), x.narrow(0, 90, 400));
        Judgement noise = Judgement.Of(judge, randn(90, 1, 14, 14), x.narrow(0, 90, 400));
        Assert.True(real.Digits > 0.9 && noise.Digits < 0.1, $"{real} {noise}");
        Assert.True(real.ToldApart < 0.7 && noise.ToldApart > 0.95, $"{real} {noise}");
        Assert.True(real.Frechet < noise.Frechet / 10 && real.ClassEntropy > 2, $"{real} {noise}");
    }

    [Fact]
    public void A_copy_lies_at_the_distance_0_of_its_model()
    {
        Tensor training = rand(50, 1, 3, 3), some = training.narrow(0, 7, 3).clone();
        some[2] += 0.01f;

        NearestDigits nearest = NearestDigits.Of(some, training);

        Assert.Equal([7, 8, 9], nearest.Numbers);
        Assert.Equal([0, 0, 0.03], nearest.Distances, (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(0, nearest.Median, 1e-5);
    }

    [Fact]
    public void The_Boltzmann_machine_dreams_of_what_it_saw()
    {
        float[] bar = [1, 1, 0, 0, 0, 0, 0, 0, 0], other = [0, 0, 0, 0, 0, 0, 0, 1, 1];
        var rival = new BoltzmannRival([.. Enumerable.Range(0, 40).Select(n => n % 2 == 0 ? bar : other)], hidden: 8);

        rival.Train(1_500);
        Tensor dreams = rival.Dream(30, sweeps: 100);

        Assert.Equal([30, 1, 3, 3], dreams.shape);
        Assert.True(dreams.flatten(1).narrow(1, 3, 3).max().item<float>() < -0.5);                   // never ink where there was none
        Tensor first = dreams.flatten(1).select(1, 0), last = dreams.flatten(1).select(1, 8);
        Assert.True((first * last).mean().item<float>() < 0, "either the one or the other");
    }

    [Fact]
    public void Pictures_survive_the_way_to_tensors_and_back()
    {
        float[][] images = [[0, 0.25f, 0.5f, 1], [1, 1, 0, 0]];

        Assert.Equal(images, DigitTensors.Images(DigitTensors.Of(images)));
        Assert.Equal([1, 0, 0.5f, 1], DigitTensors.Images(tensor((float[])[3, -7, 0, 1]).reshape(1, 1, 2, 2))[0]);
    }
}
