namespace Course.Nn.Optimizers;

/// <summary>
/// Momentum that looks ahead: the gradient is taken where the velocity is about to carry the weights. Y. Nesterov, Soviet Mathematics
/// Doklady 27, 1983; written as in I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in
/// deep learning, 2013, equations 3 and 4, with the place ahead as the weights that are kept. Defined in lesson 06.
/// </summary>
public sealed class Nesterov : Optimizer
{
    private readonly double alpha;
    private readonly double[][] velocity;

    /// <summary>Takes charge of parameters, all at rest.</summary>
    /// <param name="parameters">What is to be changed.</param>
    /// <param name="rate">ε, the size of a step.</param>
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
            w[i] += alpha * v[i] - Rate * g[i];         // one velocity further than momentum goes
        }
    }
}
