namespace Course.Nn.Optimizers;

/// <summary>
/// Momentum combined with a separate step size for each weight. D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015
/// (arXiv:1412.6980), algorithm 1; with weight decay it is AdamW. Defined in lesson 06.
/// </summary>
public class Adam : Optimizer
{
    private readonly double beta1, beta2, epsilon;
    private readonly double[][] first, second;

    /// <summary>Creates an optimizer for some parameters.</summary>
    /// <param name="parameters">The parameters to change.</param>
    /// <param name="rate">α in the paper, roughly how far a weight moves in one step.</param>
    /// <param name="beta1">The decay rate of the running mean of the gradients.</param>
    /// <param name="beta2">The decay rate of the running mean of their squares.</param>
    /// <param name="epsilon">Avoids division by zero.</param>
    public Adam(IReadOnlyList<Parameter> parameters, double rate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : base(parameters, rate) => (this.beta1, this.beta2, this.epsilon, first, second) = (beta1, beta2, epsilon, Remember(), Remember());

    /// <inheritdoc/>
    protected override void Update(int k, double[] w, double[] g)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(g);
        double[] m = first[k], v = second[k];
        // Bias correction: both means start at zero, and are too small in the first steps.
        double correct1 = 1 - Math.Pow(beta1, Steps), correct2 = 1 - Math.Pow(beta2, Steps);
        for (int i = 0; i < w.Length; i++)
        {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            w[i] -= Rate * (m[i] / correct1) / (Math.Sqrt(v[i] / correct2) + epsilon);
        }
    }
}
