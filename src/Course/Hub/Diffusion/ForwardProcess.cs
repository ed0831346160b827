using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>
/// How a picture becomes noise, step by step or in one jump: equations 2 and 4 of J. Ho, A. Jain and P. Abbeel, 2020. Defined in lesson 17.
/// </summary>
/// <param name="schedule">How much noise each step adds.</param>
public sealed class ForwardProcess(NoiseSchedule schedule)
{
    /// <summary>One step: x_t = √(1 − β_t)·x_(t−1) + √β_t·ε.</summary>
    /// <param name="x">x_(t−1), any shape.</param>
    /// <param name="t">From 1 to T.</param>
    /// <returns>x_t, of the same shape; the noise is drawn by torch.</returns>
    public Tensor Step(Tensor x, int t) => Math.Sqrt(schedule.Alpha(t)) * x + Math.Sqrt(schedule.Beta(t)) * randn_like(x);

    /// <summary>All steps from the picture to step t, one after another.</summary>
    /// <param name="x0">The picture, any shape.</param>
    /// <param name="t">From 0 to T.</param>
    /// <returns>x_t, of the same shape.</returns>
    public Tensor Walk(Tensor x0, int t)
    {
        using var scope = NewDisposeScope();
        Tensor x = x0.alias();
        for (int step = 1; step <= t; step++) x = Step(x, step);
        return x.MoveToOuterDisposeScope();
    }

    /// <summary>The same in one jump: x_t = √ᾱ_t·x₀ + √(1 − ᾱ_t)·ε.</summary>
    /// <param name="x0">Pictures, (B, 1, rows, columns).</param>
    /// <param name="t">The step of each, Int64 (B), from 0 to T.</param>
    /// <param name="noise">ε, standard normal, of the pictures' shape.</param>
    /// <returns>x_t, of the same shape.</returns>
    public Tensor Jump(Tensor x0, Tensor t, Tensor noise)
    {
        using var scope = NewDisposeScope();
        double[] left = [.. Enumerable.Range(0, schedule.Steps + 1).Select(schedule.AlphaBar)];
        Tensor share = tensor(left, float32).index_select(0, t).reshape(-1, 1, 1, 1);
        return (share.sqrt() * x0 + (1 - share).sqrt() * noise).MoveToOuterDisposeScope();
    }

    /// <summary>Turns <see cref="Jump"/> around: the picture that such a noise would have been added to.</summary>
    /// <param name="x">x_t.</param>
    /// <param name="noise">ε.</param>
    /// <param name="t">One step for all, from 1 to T.</param>
    /// <returns>x₀, of the same shape.</returns>
    public Tensor Back(Tensor x, Tensor noise, int t) =>
        (x - Math.Sqrt(1 - schedule.AlphaBar(t)) * noise) / Math.Sqrt(schedule.AlphaBar(t));
}
