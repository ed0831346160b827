using Course.Nn.Optimizers;
using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>Trains a <see cref="DiffusionUNet"/> to guess the noise: algorithm 1 of Ho et al., 2020. Defined in lesson 17.</summary>
/// <param name="Schedule">How much noise each step adds.</param>
/// <param name="Steps">Steps of training.</param>
public sealed record DiffusionTraining(NoiseSchedule Schedule, int Steps = 1_100)
{
    /// <summary>Pictures per step.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>The highest learning rate of Adam.</summary>
    public double Rate { get; init; } = 4e-3;

    /// <summary>How much of the averaged weights stays at each step.</summary>
    public double Decay { get; init; } = 0.99;

    /// <summary>Whether each step has its weight in the bound on the likelihood; else all weigh the same, the simple loss.</summary>
    public bool Bound { get; init; }

    /// <summary>Decides the first weights, the pictures and the noise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Trains a model.</summary>
    /// <param name="images">Pictures from −1 to 1, (N, 1, rows, columns).</param>
    /// <param name="title">The title of the live bar.</param>
    /// <returns>The model with its averaged weights; the caller disposes of it.</returns>
    public TrainedDiffusion Run(Tensor images, string title = "learning to denoise")
    {
        ArgumentNullException.ThrowIfNull(images);
        manual_seed(Seed);
        var model = new DiffusionUNet(Schedule);
        var forward = new ForwardProcess(Schedule);
        using var adam = optim.Adam(model.parameters(), Rate);
        using var average = new MovingAverage(model, Decay);
        using Tensor weights = StepWeights();
        Func<long, double> rates = LearningRates.WarmUp(50, LearningRates.Cosine(Rate, Math.Max(1, Steps - 50), 0.05 * Rate));
        var losses = new double[Steps];
        foreach (int step in Progress.Over(Enumerable.Range(0, Steps), title))
        {
            using var scope = NewDisposeScope();
            foreach (var group in adam.ParamGroups) group.LearningRate = rates(step);
            adam.zero_grad();
            Tensor x0 = images.index_select(0, randint(images.shape[0], Batch, int64));
            Tensor t = randint(1, Schedule.Steps + 1, Batch, int64);
            Tensor noise = randn_like(x0);
            Tensor guess = model.call(forward.Jump(x0, t, noise), t);
            Tensor errors = (guess - noise).square().mean([1, 2, 3]);                   // (B)
            Tensor loss = (errors * weights.index_select(0, t)).mean();
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 1);
            adam.step();
            average.Follow(model);
            losses[step] = errors.mean().item<float>();
            if (step % 20 == 0) Progress.Note(loss: losses[step]);
        }
        average.CopyTo(model);
        model.eval();
        return new(model, losses);
    }

    // 1 for every step, or their weights in the bound, whose mean is brought to 1 so that the learning rate means the same.
    private Tensor StepWeights()
    {
        double[] bound = [.. Enumerable.Range(1, Schedule.Steps).Select(Schedule.BoundWeight)];
        double mean = bound.Average();
        return tensor((double[])[0, .. Bound ? bound.Select(weight => weight / mean) : bound.Select(_ => 1.0)], float32);
    }
}

/// <summary>A model that guesses noise, and how it learnt. Defined in lesson 17.</summary>
/// <param name="Model">The model.</param>
/// <param name="Losses">The mean squared error of its guesses at each step of training; guessing 0 has 1.</param>
public sealed record TrainedDiffusion(DiffusionUNet Model, IReadOnlyList<double> Losses) : IDisposable
{
    /// <summary>The mean squared error of its guesses over all steps, on other pictures: the simple loss.</summary>
    /// <param name="images">Pictures from −1 to 1, (N, 1, rows, columns).</param>
    /// <param name="seed">For the steps and the noise.</param>
    public double Loss(Tensor images, int seed = 1)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var random = new Generator((ulong)seed);
        Tensor t = randint(1, Model.Schedule.Steps + 1, images.shape[0], int64, generator: random);
        Tensor noise = randn(images.shape, generator: random);
        Tensor guess = Model.call(new ForwardProcess(Model.Schedule).Jump(images, t, noise), t);
        return (guess - noise).square().mean().item<float>();
    }

    /// <inheritdoc/>
    public void Dispose() => Model.Dispose();
}
