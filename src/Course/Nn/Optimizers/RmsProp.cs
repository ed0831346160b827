namespace Course.Nn.Optimizers;

/// <summary>
/// Every weight gets a step of its own: its gradient is divided by the usual size of its gradients. T. Tieleman and G. Hinton, Neural
/// Networks for Machine Learning (Coursera), lecture 6.5, 2012; never published as a paper. Defined in lesson 06.
/// </summary>
public sealed class RmsProp : Optimizer
{
    private readonly double decay, epsilon;
    private readonly double[][] meanSquare;

    /// <summary>Takes charge of parameters.</summary>
    /// <param name="parameters">What is to be changed.</param>
    /// <param name="rate">η, about how far a weight goes in one step.</param>
    /// <param name="decay">How slowly the mean of squared gradients forgets: 0.9 in the lecture, 0.99 in PyTorch.</param>
    /// <param name="epsilon">Keeps the division from blowing up.</param>
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
