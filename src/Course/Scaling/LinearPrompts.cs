using static TorchSharp.torch;

namespace Course.Scaling;

/// <summary>
/// Prompts for in-context learning: S. Garg, D. Tsipras, P. Liang and G. Valiant, What can Transformers learn in-context? A case study of
/// simple function classes, 2022 (arXiv:2208.01066), section 2. Each prompt has a linear function of its own, y = w·x, and examples of it.
/// Defined in lesson 15.
/// </summary>
/// <param name="X">The inputs, (B, K, d).</param>
/// <param name="Y">The function's values, (B, K).</param>
public sealed record LinearPrompts(Tensor X, Tensor Y)
{
    /// <summary>d.</summary>
    public int Dimensions => (int)X.shape[2];

    /// <summary>K.</summary>
    public int Pairs => (int)X.shape[1];

    /// <summary>Draws prompts: inputs and weights are independent and normal, with mean 0 and variance 1.</summary>
    /// <param name="prompts">B.</param>
    /// <param name="pairs">K.</param>
    /// <param name="dimensions">d.</param>
    public static LinearPrompts Draw(int prompts, int pairs, int dimensions)
    {
        using var scope = NewDisposeScope();
        Tensor x = randn(prompts, pairs, dimensions), w = randn(prompts, dimensions, 1);
        return new(x.MoveToOuterDisposeScope(), x.matmul(w).squeeze(2).MoveToOuterDisposeScope());
    }

    /// <summary>
    /// How far guesses are from the truth after 0, 1, 2, ... examples: the mean of (guess − y)² / d. Who always says 0 has 1 everywhere.
    /// </summary>
    /// <param name="guesses">A guess at each y, which may use the pairs before it, (B, K).</param>
    /// <returns>K numbers.</returns>
    public double[] Errors(Tensor guesses)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return [.. ((guesses - Y).to(float64).square().mean([0]) / Dimensions).data<double>()];
    }
}

/// <summary>
/// What a statistician would guess from the pairs before: the rivals of section 3 of Garg et al., 2022. Defined in lesson 15.
/// </summary>
public static class InContextRivals
{
    /// <summary>
    /// Least squares: the weights that fit the examples best. With fewer examples than dimensions many fit exactly, and the shortest are
    /// taken; no guess is better then, and from d examples on none is needed.
    /// </summary>
    /// <param name="prompts">The prompts.</param>
    /// <returns>(B, K).</returns>
    public static Tensor LeastSquares(LinearPrompts prompts) => Each(prompts, (x, y, asked) =>
    {
        Tensor w = linalg.pinv(x.to(float64)).matmul(y.to(float64).unsqueeze(2));                   // (B, d, 1), w = X⁺ y
        return asked.to(float64).unsqueeze(1).matmul(w).flatten().to(float32);
    });

    /// <summary>Averaging: w is the mean of x y, which is right on average and never exact.</summary>
    /// <param name="prompts">The prompts.</param>
    /// <returns>(B, K).</returns>
    public static Tensor Averaging(LinearPrompts prompts) =>
        Each(prompts, (x, y, asked) => ((x * y.unsqueeze(2)).mean([1]) * asked).sum(1));

    /// <summary>Nearest neighbours: the mean of y at the closest inputs.</summary>
    /// <param name="prompts">The prompts.</param>
    /// <param name="neighbours">How many; all of them while there are fewer.</param>
    /// <returns>(B, K).</returns>
    public static Tensor Neighbours(LinearPrompts prompts, int neighbours = 3) => Each(prompts, (x, y, asked) =>
    {
        Tensor far = (x - asked.unsqueeze(1)).square().sum(2);                                      // (B, k)
        Tensor nearest = far.topk((int)Math.Min(neighbours, far.shape[1]), 1, largest: false).indexes;
        return y.gather(1, nearest).mean([1]);
    });

    // For the first pair there is nothing to go by: the guess is 0.
    private static Tensor Each(LinearPrompts prompts, Func<Tensor, Tensor, Tensor, Tensor> guess)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        IEnumerable<Tensor> guesses = Enumerable.Range(1, prompts.Pairs - 1)
            .Select(k => guess(prompts.X.narrow(1, 0, k), prompts.Y.narrow(1, 0, k), prompts.X.select(1, k)));
        return stack([zeros(prompts.X.shape[0]), .. guesses], 1).MoveToOuterDisposeScope();
    }
}
