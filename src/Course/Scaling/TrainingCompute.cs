namespace Course.Scaling;

/// <summary>
/// What a training costs: two operations per weight and token in the forward pass, four in the backward pass. J. Kaplan et al., 2020
/// (arXiv:2001.08361), section 2.1. Defined in lesson 15.
/// </summary>
public static class TrainingCompute
{
    /// <summary>One petaflop/s-day: 10¹⁵ operations a second, for a day.</summary>
    public const double PetaflopDay = 1e15 * 24 * 60 * 60;

    /// <summary>C = 6 N D.</summary>
    /// <param name="parameters">N.</param>
    /// <param name="tokens">D: the tokens that are read in training, repetitions included.</param>
    /// <returns>Additions and multiplications, FLOPs.</returns>
    public static double Flops(double parameters, double tokens) => 6 * parameters * tokens;
}
