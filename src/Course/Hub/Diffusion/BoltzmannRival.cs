using Course.BoltzmannMachines;
using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>
/// The generator of the years before: lesson 05's restricted Boltzmann machine learns the same digits by persistent contrastive divergence
/// and dreams new ones by Gibbs sampling. Defined in lesson 17.
/// </summary>
/// <param name="images">Digits from 0 to 1; grey is the chance of ink.</param>
/// <param name="hidden">Hidden units.</param>
/// <param name="seed">Decides everything random.</param>
public sealed class BoltzmannRival(float[][] images, int hidden = 256, int seed = 1)
{
    private const int Batch = 20;

    private readonly Random random = new(seed);

    /// <summary>The machine.</summary>
    public RestrictedBoltzmannMachine Machine { get; } = new(images[0].Length, hidden, new Random(seed));

    /// <summary>Trains the machine.</summary>
    /// <param name="steps">Steps of 20 pictures.</param>
    public void Train(int steps)
    {
        Machine.InitializeVisibleBiases(images);
        float[][] chains = [.. Enumerable.Range(0, Batch).Select(_ => Sampled(images[random.Next(images.Length)]))];
        var rule = new ContrastiveDivergence(Machine) { Chains = chains };
        foreach (int step in Progress.Over(Enumerable.Range(0, steps), "the Boltzmann machine"))
        {
            rule.Eta = 0.05f * (1 - (float)step / steps);                          // falls to 0, as persistent chains need it
            float[][] batch = [.. Enumerable.Range(0, Batch).Select(_ => Sampled(images[random.Next(images.Length)]))];
            rule.Step(batch, random);
        }
    }

    /// <summary>Lets the machine dream: each picture begins as noise.</summary>
    /// <param name="count">How many pictures.</param>
    /// <param name="sweeps">Steps of Gibbs sampling.</param>
    /// <returns>(count, 1, side, side), from −1 to 1: the last probabilities, which judges like better than dots.</returns>
    public Tensor Dream(int count, int sweeps = 500)
    {
        float[] half = [.. Enumerable.Repeat(0.5f, images[0].Length)];
        return DigitTensors.Of([.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] p = half;
            for (int sweep = 0; sweep < sweeps; sweep++) p = Machine.Reconstruct(Sampled(p), random);
            return p;
        })]);
    }

    private float[] Sampled(float[] p) => RestrictedBoltzmannMachine.Sample(p, random);
}
