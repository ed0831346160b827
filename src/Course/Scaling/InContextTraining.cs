using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;

namespace Course.Scaling;

/// <summary>
/// Trains an <see cref="InContextTransformer"/>: each step sees new functions, so that nothing can be learnt by heart but how to learn.
/// Garg et al. take 500,000 steps in 20 dimensions. Defined in lesson 15.
/// </summary>
/// <param name="Dimensions">d.</param>
/// <param name="Pairs">K: the pairs of a prompt.</param>
/// <param name="Steps">Steps of training.</param>
public sealed record InContextTraining(int Dimensions = 2, int Pairs = 7, int Steps = 1_000)
{
    /// <summary>Prompts per step, as in the paper.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>The highest learning rate of Adam.</summary>
    public double Rate { get; init; } = 3e-3;

    /// <summary>Decides the first weights and the prompts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Trains a model.</summary>
    /// <param name="create">Makes it, once the seed is set; null for one with the standard size.</param>
    /// <param name="title">The title of the live bar; empty for none.</param>
    /// <returns>The model; the caller disposes of it.</returns>
    public InContextTransformer Run(Func<InContextTransformer>? create = null, string title = "")
    {
        manual_seed(Seed);
        InContextTransformer model = create?.Invoke() ?? new InContextTransformer(Dimensions, Pairs);
        using var adam = optim.Adam(model.parameters(), Rate);
        int warmUp = Math.Max(1, Steps / 10);
        new TrainingLoop(new TorchTrainer(model, adam, _ => Loss(model), clip: 1), Steps)
        {
            Batch = 1,                                                  // an example of the loop is a step: its prompts are drawn anew
            Epochs = 1,
            Schedule = LearningRates.WarmUp(warmUp, LearningRates.Cosine(Rate, Math.Max(1, Steps - warmUp))),
            Title = title,
        }.Run();
        model.eval();
        return model;
    }

    private Tensor Loss(InContextTransformer model)
    {
        LinearPrompts prompts = LinearPrompts.Draw(Batch, Pairs, Dimensions);
        return (model.call(prompts.X, prompts.Y) - prompts.Y).square().mean();
    }
}
