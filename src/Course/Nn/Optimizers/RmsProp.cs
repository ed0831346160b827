namespace Course.Nn.Optimizers;

/// <summary>
/// Every weight gets its own step size: its gradient is divided by the root mean square of its recent gradients. T. Tieleman and G. Hinton,
/// Neural Networks for Machine Learning (Coursera), lecture 6.5, 2012; never published as a paper. Defined in lesson 06.
/// </summary>
public sealed class RmsProp : Optimizer
{
    private readonly double decay, epsilon;
    private readonly double[][] meanSquare;

    /// <summary>Creates an optimizer for some parameters.</summary>
    /// <param name="parameters">The parameters to change.</param>
    /// <param name="rate">η, roughly how far a weight moves in one step.</param>
    /// <param name="decay">The decay rate of the running mean of squared gradients: 0.9 in the lecture, 0.99 in PyTorch.</param>
    /// <param name="epsilon">Avoids division by zero.</param>
    public RmsProp(IReadOnlyList<Parameter> parameters, double rate, double decay = 0.9, double epsilon = 1e-8)
        : base(parameters, rate) => (this.decay, this.epsilon, meanSquare) = (decay, epsilon, Remember());

    /// <inheritdoc/>
    protected override void Update(int k, double[] w, double[] g)
    {
        double[] r = meanSquare[k];
        for (int i = 0; i < w.Length; i++)
        {
            r[i] = decay * r[i] + (1 - decay) * g[i] * g[i];
            w[i] -= Rate * g[i] / (Math.Sqrt(r[i]) + epsilon);
        }
    }
}
