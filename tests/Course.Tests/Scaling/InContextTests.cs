using Course.Scaling;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Scaling;

[Collection(TorchSeed.Name)]
public sealed class InContextTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public InContextTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Each_prompt_has_one_linear_function()
    {
        LinearPrompts prompts = LinearPrompts.Draw(4, 6, 3);

        Tensor w = linalg.pinv(prompts.X).matmul(prompts.Y.unsqueeze(2));

        Assert.Equal([4, 6, 3], prompts.X.shape);
        Assert.Equal([4, 6], prompts.Y.shape);
        Assert.True((prompts.X.matmul(w).squeeze(2) - prompts.Y).abs().max().item<float>() < 1e-4);
        Assert.True((w[0] - w[1]).abs().max().item<float>() > 0.01);
    }

    [Fact]
    public void Who_always_says_0_has_the_error_1_and_least_squares_has_none_once_it_has_as_many_examples_as_dimensions()
    {
        LinearPrompts prompts = LinearPrompts.Draw(4_000, 6, 3);

        Assert.All(prompts.Errors(zeros_like(prompts.Y)), error => Assert.InRange(error, 0.85, 1.15));
        double[] errors = prompts.Errors(InContextRivals.LeastSquares(prompts));
        Assert.Equal(1, errors[0], 0.15);
        Assert.Equal(2 / 3.0, errors[1], 0.1);                          // one direction of three is known
        Assert.Equal(1 / 3.0, errors[2], 0.1);
        Assert.All(errors[3..], error => Assert.InRange(error, 0, 0.01));
    }

    [Fact]
    public void Averaging_and_neighbours_are_what_their_names_say()
    {
        var prompts = new LinearPrompts(tensor((float[])[1, 2, 3, 10], 1, 4, 1), tensor((float[])[2, 4, 6, 20], 1, 4));

        Assert.Equal([0, 4, 15, 280 / 3f], InContextRivals.Averaging(prompts).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal([0, 2, 3, 5], InContextRivals.Neighbours(prompts, 2).data<float>().ToArray());
        Assert.Equal([0, 2, 3, 4], InContextRivals.Neighbours(prompts).data<float>().ToArray());
    }

    [Fact]
    public void A_guess_sees_the_pairs_before_it_and_nothing_else()
    {
        using var frozen = no_grad();
        using var model = new InContextTransformer(2, 5, width: 16, layers: 2, heads: 2);
        LinearPrompts prompts = LinearPrompts.Draw(1, 5, 2);
        Tensor guesses = model.call(prompts.X, prompts.Y), later = prompts.Y.clone(), before = prompts.Y.clone();
        later[0, 3] = 9f;
        before[0, 1] = 9f;

        Assert.Equal([1, 5], guesses.shape);
        float[] changed = (model.call(prompts.X, later) - guesses).abs().data<float>().ToArray();
        Assert.All(changed[..4], change => Assert.True(change < 1e-6));
        Assert.True(changed[4] > 1e-4);
        Assert.True((model.call(prompts.X, before) - guesses)[0, 2].abs().item<float>() > 1e-4);
    }

    [Fact]
    public void A_short_training_learns_to_use_examples()
    {
        var training = new InContextTraining(Dimensions: 1, Pairs: 5, Steps: 400) { Rate = 2e-3 };
        using InContextTransformer model = training.Run(() => new(1, 5, width: 32, layers: 2));
        LinearPrompts prompts = LinearPrompts.Draw(500, 5, 1);

        using var frozen = no_grad();
        double[] errors = prompts.Errors(model.call(prompts.X, prompts.Y));

        Assert.InRange(errors[0], 0.7, 1.4);
        Assert.True(errors[4] < 0.35, $"{errors[4]}");
    }

    [Fact]
    public void The_standard_model_has_the_counted_weights()
    {
        using var model = new InContextTransformer(3, 11);

        Assert.Equal(3 * (12 * 64 * 64 + 13 * 64) + (3 * 64 + 64) + 22 * 64 + 2 * 64 + 65, model.ParameterCount);
    }
}
