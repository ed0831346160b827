using Course.ConvNets;
using Course.ExpertSystems;
using CsCheck;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Course.Tests.ConvNets;

public class PoolingTests
{
    [Fact]
    public void Both_kinds_agree_with_torch_forward_and_back() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[3, 9], Gen.Int[3, 9], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Bool, Gen.Int[0, 10_000])
            .Sample((count, height, width, side, stride, batch, largest, seed) =>
            {
                using var scope = NewDisposeScope();
                var random = new Random(seed);
                var input = new MapShape(count, height, width);
                Pooling layer = largest ? new MaxPooling(input, side, stride) : new AveragePooling(input, side, stride);
                double[] x = ConvolutionTests.Draw(random, batch * input.Size),
                    gradient = ConvolutionTests.Draw(random, batch * layer.Output.Size);
                Tensor images = tensor(x).reshape(batch, count, height, width).requires_grad_();
                Tensor expected = largest ? max_pool2d(images, side, stride) : avg_pool2d(images, side, stride);
                expected.backward([tensor(gradient).reshape(expected.shape)]);

                ConvolutionTests.Same(expected, layer.Forward(x, batch), 1e-12);
                ConvolutionTests.Same(images.grad!, layer.Backward(gradient), 1e-12);
            }, iter: 100);

    [Fact]
    public void Of_equal_numbers_the_first_gets_the_gradient()
    {
        var layer = new MaxPooling(new MapShape(1, 2, 2), side: 2);
        layer.Forward([3, 3, 3, 3]);

        Assert.Equal([5, 0, 0, 0], layer.Backward([5]));
    }

    [Fact]
    public void Squares_that_overlap_add_up_their_gradients()
    {
        var layer = new MaxPooling(new MapShape(1, 1, 3) with { Height = 2 }, side: 2, stride: 1);
        layer.Forward([0, 9, 0, 0, 0, 0]);

        Assert.Equal([0, 3, 0, 0, 0, 0], layer.Backward([1, 2]));
    }
}
