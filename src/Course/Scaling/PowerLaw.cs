namespace Course.Scaling;

/// <summary>
/// L(x) = E + a x^−b: each doubling of x divides what is above the floor E by 2^b. With E = 0 it is a straight line in a picture whose two
/// axes are logarithmic. Defined in lesson 15.
/// </summary>
/// <param name="Scale">a: what is above the floor at x = 1.</param>
/// <param name="Exponent">b.</param>
/// <param name="Floor">E: what no x takes away.</param>
public sealed record PowerLaw(double Scale, double Exponent, double Floor = 0)
{
    /// <summary>L(x).</summary>
    /// <param name="x">Above 0.</param>
    public double At(double x) => Floor + Scale * Math.Pow(x, -Exponent);

    /// <summary>By what a doubling of x multiplies that which is above the floor.</summary>
    public double Doubling => Math.Pow(2, -Exponent);

    /// <summary>(c / x)^b, the form in which Kaplan et al. write their laws.</summary>
    /// <param name="c">Where the law reaches 1.</param>
    /// <param name="exponent">b.</param>
    public static PowerLaw Through(double c, double exponent) => new(Math.Pow(c, exponent), exponent);
}

/// <summary>
/// The laws of J. Kaplan et al., Scaling laws for neural language models, 2020 (arXiv:2001.08361), equations 1.1 to 1.3: nats per token of
/// WebText2, if nothing but x is scarce. The authors say that the constants depend on the tokens, and have no meaning of their own. Defined
/// in lesson 15.
/// </summary>
public static class KaplanLaws
{
    /// <summary>Of N, the parameters without embeddings; trained to the end on enough data.</summary>
    public static PowerLaw Parameters { get; } = PowerLaw.Through(8.8e13, 0.076);

    /// <summary>Of D, the tokens; a large model, stopped when its test loss rises.</summary>
    public static PowerLaw Data { get; } = PowerLaw.Through(5.4e13, 0.095);

    /// <summary>
    /// Of C, petaflop/s-days, if each is spent at the best size and batch. With one batch size for all, the paper finds the exponent 0.057.
    /// </summary>
    public static PowerLaw Compute { get; } = PowerLaw.Through(3.1e8, 0.050);
}
