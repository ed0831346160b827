using Course.ConvNets;
using Course.ExpertSystems;
using Course.Nn;
using CsCheck;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Course.Tests.ConvNets;

public class ConvolutionTests
{
    private static readonly Gen<(MapShape Input, int Maps, int Kernel, int Stride, int Border, int Batch, int Seed)> shapes =
        Gen.Select(
            Gen.Select(Gen.Int[1, 4], Gen.Int[3, 9], Gen.Int[3, 9], (count, height, width) => new MapShape(count, height, width)),
            Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[1, 3], Gen.Int[0, 10_000]);

    [Fact]
    public void Outputs_and_gradients_agree_with_torch() => shapes.Sample((input, maps, kernel, stride, padding, batch, seed) =>
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        var layer = new Convolution("c", input, maps, kernel, Activation.Tanh, random, stride, padding, padValue: -1, range: 0.5);
        double[] x = Draw(random, batch * input.Size);
        Tensor images = tensor(x).reshape(batch, input.Channels, input.Height, input.Width).requires_grad_();
        Tensor weights = Torch(layer.Weights), biases = Torch(layer.Biases);
        Tensor padded = pad(images, (padding, padding, padding, padding), PaddingModes.Constant, -1);
        Tensor expected = conv2d(padded, weights, biases, strides: [stride, stride]).tanh();
        double[] gradient = Draw(random, batch * layer.Output.Size);
        expected.backward([tensor(gradient).reshape(expected.shape)]);

        double[] y = layer.Forward(x, batch), below = layer.Backward(gradient);

        Assert.Equal((batch, layer.Output.Channels, layer.Output.Height, layer.Output.Width),
            (expected.shape[0], expected.shape[1], expected.shape[2], expected.shape[3]));
        Same(expected, y);
        Same(weights.grad!, layer.Weights.Gradient);
        Same(biases.grad!, layer.Biases.Gradient);
        Same(images.grad!, below);
    }, iter: 100);

    [Fact]
    public void Gradients_agree_with_finite_differences_whatever_is_shared() =>
        Gen.Select(shapes, Gen.Bool, Gen.Bool).Sample((shape, shared, biasPerUnit) =>
        {
            var (input, maps, kernel, stride, padding, batch, seed) = shape;
            var random = new Random(seed);
            int[][] sees = [.. Enumerable.Range(0, maps).Select(map => new[] { map % input.Channels })];
            var layer = new Convolution("c", input, maps, kernel, new ScaledTanh(), random, stride, padding, -1, sees, shared, biasPerUnit,
                range: 0.5);
            double[] x = Draw(random, batch * input.Size), wanted = Draw(random, batch * layer.Output.Size);
            double Loss() => layer.Forward(x, batch).Zip(wanted, (y, w) => y * w).Sum();
            double[] gradients = GradientCheck.Gradients(Loss, x);
            Loss();

            double[] below = [.. layer.Backward(wanted)];

            // Absolutely, since the loss is a sum of hundreds of terms, whose rounding would be all that is left of a tiny slope.
            Assert.All(below.Zip(gradients), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
            foreach (Parameter parameter in layer.Parameters)
                Assert.All(GradientCheck.Gradients(Loss, parameter.Values)
                    .Zip(parameter.Gradient), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
        }, iter: 30);

    [Fact]
    public void A_picture_that_moves_moves_its_feature_map()
    {
        var input = new MapShape(1, 12, 12);
        var layer = new Convolution("c", input, maps: 2, kernel: 3, Activation.Identity, new Random(3));
        double[] picture = new double[input.Size], moved = new double[input.Size];
        for (int row = 4; row < 8; row++)
        {
            for (int column = 3; column < 7; column++) picture[row * 12 + column] = moved[row * 12 + column + 2] = row * column;
        }
        double[] before = [.. layer.Forward(picture)], after = layer.Forward(moved);

        for (int unit = 0; unit < before.Length; unit++)
        {
            if (unit % layer.Output.Width < layer.Output.Width - 2) Assert.Equal(before[unit], after[unit + 2]);
        }
    }

    [Theory]
    [InlineData(true, true, 12 * 25 + 768, 768 * 26)]
    [InlineData(true, false, 12 * 25 + 12, 768 * 26)]
    [InlineData(false, true, 768 * 25 + 768, 768 * 26)]
    public void Sharing_saves_weights_and_no_connections(bool shared, bool biasPerUnit, int parameters, int connections)
    {
        var layer = new Convolution("H1", new MapShape(1, 16, 16), 12, 5, Activation.Tanh, new Random(1), stride: 2, padding: 2,
            shared: shared, biasPerUnit: biasPerUnit);

        Assert.Equal(new MapShape(12, 8, 8), layer.Output);
        Assert.Equal(parameters, layer.Parameters.Sum(parameter => parameter.Values.Length));
        Assert.Equal(connections, layer.Connections);
    }

    [Fact]
    public void What_does_not_fit_gets_one_clear_line()
    {
        var random = new Random(1);
        var input = new MapShape(2, 4, 4);

        Assert.StartsWith("A kernel of 5 pixels does not fit into 4",
            Assert.Throws<ArgumentException>(() => new Convolution("c", input, 1, 5, Activation.Tanh, random)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("Name for each of the 2 maps",
            Assert.Throws<ArgumentException>(() => new Convolution("c", input, 2, 3, Activation.Tanh, random, sees: [[0], [2]])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("33 numbers are not 1 × 32",
            Assert.Throws<ArgumentException>(() => new Convolution("c", input, 2, 3, Activation.Tanh,
                random).Forward(new double[33])).Message, StringComparison.Ordinal);
    }

    internal static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];

    internal static Tensor Torch(Course.Nn.Parameter parameter) =>
        tensor(parameter.Values).reshape([.. parameter.Shape.Select(side => (long)side)]).requires_grad_();

    internal static void Same(Tensor expected, double[] got, double tolerance = 1e-5)
    {
        double[] values = expected.to(ScalarType.Float64).data<double>().ToArray();
        Assert.Equal(values.Length, got.Length);
        for (int i = 0; i < got.Length; i++) Assert.Equal(values[i], got[i], tolerance);
    }
}
