using System.Numerics.Tensors;

namespace Course.BoltzmannMachines;

/// <summary>
/// A Boltzmann machine of two layers with no connections inside a layer, so a whole layer can be updated at once: P. Smolensky's harmonium
/// (Parallel Distributed Processing, volume 1, 1986, chapter 6). For its learning rule, see <see cref="ContrastiveDivergence"/>. The
/// temperature is 1. Defined in lesson 05.
/// </summary>
public sealed class RestrictedBoltzmannMachine
{
    /// <summary>Creates a machine with small random weights and zero biases.</summary>
    /// <param name="visible">The number of visible units: 196 for a picture of 14×14.</param>
    /// <param name="hidden">The number of hidden units.</param>
    /// <param name="random">Draws the weights, from a normal distribution of standard deviation 0.01 (G. E. Hinton, A practical guide to
    /// training restricted Boltzmann machines, 2010, section 8).</param>
    public RestrictedBoltzmannMachine(int visible, int hidden, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        VisibleBiases = new float[visible];
        HiddenBiases = new float[hidden];
        Weights = [.. Enumerable.Range(0, hidden).Select(_ => Enumerable.Range(0, visible).Select(_ => 0.01f * Normal(random)).ToArray())];
    }

    /// <summary>W, hidden × visible.</summary>
    public float[][] Weights { get; }

    /// <summary>b, one per visible unit.</summary>
    public float[] VisibleBiases { get; }

    /// <summary>c, one per hidden unit.</summary>
    public float[] HiddenBiases { get; }

    /// <summary>Sets the visible biases so that, without any hidden unit, each visible unit is on as often as in the data.</summary>
    /// <param name="data">Visible vectors.</param>
    public void InitializeVisibleBiases(float[][] data)
    {
        for (int i = 0; i < VisibleBiases.Length; i++)
        {
            double on = (data.Sum(v => v[i]) + 1) / (data.Length + 2.0);     // one extra on and one extra off keep it finite
            VisibleBiases[i] = (float)Math.Log(on / (1 - on));
        }
    }

    /// <summary>P(h_j = 1 | v) = σ(c_j + Σ w_ji·v_i), for all hidden units at once.</summary>
    /// <param name="v">The visible units.</param>
    /// <returns>One probability per hidden unit.</returns>
    public float[] HiddenProbabilities(float[] v)
    {
        float[] p = HiddenSums(v);
        TensorPrimitives.Sigmoid<float>(p, p);
        return p;
    }

    /// <summary>P(v_i = 1 | h) = σ(b_i + Σ w_ji·h_j), for all visible units at once.</summary>
    /// <param name="h">The hidden units.</param>
    /// <returns>One probability per visible unit.</returns>
    public float[] VisibleProbabilities(float[] h)
    {
        float[] p = [.. VisibleBiases];
        for (int j = 0; j < h.Length; j++)
        {
            if (h[j] != 0) TensorPrimitives.MultiplyAdd(Weights[j], h[j], p, p);
        }
        TensorPrimitives.Sigmoid<float>(p, p);
        return p;
    }

    /// <summary>Samples each unit: on with its probability.</summary>
    /// <param name="p">The probability that each unit is on.</param>
    /// <param name="random">Draws one number from 0 to 1 per unit, in order; a unit is on if the number is below its probability.</param>
    /// <returns>1 or 0 for each unit.</returns>
    public static float[] Sample(float[] p, Random random)
    {
        var s = new float[p.Length];
        for (int i = 0; i < p.Length; i++) s[i] = random.NextSingle() < p[i] ? 1 : 0;
        return s;
    }

    /// <summary>
    /// One step of Gibbs sampling: samples the hidden layer given the visible one, then computes the visible probabilities.
    /// </summary>
    /// <param name="v">The visible units.</param>
    /// <param name="random">The random number generator.</param>
    /// <returns>The probability that each visible unit is on after the step; <see cref="Sample"/> draws the states.</returns>
    public float[] Reconstruct(float[] v, Random random) => VisibleProbabilities(Sample(HiddenProbabilities(v), random));

    /// <summary>
    /// F(v) = −Σ b_i·v_i − Σ ln(1 + e^(c_j + Σ w_ji·v_i)): the energy of a visible vector with all hidden states summed out, so that P(v) =
    /// e^(−F(v)) / Z.
    /// </summary>
    /// <param name="v">The visible units.</param>
    /// <returns>The free energy, in nats.</returns>
    public double FreeEnergy(float[] v) => -TensorPrimitives.Dot<float>(VisibleBiases, v) - HiddenSums(v).Sum(SoftPlus);

    /// <summary>The mean of ln P(v), once ln Z is known.</summary>
    /// <param name="data">Visible vectors.</param>
    /// <param name="logZ">ln Z, from <see cref="PartitionFunction"/> or <see cref="AnnealedImportanceSampling"/>.</param>
    /// <returns>The log-likelihood, in nats per vector: 0 at best.</returns>
    public double LogLikelihood(float[][] data, double logZ) => data.Average(v => -FreeEnergy(v)) - logZ;

    /// <summary>ln(1 + e^x), without overflow.</summary>
    internal static double SoftPlus(float x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private float[] HiddenSums(float[] v)
    {
        float[] sums = [.. HiddenBiases];
        for (int j = 0; j < sums.Length; j++) sums[j] += TensorPrimitives.Dot<float>(Weights[j], v);
        return sums;
    }

    // G. E. P. Box, M. E. Muller, 1958.
    private static float Normal(Random random) =>
        MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
