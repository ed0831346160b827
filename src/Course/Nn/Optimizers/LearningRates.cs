namespace Course.Nn.Optimizers;

/// <summary>Learning-rate schedules: from the number of a step, counted from 0, to its learning rate. Defined in lesson 06.</summary>
public static class LearningRates
{
    /// <summary>A constant rate.</summary>
    /// <param name="rate">The rate.</param>
    public static Func<long, double> Constant(double rate) => _ => rate;

    /// <summary>A staircase: the rate is multiplied by a factor after every so many steps.</summary>
    /// <param name="rate">The initial rate.</param>
    /// <param name="every">Steps between changes.</param>
    /// <param name="factor">The factor, below 1 for a falling rate.</param>
    public static Func<long, double> Staircase(double rate, long every, double factor = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every);
        return step => rate * Math.Pow(factor, step / every);
    }

    /// <summary>A smooth decay along half a cosine wave: I. Loshchilov and F. Hutter, SGDR, 2017 (arXiv:1608.03983), equation 5.</summary>
    /// <param name="rate">The initial rate.</param>
    /// <param name="steps">After this many steps the rate is <paramref name="least"/>, and stays there.</param>
    /// <param name="least">The final rate.</param>
    public static Func<long, double> Cosine(double rate, long steps, double least = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        return step => least + 0.5 * (rate - least) * (1 + Math.Cos(Math.PI * Math.Min(step, steps) / steps));
    }

    /// <summary>A linear warm-up to the initial rate of another schedule, which then starts from its own beginning.</summary>
    /// <param name="steps">The length of the warm-up.</param>
    /// <param name="then">The schedule that follows.</param>
    public static Func<long, double> WarmUp(long steps, Func<long, double> then)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return step => step < steps ? then(0) * (step + 1) / steps : then(step - steps);
    }
}
