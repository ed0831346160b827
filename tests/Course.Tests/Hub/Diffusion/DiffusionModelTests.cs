using Course.Hub.Diffusion;
using Course.Nn.Safetensors;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Diffusion;

[Collection(TorchSeed.Name)]
public sealed class DiffusionModelTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public DiffusionModelTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    [Fact]
    public void One_jump_has_the_mean_and_the_spread_of_all_its_steps()
    {
        var forward = new ForwardProcess(NoiseSchedule.Cosine(20));
        Tensor x0 = full([20_000, 1, 1, 1], 0.8f);

        Tensor walked = forward.Walk(x0, 8), jumped = forward.Jump(x0, full(20_000, 8, int64), randn_like(x0));

        Assert.Equal(walked.mean().item<float>(), jumped.mean().item<float>(), 0.02);
        Assert.Equal(walked.std().item<float>(), jumped.std().item<float>(), 0.02);
    }

    [Fact]
    public void A_jump_can_be_taken_back_by_who_knows_the_noise()
    {
        var forward = new ForwardProcess(NoiseSchedule.Linear(50));
        Tensor x0 = (rand(3, 1, 4, 4) * 2) - 1, noise = randn_like(x0);

        Tensor back = forward.Back(forward.Jump(x0, full(3, 20, int64), noise), noise, 20);

        Assert.True((back - x0).abs().max().item<float>() < 1e-4);
        Assert.True((forward.Jump(x0, zeros(3, int64), noise) - x0).abs().max().item<float>() < 1e-6);
    }

    [Fact]
    public void The_model_has_the_counted_weights_and_no_raw_memory()
    {
        using var model = new DiffusionUNet(NoiseSchedule.Cosine(100));

        Assert.Equal(62_913, model.ParameterCount);
        Assert.All(model.named_parameters().Where(one => one.name.Contains("norm", StringComparison.Ordinal)), one =>
            Assert.True(one.parameter.eq(one.name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0).all().item<bool>(), one.name));
    }

    [Fact]
    public void The_guess_has_the_pictures_shape_and_depends_on_the_step()
    {
        using var model = new DiffusionUNet(NoiseSchedule.Cosine(100));
        Tensor x = randn(2, 1, 14, 14);

        Tensor early = model.call(x, tensor((long[])[1, 1])), late = model.call(x, tensor((long[])[100, 100]));

        Assert.Equal(x.shape, early.shape);
        Assert.True((early - late).abs().max().item<float>() > 1e-4);
    }

    [Fact]
    public void All_slopes_are_finite()
    {
        using var model = new DiffusionUNet(NoiseSchedule.Cosine(100));

        (model.call(randn(4, 1, 14, 14), randint(1, 101, 4, int64)) - randn(4, 1, 14, 14)).square().mean().backward();

        Assert.All(model.named_parameters(), one => Assert.True(one.parameter.grad!.isfinite().all().item<bool>(), one.name));
    }

    [Fact]
    public void A_short_training_guesses_better_than_nothing_and_can_be_repeated()
    {
        Tensor images = full([16, 1, 14, 14], -1f);
        images[.., .., 4..10, 6..8] = 1;
        var training = new DiffusionTraining(NoiseSchedule.Cosine(20), Steps: 20) { Batch = 8 };

        using TrainedDiffusion first = training.Run(images), again = (training with { Steps = 2 }).Run(images);
        using TrainedDiffusion bound = (training with { Steps = 2, Bound = true }).Run(images);

        Assert.True(first.Loss(images) < 0.8, $"{first.Loss(images)}");
        Assert.Equal(first.Losses.Take(2), again.Losses);
        Assert.Equal(again.Losses[0], bound.Losses[0]);                  // it is measured before the first step, and without weights
        Assert.NotEqual(again.Losses[1], bound.Losses[1]);
    }

    [Fact]
    public void The_average_follows_slowly_and_becomes_the_model()
    {
        using var model = nn.Linear(1, 1);
        using (no_grad()) model.weight!.fill_(0);
        using var average = new MovingAverage(model, 0.9);
        using (no_grad()) model.weight!.fill_(1);

        for (int n = 0; n < 200; n++) average.Follow(model);
        using (no_grad()) model.weight!.fill_(5);
        average.Follow(model);
        average.CopyTo(model);

        Assert.Equal(1.4, model.weight!.item<float>(), 1e-3);
    }

    [Fact]
    public void Drawing_shows_every_step_stays_between_paper_and_ink_and_depends_on_the_seed_alone()
    {
        using var model = new DiffusionUNet(NoiseSchedule.Cosine(10));
        var sampler = new DiffusionSampler(model);
        var seen = new List<int>();

        Tensor drawn = sampler.Ddpm(2, seed: 3, (t, _) => seen.Add(t));

        Assert.Equal(Enumerable.Range(0, 11).Reverse(), seen);
        Assert.Equal([2, 1, 14, 14], drawn.shape);
        Assert.True(drawn.abs().max().item<float>() <= 1.0001);
        Assert.True(drawn.equal(sampler.Ddpm(2, seed: 3)).all().item<bool>());
        Assert.False(drawn.allclose(sampler.Ddpm(2, seed: 4)));
    }

    [Fact]
    public void Without_new_noise_steps_may_be_left_out()
    {
        using var model = new DiffusionUNet(NoiseSchedule.Cosine(10));
        var sampler = new DiffusionSampler(model);
        var seen = new List<int>();

        Tensor drawn = sampler.Ddim(2, steps: 4, seed: 1, (t, _) => seen.Add(t));

        Assert.Equal([10, 8, 5, 2, 0], seen);
        Assert.True(drawn.abs().max().item<float>() <= 1.0001);
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Ddim(1, steps: 11));
    }

    [Fact]
    public void A_saved_model_is_the_same_when_loaded()
    {
        string path = Path.GetTempFileName();
        using var model = new DiffusionUNet(NoiseSchedule.Cosine(10));
        SafetensorsState.Save(model, path);
        random.manual_seed(9);
        using var loaded = new DiffusionUNet(NoiseSchedule.Cosine(10));

        Assert.Empty(SafetensorsState.Load(loaded, path));

        File.Delete(path);
        Assert.All(model.state_dict(), one => Assert.True(one.Value.equal(loaded.state_dict()[one.Key]).all().item<bool>(), one.Key));
    }
}
