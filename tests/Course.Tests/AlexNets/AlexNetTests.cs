using Course.AlexNets;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.AlexNets;

[Collection(TorchSeed.Name)]
public class AlexNetTests
{
    [Theory]
    [InlineData(2, 60_965_224)]
    [InlineData(1, 62_378_344)]
    public void Full_size_has_the_known_number_of_parameters(int towers, long count)
    {
        using var net = new AlexNet(towers, device: device(DeviceType.META));

        Assert.Equal(count, net.ParameterCount);
        Assert.All(net.parameters(), parameter => Assert.Equal(DeviceType.META, parameter.device_type));
    }

    [Fact]
    public void Every_parameter_has_the_shape_of_the_paper()
    {
        using var net = new AlexNet(device: device(DeviceType.META));

        Assert.Equal(
            ["features.conv1.weight 96x3x11x11", "features.conv1.bias 96", "features.conv2.weight 256x48x5x5", "features.conv2.bias 256",
                "features.conv3.weight 384x256x3x3", "features.conv3.bias 384", "features.conv4.weight 384x192x3x3",
                "features.conv4.bias 384", "features.conv5.weight 256x192x3x3", "features.conv5.bias 256",
                "classifier.fc6.weight 4096x9216", "classifier.fc6.bias 4096", "classifier.fc7.weight 4096x4096",
                "classifier.fc7.bias 4096", "classifier.fc8.weight 1000x4096", "classifier.fc8.bias 1000"],
            net.named_parameters().Select(parameter => $"{parameter.name} {string.Join('x', parameter.parameter.shape)}"));
    }

    [Fact]
    public void A_picture_goes_through()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var net = new AlexNet();

        Assert.Equal([1, 1000], net.call(rand([1, 3, AlexNet.Side, AlexNet.Side])).shape);
    }

    [Fact]
    public void Normalisation_is_the_formula_of_the_paper()
    {
        using var scope = NewDisposeScope();
        var random = new Random(1);
        double[] a = [.. Enumerable.Range(0, 9).Select(_ => 20 * random.NextDouble() - 10)];

        double[] b = [.. new ResponseNormalisation(9).call(tensor(a).reshape(1, 9, 1, 1)).data<double>()];

        for (int i = 0; i < 9; i++)
        {
            double sum = Enumerable.Range(0, 9).Where(j => Math.Abs(j - i) <= 2).Sum(j => a[j] * a[j]);
            Assert.Equal(a[i] / Math.Pow(2 + 1e-4 * sum, 0.75), b[i], 1e-12);
        }
    }

    public static TheoryData<AlexNetParts> Variants =>
        [AlexNetParts.All, AlexNetParts.None, AlexNetParts.All with { Overlap = false }, AlexNetParts.None with { Normalise = true }];

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_small_network_answers_with_every_choice_of_parts(AlexNetParts parts)
    {
        using var scope = NewDisposeScope();
        using var net = new SmallAlexNet(parts, channels: 3, side: 32);

        Assert.Equal([4, 10], net.call(rand([4, 3, 32, 32])).shape);
        Assert.Equal([16, 3, 5, 5], net.Kernels.shape);
    }
}
