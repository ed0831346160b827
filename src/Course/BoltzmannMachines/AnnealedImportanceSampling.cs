using System.Numerics.Tensors;

namespace Course.BoltzmannMachines;

/// <summary>
/// Estimates ln Z of a restricted Boltzmann machine of any size by a walk from a machine whose Z is known. R. M. Neal, Annealed importance
/// sampling, Statistics and Computing 11, 2001. For these machines: R. Salakhutdinov, I. Murray, On the quantitative analysis of deep
/// belief networks, ICML 2008, section 4. Defined in lesson 05.
/// </summary>
/// <param name="LogZ">The estimate, in nats.</param>
/// <param name="StandardError">Its standard error, in nats, from the scatter of the walks.</param>
public sealed record AnnealedImportanceSampling(double LogZ, double StandardError)
{
    /// <summary>Estimates ln Z.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="visibleBiases">The start of the walk: a machine without hidden units, with these biases. The closer it is to the data,
    /// the shorter the walk can be.</param>
    /// <param name="temperatures">The number of steps from that start to the machine.</param>
    /// <param name="walks">How many walks are averaged.</param>
    /// <param name="random">The random number generator.</param>
    /// <returns>The estimate and its error.</returns>
    public static AnnealedImportanceSampling Of(RestrictedBoltzmannMachine machine, float[] visibleBiases, int temperatures, int walks,
        Random random)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentOutOfRangeException.ThrowIfLessThan(walks, 2);
        int hidden = machine.HiddenBiases.Length;
        double logZ0 = hidden * Math.Log(2) + visibleBiases.Sum(RestrictedBoltzmannMachine.SoftPlus);

        var logWeights = new double[walks];
        var between = new RestrictedBoltzmannMachine(visibleBiases.Length, hidden, random);
        float[][] states =
            [.. Enumerable.Range(0, walks)
            .Select(_ => RestrictedBoltzmannMachine.Sample(Array.ConvertAll(visibleBiases, b => 1 / (1 + MathF.Exp(-b))), random))];
        Blend(beta: 0);
        for (int step = 1; step <= temperatures; step++)
        {
            for (int walk = 0; walk < walks; walk++) logWeights[walk] += between.FreeEnergy(states[walk]);
            Blend(step / (float)temperatures);
            for (int walk = 0; walk < walks; walk++)
            {
                logWeights[walk] -= between.FreeEnergy(states[walk]);
                states[walk] = RestrictedBoltzmannMachine.Sample(between.Reconstruct(states[walk], random), random);
            }
        }

        double logMean = Enumeration.LogSumExp(logWeights) - Math.Log(walks);
        double relative = logWeights.Average(w => Math.Pow(Math.Exp(w - logMean) - 1, 2));
        return new(logZ0 + logMean, Math.Sqrt(relative / (walks - 1)));

        // An intermediate machine: its hidden units use a share β of their weights, its visible units a share 1 − β of the starting biases.
        void Blend(float beta)
        {
            for (int j = 0; j < hidden; j++)
            {
                between.HiddenBiases[j] = beta * machine.HiddenBiases[j];
                TensorPrimitives.Multiply(machine.Weights[j], beta, between.Weights[j]);
            }
            for (int i = 0; i < visibleBiases.Length; i++)
                between.VisibleBiases[i] = (1 - beta) * visibleBiases[i] + beta * machine.VisibleBiases[i];
        }
    }
}
