using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>
/// Draws pictures out of noise. Each step asks the model which noise is in the picture, takes a little of it away and, in
/// <see cref="Ddpm"/>, adds a little new. Defined in lesson 17.
/// </summary>
/// <param name="model">The model that guesses noise.</param>
public sealed class DiffusionSampler(DiffusionUNet model)
{
    private readonly NoiseSchedule schedule = model.Schedule;

    /// <summary>The side of a picture in pixels.</summary>
    public int Side { get; init; } = 14;

    /// <summary>
    /// Ho et al., 2020, algorithm 2, with σ_t² = β_t. As in their program, the picture that the model believes in is kept between −1 and 1.
    /// </summary>
    /// <param name="count">How many pictures.</param>
    /// <param name="seed">Decides the noise.</param>
    /// <param name="watch">Is shown each x_t, from pure noise (T) to the picture (0); null for nobody.</param>
    /// <returns>(count, 1, side, side), from −1 to 1.</returns>
    public Tensor Ddpm(int count, int seed = 1, Action<int, Tensor>? watch = null)
    {
        using var random = new Generator((ulong)seed);
        return Draw(count, random, [.. Enumerable.Range(0, schedule.Steps).Select(n => schedule.Steps - n)], watch, (x, x0, _, t, _) =>
        {
            double before = schedule.AlphaBar(t - 1), now = schedule.AlphaBar(t), beta = schedule.Beta(t);
            Tensor mean = (Math.Sqrt(before) * beta / (1 - now)) * x0                     // equation 7
                + (Math.Sqrt(schedule.Alpha(t)) * (1 - before) / (1 - now)) * x;
            return t == 1 ? mean : mean + Math.Sqrt(beta) * randn(x.shape, generator: random);
        });
    }

    /// <summary>
    /// J. Song, C. Meng and S. Ermon, Denoising diffusion implicit models, 2020 (arXiv:2010.02502), equation 12 with σ = 0: no new noise,
    /// and so it may leave out steps.
    /// </summary>
    /// <param name="count">How many pictures.</param>
    /// <param name="steps">How many steps it takes, at most T.</param>
    /// <param name="seed">Decides the first noise.</param>
    /// <param name="watch">Is shown each x_t; null for nobody.</param>
    /// <returns>(count, 1, side, side), from −1 to 1.</returns>
    public Tensor Ddim(int count, int steps, int seed = 1, Action<int, Tensor>? watch = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, schedule.Steps);
        using var random = new Generator((ulong)seed);
        int[] path = [.. Enumerable.Range(0, steps).Select(n => (int)Math.Round(schedule.Steps * (1 - (double)n / steps)))];
        return Draw(count, random, path, watch, (_, x0, noise, _, next) =>
            Math.Sqrt(schedule.AlphaBar(next)) * x0 + Math.Sqrt(1 - schedule.AlphaBar(next)) * noise);
    }

    private Tensor Draw(int count, Generator random, int[] path, Action<int, Tensor>? watch,
        Func<Tensor, Tensor, Tensor, int, int, Tensor> step)
    {
        using var frozen = no_grad();
        var forward = new ForwardProcess(schedule);
        Tensor x = randn([count, 1, Side, Side], generator: random);
        watch?.Invoke(schedule.Steps, x);
        for (int n = 0; n < path.Length; n++)
        {
            using var scope = NewDisposeScope();
            (int t, int next) = (path[n], n + 1 < path.Length ? path[n + 1] : 0);
            Tensor guess = model.call(x, full(count, t, int64));
            Tensor x0 = forward.Back(x, guess, t).clamp(-1, 1);
            Tensor noise = (x - Math.Sqrt(schedule.AlphaBar(t)) * x0) / Math.Sqrt(1 - schedule.AlphaBar(t));
            Tensor moved = step(x, x0, noise, t, next).MoveToOuterDisposeScope();
            x.Dispose();
            x = moved;
            watch?.Invoke(next, x);
        }
        return x;
    }
}
