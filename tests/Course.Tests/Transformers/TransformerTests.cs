using Course.Tests.ConvNets;
using Course.Transformers;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Transformers;

[Collection(TorchSeed.Name)]
public class TransformerTests
{
    private static readonly TransformerSettings small = new(11, 2, new BlockShape(8, 2, 12)) { LongestSequence = 16 };

    public static TheoryData<string, TransformerSettings, long> Published => new()
    {
        { "base", TransformerSettings.Base, 63_082_496 },
        { "big", TransformerSettings.Big, 214_245_376 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void The_paper_s_models_have_as_many_parameters_as_the_formula_says(string name, TransformerSettings settings, long count)
    {
        using var model = new Transformer(settings, device(DeviceType.META));

        Assert.Equal((name, count), (name, settings.ParameterCount));
        Assert.Equal(count, model.ParameterCount);
        Assert.All(model.parameters(), parameter => Assert.Equal(DeviceType.META, parameter.device_type));
    }

    [Fact]
    public void With_the_norm_first_the_formula_counts_two_norms_more()
    {
        TransformerSettings first = small with { Block = small.Block with { NormFirst = true } };
        using var model = new Transformer(first);

        Assert.Equal(first.ParameterCount, model.ParameterCount);
        Assert.Equal(small.ParameterCount + 2 * 2 * 8, first.ParameterCount);
    }

    [Fact]
    public void A_block_equals_torch_s_own_layers()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        manual_seed(1);
        using var encoder = new TransformerBlock(small.Block);
        using var decoder = new TransformerBlock(small.Block, looksAtMemory: true);
        Disturb(encoder);
        Disturb(decoder);
        using var theirEncoder = nn.TransformerEncoderLayer(8, 2, 12, 0);
        using var theirDecoder = nn.TransformerDecoderLayer(8, 2, 12, 0);
        TorchWeights.Copy(encoder, theirEncoder);
        TorchWeights.Copy(decoder, theirDecoder);
        Tensor source = rand(3, 5, 8), target = rand(3, 4, 8);

        Tensor memory = encoder.call(source, null, null, null);
        Tensor theirMemory = theirEncoder.call(source.transpose(0, 1), null!, null!);      // theirs wants the batch second
        Tensor theirMask = zeros(4, 4).masked_fill(Transformer.Causal(4).logical_not(), double.NegativeInfinity);
        Tensor theirs = theirDecoder.call(target.transpose(0, 1), theirMemory, theirMask, null!, null!, null!);

        Assert.True(memory.allclose(theirMemory.transpose(0, 1), rtol: 1e-5, atol: 1e-5));
        Assert.True(decoder.call(target, Transformer.Causal(4), memory, null).allclose(theirs.transpose(0, 1), rtol: 1e-5, atol: 1e-5));
    }

    [Fact]
    public void Padding_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using Transformer model = Small(small);

        Tensor alone = model.call(SequencePairs.Padded([[3, 4, 5]]), SequencePairs.Padded([[1, 6]]));
        Tensor together = model.call(SequencePairs.Padded([[3, 4, 5], [7, 8, 9, 10, 3]]), SequencePairs.Padded([[1, 6], [1, 7, 8, 9]]));

        Assert.Equal([2, 4, 11], together.shape);
        Assert.True(alone.allclose(together.narrow(0, 0, 1).narrow(1, 0, 2), rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void The_decoder_does_not_see_what_comes_later()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using Transformer model = Small(small);
        Tensor source = SequencePairs.Padded([[3, 4, 5]]);

        Tensor one = model.call(source, SequencePairs.Padded([[1, 6, 7, 8]]));
        Tensor other = model.call(source, SequencePairs.Padded([[1, 6, 9, 3]]));

        Assert.True(one.narrow(1, 0, 2).allclose(other.narrow(1, 0, 2), rtol: 1e-5, atol: 1e-6));
        Assert.False(one.narrow(1, 2, 1).allclose(other.narrow(1, 2, 1)));
    }

    [Fact]
    public void The_order_of_the_source_counts_only_with_positions()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor source = SequencePairs.Padded([[3, 4, 5]]), moved = SequencePairs.Padded([[5, 3, 4]]);
        Tensor target = SequencePairs.Padded([[1, 6]]);

        using Transformer ordered = Small(small), heap = Small(small with { SourcePositions = false });

        Assert.False(ordered.call(source, target).allclose(ordered.call(moved, target), rtol: 1e-3, atol: 1e-3));
        Assert.InRange((heap.call(source, target) - heap.call(moved, target)).abs().max().item<float>(), 0, 1e-5f);
    }

    [Fact]
    public void A_step_of_training_leaves_no_tensor_behind()
    {
        using Transformer model = Small(small);
        using optim.Optimizer adam = TransformerTraining.Adam(model);
        var trainer = TransformerTraining.Trainer(model, adam, [[new([3, 4], [4, 3]), new([5], [5])]], clip: 1);

        LiveTensors.AreGivenBackBy(() => trainer.Learn([0]));
    }

    internal static Transformer Small(TransformerSettings settings)
    {
        manual_seed(3);
        var model = new Transformer(settings);
        Disturb(model);
        model.eval();
        return model;
    }

    /// <summary>Biases of 0 and norms of 1 would hide mistakes.</summary>
    private static void Disturb(nn.Module module)
    {
        using var frozen = no_grad();
        foreach (var parameter in module.parameters().Where(parameter => parameter.dim() == 1))
        {
            using Tensor noise = 0.2 * randn(parameter.shape);
            parameter.add_(noise);
        }
    }
}
