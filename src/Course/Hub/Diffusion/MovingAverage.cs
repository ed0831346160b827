using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>
/// An exponential moving average of a model's weights. The weights jump about with every batch; their average is quieter, and draws better
/// pictures: Ho et al., 2020, appendix B. Defined in lesson 17.
/// </summary>
public sealed class MovingAverage : IDisposable
{
    private readonly Tensor[] averages;
    private readonly double decay;
    private int steps;

    /// <summary>Begins with the model's weights.</summary>
    /// <param name="model">The model.</param>
    /// <param name="decay">How much of the average stays at each step: 0.99 looks back over about a hundred steps.</param>
    public MovingAverage(nn.Module model, double decay)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.decay = decay;
        using var frozen = no_grad();
        averages = [.. model.parameters().Select(weight => weight.detach().clone().DetachFromDisposeScope())];
    }

    /// <summary>
    /// Moves the average towards the model's weights. In the first steps it follows faster, so that the start is forgotten.
    /// </summary>
    /// <param name="model">The model.</param>
    public void Follow(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var frozen = no_grad();
        steps++;
        double step = 1 - Math.Min(decay, (1.0 + steps) / (10.0 + steps));
        foreach ((Tensor average, Tensor weight) in averages.Zip(model.parameters())) average.lerp_(weight, step);
    }

    /// <summary>Gives the averages to the model as its weights.</summary>
    /// <param name="model">The model.</param>
    public void CopyTo(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var frozen = no_grad();
        foreach ((Tensor average, Tensor weight) in averages.Zip(model.parameters())) weight.copy_(average);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tensor average in averages) average.Dispose();
    }
}
