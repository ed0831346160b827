namespace Course.Scaling;

/// <summary>
/// L(N, D) = E + A / N^α + B / D^β: what no model takes away, what a small model leaves, what few data leave. J. Hoffmann et al., Training
/// compute-optimal large language models, 2022 (arXiv:2203.15556), equation 2. Defined in lesson 15.
/// </summary>
/// <param name="E">The floor, nats per token.</param>
/// <param name="A">What a small model leaves, at N = 1.</param>
/// <param name="B">What few data leave, at D = 1.</param>
/// <param name="Alpha">α, the exponent of N, the parameters with embeddings.</param>
/// <param name="Beta">β, the exponent of D, the tokens.</param>
public sealed record ChinchillaLaw(double E, double A, double B, double Alpha, double Beta)
{
    /// <summary>
    /// As published, appendix D.3, equation 10. The figures are rounded, which matters: at large budgets they ask for more data per
    /// parameter than the paper itself does by its two other ways.
    /// </summary>
    public static ChinchillaLaw Hoffmann2022 { get; } = new(1.69, 406.4, 410.7, 0.34, 0.28);

    /// <summary>
    /// The same points, read off the paper's figure and fitted again: T. Besiroglu, E. Erdil, M. Barnett and J. You, Chinchilla scaling: a
    /// replication attempt, 2024 (arXiv:2404.10102). They found that the published fit had stopped too early.
    /// </summary>
    public static ChinchillaLaw Besiroglu2024 { get; } = new(1.8172, 482.01, 2085.43, 0.3478, 0.3658);

    /// <summary>L(N, D).</summary>
    /// <param name="parameters">N.</param>
    /// <param name="tokens">D.</param>
    /// <returns>Nats per token.</returns>
    public double Loss(double parameters, double tokens) =>
        E + A * Math.Pow(parameters, -Alpha) + B * Math.Pow(tokens, -Beta);

    /// <summary>
    /// The best split of a budget: where 6 N D = C, and a larger model would gain exactly what the fewer data lose, α A / N^α = β B / D^β.
    /// Equation 4: N = G (C/6)^(β/(α+β)) with G = (α A / (β B))^(1/(α+β)).
    /// </summary>
    /// <param name="flops">C.</param>
    public ComputeSplit Best(double flops)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(flops);
        double G = Math.Pow(Alpha * A / (Beta * B), 1 / (Alpha + Beta));
        return At(flops, G * Math.Pow(flops / 6, Beta / (Alpha + Beta)));
    }

    /// <summary>Any split of a budget: the size is chosen, and the data are what is left.</summary>
    /// <param name="flops">C.</param>
    /// <param name="parameters">N.</param>
    public ComputeSplit At(double flops, double parameters)
    {
        double tokens = flops / (6 * parameters);
        return new(parameters, tokens, Loss(parameters, tokens));
    }
}

/// <summary>How a budget is spent. Defined in lesson 15.</summary>
/// <param name="Parameters">N.</param>
/// <param name="Tokens">D.</param>
/// <param name="Loss">L(N, D), nats per token.</param>
public sealed record ComputeSplit(double Parameters, double Tokens, double Loss)
{
    /// <summary>D / N.</summary>
    public double TokensPerParameter => Tokens / Parameters;

    /// <summary>C = 6 N D.</summary>
    public double Flops => TrainingCompute.Flops(Parameters, Tokens);
}
