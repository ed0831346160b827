namespace Course.Nn.Optimizers;

/// <summary>
/// The gradient changes the velocity, not the position: equation 9 of Rumelhart, Hinton and Williams, Nature 323, 1986. Earlier: B. T.
/// Polyak, Some methods of speeding up the convergence of iteration methods, 1964. Defined in lesson 06.
/// </summary>
public sealed class Momentum : Optimizer
{
    private readonly double[][] change;

    /// <summary>Creates an optimizer for some parameters, with zero velocity.</summary>
    /// <param name="parameters">The parameters to change.</param>
    /// <param name="rate">ε, the learning rate.</param>
    /// <param name="alpha">α, the share of the previous change that is kept, from 0 to below 1.</param>
    public Momentum(IReadOnlyList<Parameter> parameters, double rate, double alpha = 0.9)
        : base(parameters, rate) => (Alpha, change) = (alpha, Remember());

    /// <summary>α, the share of the previous change that is kept.</summary>
    public double Alpha { get; set; }

    /// <inheritdoc/>
    protected override void Update(int k, double[] w, double[] g)
    {
        double[] Δw = change[k];
        for (int i = 0; i < w.Length; i++)
        {
            Δw[i] = -Rate * g[i] + Alpha * Δw[i];       // Δw(t) = −ε ∂E/∂w(t) + α Δw(t−1)
            w[i] += Δw[i];
        }
    }
}
