namespace Course.Hub.Diffusion;

/// <summary>
/// How much noise each of T steps adds to a picture: J. Ho, A. Jain and P. Abbeel, Denoising diffusion probabilistic models, 2020
/// (arXiv:2006.11239), section 2. Steps are counted from 1 to T; step 0 is the picture itself. Defined in lesson 17.
/// </summary>
public sealed class NoiseSchedule
{
    /// <summary>The name of <see cref="Linear"/>.</summary>
    public const string LinearName = "linear";

    /// <summary>The name of <see cref="Cosine"/>.</summary>
    public const string CosineName = "cosine";

    private const string OwnName = "own";
    private const double LargestBeta = 0.999;       // Nichol and Dhariwal: a step that leaves nothing could not be taken back

    private const double UsualOffset = 0.008;

    private readonly double[] beta, alphaBar;

    /// <summary>Creates a schedule.</summary>
    /// <param name="beta">β₁ to β_T: the variance of the noise that each step adds, above 0 and below 1.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="ArgumentException">There is no step, or a β lies outside.</exception>
    public NoiseSchedule(IReadOnlyList<double> beta, string name = OwnName)
    {
        ArgumentNullException.ThrowIfNull(beta);
        if (beta.Count == 0) throw new ArgumentException("A schedule needs at least one step.", nameof(beta));
        if (beta.Any(one => one is not (> 0 and < 1))) throw new ArgumentException("Each β lies above 0 and below 1.", nameof(beta));
        this.beta = [.. beta];
        Name = name;
        alphaBar = new double[beta.Count + 1];
        alphaBar[0] = 1;
        for (int t = 1; t <= beta.Count; t++) alphaBar[t] = alphaBar[t - 1] * (1 - this.beta[t - 1]);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>T.</summary>
    public int Steps => beta.Length;

    /// <summary>β_t, the variance of the noise that step t adds.</summary>
    /// <param name="t">From 1 to T.</param>
    public double Beta(int t) => beta[t - 1];

    /// <summary>α_t = 1 − β_t.</summary>
    /// <param name="t">From 1 to T.</param>
    public double Alpha(int t) => 1 - beta[t - 1];

    /// <summary>ᾱ_t = α₁·α₂·...·α_t: the share of the picture's variance that is left after t steps.</summary>
    /// <param name="t">From 0, where it is 1, to T.</param>
    public double AlphaBar(int t) => alphaBar[t];

    /// <summary>
    /// What the error of guessing the noise at step t weighs in the bound on the likelihood: β_t² / (2σ_t² α_t (1 − ᾱ_t)) with σ_t² = β_t,
    /// equation 12. The simple loss gives each step the weight 1.
    /// </summary>
    /// <param name="t">From 1 to T.</param>
    public double BoundWeight(int t) => Beta(t) / (2 * Alpha(t) * (1 - AlphaBar(t)));

    /// <summary>
    /// How far the last step is from pure noise: the divergence of q(x_T|x₀) from a standard normal distribution, in bits per pixel. The
    /// paper calls it L_T.
    /// </summary>
    /// <param name="pixels">Pixels of x₀, from −1 to 1.</param>
    public double PriorBits(IReadOnlyCollection<float> pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        double left = AlphaBar(Steps), square = pixels.Average(pixel => (double)pixel * pixel);
        return (left * square - left - Math.Log(1 - left)) / (2 * Math.Log(2));
    }

    /// <summary>The paper's schedule: β rises evenly from 10⁻⁴ to 0.02. With fewer than 1,000 steps each adds more in proportion.</summary>
    /// <param name="steps">T, at least 21: with fewer the last β would not be below 1.</param>
    public static NoiseSchedule Linear(int steps = 1_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 21);
        double scale = 1_000.0 / steps, first = scale * 1e-4, last = scale * 0.02;
        return new([.. Enumerable.Range(0, steps).Select(t => first + (last - first) * t / (steps - 1))], LinearName);
    }

    /// <summary>
    /// A schedule that destroys the picture more evenly: ᾱ_t follows a squared cosine. A. Nichol and P. Dhariwal, Improved denoising
    /// diffusion probabilistic models, 2021 (arXiv:2102.09672), equation 17.
    /// </summary>
    /// <param name="steps">T.</param>
    /// <param name="offset">s: keeps the first β from becoming too small.</param>
    public static NoiseSchedule Cosine(int steps, double offset = UsualOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        double[] beta = [.. Enumerable.Range(1, steps).Select(t => Math.Min(1 - (Left(t) / Left(t - 1)), LargestBeta))];
        return new(beta, offset == UsualOffset ? CosineName : OwnName);

        double Left(int t) => Math.Pow(Math.Cos((((double)t / steps) + offset) / (1 + offset) * Math.PI / 2), 2);
    }
}
