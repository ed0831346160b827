namespace Course.Nn.Optimizers;

/// <summary>Learning-rate schedules: from the number of a step, counted from 0, to the rate of that step. Defined in lesson 06.</summary>
public static class LearningRates
{
    /// <summary>The same rate always.</summary>
    /// <param name="rate">The rate.</param>
    public static Func<long, double> Constant(double rate) => _ => rate;

    /// <summary>The rate is multiplied by a factor each time so many steps are done: a staircase.</summary>
    /// <param name="rate">The rate at first.</param>
    /// <param name="every">Steps on each stair.</param>
    /// <param name="factor">What it is multiplied by, below 1 to fall.</param>
    public static Func<long, double> Staircase(double rate, long every, double factor = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every);
        return step => rate * Math.Pow(factor, step / every);
    }

    /// <summary>
    /// A smooth fall to nothing in the shape of half a cosine wave: I. Loshchilov and F. Hutter, SGDR, 2017 (arXiv:1608.03983), equation 5.
    /// </summary>
    /// <param name="rate">The rate at first.</param>
    /// <param name="steps">After so many steps the rate is <paramref name="least"/>, and stays there.</param>
    /// <param name="least">The rate at the end.</param>
    public static Func<long, double> Cosine(double rate, long steps, double least = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        return step => least + 0.5 * (rate - least) * (1 + Math.Cos(Math.PI * Math.Min(step, steps) / steps));
    }

    /// <summary>
    /// Begins gently: the first steps rise in equal parts to the rate of another schedule, which then takes over from its own beginning.
    /// </summary>
    /// <param name="steps">How many steps the rise takes.</param>
    /// <param name="then">The schedule after it.</param>
    public static Func<long, double> WarmUp(long steps, Func<long, double> then)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return step => step < steps ? then(0) * (step + 1) / steps : then(step - steps);
    }
}
