using Course.PreTraining;
using Course.Scaling;
using Course.Tests.ConvNets;
using CsCheck;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Scaling;

[Collection(TorchSeed.Name)]
public sealed class FlopCounterTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public FlopCounterTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    // One text of two tokens, d = 1, V = 3: queries, keys and values 2·1·3, comparing 2·1·2, mixing 2·2·1, merging 2·1·1, the feed-forward
    // network 2·1·4 and 2·4·1, the output 2·1·3; each times 2 for the two tokens.
    [Fact]
    public void The_smallest_net_is_counted_by_hand()
    {
        using var model = new Gpt(new GptSettings(3, 2, 1, 1, 1));

        FlopCounter count = FlopCounter.Of(model, tensor((long[])[1, 2, 1], 1, 3));

        double forward = 2 * (2 * 3 + 2 * 2 + 2 * 2 + 2 + 2 * 4 + 2 * 4 + 2 * 3);
        Assert.Equal(forward, count.Forward);
        Assert.Equal(2 * forward, count.Backward);
        Assert.Equal(3 * 7, count.Products);
    }

    [Fact]
    public void What_is_counted_is_what_the_formula_says() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[1, 7], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[1, 2], Gen.Int[1, 3])
            .Sample((vocabulary, context, share, layers, heads, batch) =>
            {
                var settings = new GptSettings(vocabulary, context, share * heads, layers, heads);
                using var inner = NewDisposeScope();
                using var model = new Gpt(settings);

                FlopCounter count = FlopCounter.Of(model, ones(batch, context + 1, int64));

                DecoderSize size = DecoderSize.Of(settings);
                Assert.Equal(size.ForwardFlops * batch * context, count.Forward);
                Assert.Equal(size.TrainingFlops * batch * context, count.Total);
            }, iter: 30, threads: 1);

    [Fact]
    public void The_counted_pass_is_the_model_s_own()
    {
        using var model = new Gpt(new GptSettings(11, 6, 8, 2, 2) { Spread = 0.3 });
        Tensor text = tensor((long[])[2, 5, 6, 7, 1, 9, 3, 3, 8, 10], 2, 5);

        FlopCounter.Of(model, text);
        Dictionary<string, Tensor> counted = model.named_parameters().ToDictionary(one => one.name, one => one.parameter.grad!.clone());
        model.zero_grad();
        LanguageModel.Loss(model, text).backward();

        Assert.All(model.named_parameters(), one =>
            Assert.True((one.parameter.grad! - counted[one.name]).abs().max().item<float>() < 1e-5, one.name));
    }
}
