using Course.Nn.Torch;
using static TorchSharp.torch;

namespace Course.Tests.Nn.Torch;

public class TorchConvolutionTests
{
    [Theory]
    [InlineData(1, 6, 32, 1)]
    [InlineData(6, 16, 14, 1)]
    [InlineData(8, 4, 12, 2)]
    [InlineData(16, 120, 5, 1)]
    public void Values_and_gradients_are_those_of_TorchSharp_itself(int channels, int count, int side, int stride)
    {
        using var scope = NewDisposeScope();
        Tensor input = Drawn(3, channels, side, side), kernels = Drawn(count, channels, 5, 5), bias = Drawn(count);
        Tensor[] leaves = [input.requires_grad_(), kernels.requires_grad_(), bias.requires_grad_()];

        Tensor ours = TorchConvolution.Conv2d(input, kernels, bias, stride);
        ours.sin().sum().backward();
        Tensor[] gradients = [.. leaves.Select(leaf => leaf.grad!.clone())];
        Tensor theirs = nn.functional.conv2d(input.to(float64), kernels.to(float64), bias.to(float64), strides: [stride, stride]);
        foreach (Tensor leaf in leaves) leaf.grad = null;
        theirs.sin().sum().backward();

        Assert.True(ours.to(float64).allclose(theirs, 1e-4, 1e-4));
        Assert.All(leaves.Zip(gradients), pair => Assert.True(pair.Second.allclose(pair.First.grad!, 1e-3, 1e-3)));
    }

    // functional.conv2d fails this in most of the rounds (1 → 6) or in some (16 → 120) where oneDNN runs on AVX-512.
    [Theory]
    [InlineData(1, 6, 32)]
    [InlineData(16, 120, 6)]
    public void No_gradient_is_NaN_where_the_memory_before_it_held_NaN(int channels, int count, int side)
    {
        int below = side - 4;
        for (int round = 0; round < 100; round++)
        {
            using var scope = NewDisposeScope();
            Tensor input = Drawn(3, channels, side, side).requires_grad_(), kernels = Drawn(count, channels, 5, 5).requires_grad_();
            Tensor answers = TorchConvolution.Conv2d(input, kernels);
            LeaveNaN(3 * channels * side * side, 3 * count * below * below, 3 * (count / 16 + 1) * 16 * below * below);
            answers.sum().backward();

            Assert.False(input.grad!.isnan().any().item<bool>());
            Assert.False(kernels.grad!.isnan().any().item<bool>());
        }
    }

    [Fact]
    public void It_leaves_no_tensor_but_its_answer() => LiveTensors.AreGivenBackBy(() =>
    {
        using Tensor input = ones(1, 1, 5, 5), kernels = ones(3, 1, 5, 5), bias = ones(3);
        using Tensor answer = TorchConvolution.Conv2d(input, kernels, bias);
        Assert.Equal([1, 3, 1, 1], answer.shape);
    });

    private static Tensor Drawn(params long[] shape)
    {
        var random = new Random(5);
        int count = (int)shape.Aggregate(1L, (product, length) => product * length);
        return tensor(Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f).ToArray()).reshape(shape);
    }

    private static void LeaveNaN(params long[] sizes)
    {
        Tensor[] tensors = [.. sizes.SelectMany(size => Enumerable.Range(0, 40).Select(_ => full(size, float.NaN)))];
        foreach (Tensor each in tensors) each.Dispose();
    }
}
