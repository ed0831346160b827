namespace Course.Nn.Optimizers;

/// <summary>
/// Momentum with look-ahead: the gradient is taken at the point to which the velocity is about to carry the weights. Y. Nesterov, Soviet
/// Mathematics Doklady 27, 1983; written as in I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and
/// momentum in deep learning, 2013, equations 3 and 4, storing the look-ahead point as the weights. Defined in lesson 06.
/// </summary>
public sealed class Nesterov : Optimizer
{
    private readonly double alpha;
    private readonly double[][] velocity;

    /// <summary>Creates an optimizer for some parameters, with zero velocity.</summary>
    /// <param name="parameters">The parameters to change.</param>
    /// <param name="rate">ε, the learning rate.</param>
    /// <param name="alpha">μ in the paper: the share of the velocity that is kept, from 0 to below 1.</param>
    public Nesterov(IReadOnlyList<Parameter> parameters, double rate, double alpha = 0.9)
        : base(parameters, rate) => (this.alpha, velocity) = (alpha, Remember());

    /// <inheritdoc/>
    protected override void Update(int k, double[] w, double[] g)
    {
        double[] v = velocity[k];
        for (int i = 0; i < w.Length; i++)
        {
            v[i] = alpha * v[i] - Rate * g[i];
            w[i] += alpha * v[i] - Rate * g[i];         // one velocity step further than plain momentum
        }
    }
}
