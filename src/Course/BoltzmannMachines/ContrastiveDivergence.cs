using System.Numerics.Tensors;

namespace Course.BoltzmannMachines;

/// <summary>
/// How a restricted Boltzmann machine learns without waiting for equilibrium: G. E. Hinton, Training products of experts by minimizing
/// contrastive divergence, Neural Computation 14(8), 2002. With <see cref="Chains"/> the chains continue from step to step: T. Tieleman,
/// Training restricted Boltzmann machines using approximations to the likelihood gradient, ICML 2008. Defined in lesson 05.
/// </summary>
/// <param name="machine">The machine that learns.</param>
public sealed class ContrastiveDivergence(RestrictedBoltzmannMachine machine)
{
    private readonly float[][] gradient = Array.ConvertAll(machine.Weights, row => new float[row.Length]);
    private readonly float[] visibleGradient = new float[machine.VisibleBiases.Length];
    private readonly float[] hiddenGradient = new float[machine.HiddenBiases.Length];
    private readonly float[][] velocity = Array.ConvertAll(machine.Weights, row => new float[row.Length]);
    private readonly float[] visibleVelocity = new float[machine.VisibleBiases.Length];
    private readonly float[] hiddenVelocity = new float[machine.HiddenBiases.Length];

    /// <summary>k, the number of Gibbs sampling steps.</summary>
    public int K { get; init; } = 1;

    /// <summary>η, the step size (learning rate).</summary>
    public float Eta { get; set; } = 0.1f;

    /// <summary>The share of the previous change that is added again: 0 for none.</summary>
    public float Momentum { get; init; }

    /// <summary>How strongly weights (not biases) decay towards zero.</summary>
    public float WeightDecay { get; init; }

    /// <summary>
    /// Visible vectors whose chains continue from step to step, at least as many as a batch has examples. Null starts each chain at its
    /// example.
    /// </summary>
    public float[][]? Chains { get; init; }

    /// <summary>One step: strengthens what occurs together in the data, weakens what occurs together in the reconstruction.</summary>
    /// <param name="batch">Visible vectors, one per row.</param>
    /// <param name="random">The random number generator. For each example and each Gibbs step it draws one number per hidden unit, then one
    /// per visible unit.</param>
    public void Step(ReadOnlySpan<float[]> batch, Random random)
    {
        foreach (float[] row in gradient) Array.Clear(row);
        Array.Clear(visibleGradient);
        Array.Clear(hiddenGradient);
        for (int n = 0; n < batch.Length; n++)
        {
            float[] v = batch[n], h = machine.HiddenProbabilities(v);
            AddStatistics(v, h, +1);                                                     // awake

            if (Chains is not null) (v, h) = (Chains[n], machine.HiddenProbabilities(Chains[n]));
            for (int step = 0; step < K; step++)
            {
                v = RestrictedBoltzmannMachine.Sample(machine.VisibleProbabilities(RestrictedBoltzmannMachine.Sample(h, random)), random);
                h = machine.HiddenProbabilities(v);
            }
            if (Chains is not null) Chains[n] = v;
            AddStatistics(v, h, -1);                                                     // asleep
        }

        float share = Eta / batch.Length;
        for (int j = 0; j < gradient.Length; j++)
            Move(machine.Weights[j], gradient[j], velocity[j], share, decay: Eta * WeightDecay);
        Move(machine.VisibleBiases, visibleGradient, visibleVelocity, share, decay: 0);
        Move(machine.HiddenBiases, hiddenGradient, hiddenVelocity, share, decay: 0);
    }

    /// <summary>One epoch: a pass over all examples in the given order.</summary>
    /// <param name="data">Visible vectors, one per row.</param>
    /// <param name="batch">Examples per step; the remainder at the end forms a smaller batch.</param>
    /// <param name="random">The random number generator.</param>
    public void Pass(float[][] data, int batch, Random random)
    {
        for (int from = 0; from < data.Length; from += batch)
            Step(data.AsSpan(from, Math.Min(batch, data.Length - from)), random);
    }

    private void AddStatistics(float[] v, float[] h, float sign)
    {
        for (int j = 0; j < h.Length; j++) TensorPrimitives.MultiplyAdd(v, sign * h[j], gradient[j], gradient[j]);
        TensorPrimitives.MultiplyAdd(v, sign, visibleGradient, visibleGradient);
        TensorPrimitives.MultiplyAdd(h, sign, hiddenGradient, hiddenGradient);
    }

    private void Move(float[] parameters, float[] gradient, float[] velocity, float share, float decay)
    {
        TensorPrimitives.Multiply(velocity, Momentum, velocity);
        TensorPrimitives.MultiplyAdd(gradient, share, velocity, velocity);
        TensorPrimitives.MultiplyAdd(parameters, -decay, velocity, velocity);
        TensorPrimitives.Add<float>(parameters, velocity, parameters);
    }
}
