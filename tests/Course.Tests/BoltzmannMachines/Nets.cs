using Course.BoltzmannMachines;
using CsCheck;

namespace Course.Tests.BoltzmannMachines;

/// <summary>Nets and machines to try things on.</summary>
internal static class Nets
{
    /// <summary>Nets of 2 to 8 units with weights and biases between -2 and 2.</summary>
    internal static Gen<SymmetricNet> Any { get; } = Gen.Select(Gen.Int[2, 8], Gen.Int[0, 1_000_000]).Select((units, seed) =>
        Fill(new SymmetricNet(units), new Random(seed)));

    internal static TNet Fill<TNet>(TNet net, Random random)
        where TNet : SymmetricNet
    {
        for (int i = 0; i < net.Units; i++)
        {
            net.Biases[i] = 4 * random.NextDouble() - 2;
            for (int j = 0; j < i; j++) net.Join(i, j, 4 * random.NextDouble() - 2);
        }
        return net;
    }

    /// <summary>A restricted machine with weights and biases from a normal-looking range.</summary>
    internal static RestrictedBoltzmannMachine Restricted(int visible, int hidden, int seed)
    {
        var random = new Random(seed);
        var machine = new RestrictedBoltzmannMachine(visible, hidden, random);
        foreach (float[] row in (float[][])[.. machine.Weights, machine.VisibleBiases, machine.HiddenBiases])
        {
            for (int i = 0; i < row.Length; i++) row[i] = 3 * random.NextSingle() - 1.5f;
        }
        return machine;
    }

    /// <summary>The same machine as a net with visible units first, so that all its states can be gone through.</summary>
    internal static SymmetricNet Unrestricted(RestrictedBoltzmannMachine machine)
    {
        int visible = machine.VisibleBiases.Length;
        var net = new SymmetricNet(visible + machine.HiddenBiases.Length);
        for (int i = 0; i < visible; i++) net.Biases[i] = machine.VisibleBiases[i];
        for (int j = 0; j < machine.HiddenBiases.Length; j++)
        {
            net.Biases[visible + j] = machine.HiddenBiases[j];
            for (int i = 0; i < visible; i++) net.Join(visible + j, i, machine.Weights[j][i]);
        }
        return net;
    }

    internal static float[][] Vectors(int count, int units, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, units).Select(_ => (float)random.Next(2)).ToArray())];
    }
}
