using Course.BoltzmannMachines;
using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.BoltzmannMachines;

public class HopfieldNetTests
{
    [Fact]
    public void No_sweep_raises_the_energy_and_recall_ends_where_no_unit_gains() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[0, 1_000_000]).Sample((units, seed) =>
        {
            var random = new Random(seed);
            HopfieldNet net = Nets.Fill(new HopfieldNet(units), random);
            int[] s = [.. Enumerable.Range(0, units).Select(_ => random.Next(2))];
            double before = net.Energy(s);

            net.Sweep(s, random);
            Assert.True(net.Energy(s) <= before + 1e-9);
            net.Recall(s, random);
            Assert.All(Enumerable.Range(0, units), i => Assert.True(s[i] == 1 ? net.Gap(s, i) >= 0 : net.Gap(s, i) <= 0));
        });

    [Fact]
    public void A_stored_pattern_is_recalled_from_a_quarter_of_its_bits_turned()
    {
        var random = new Random(1982);
        int[][] patterns = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 100).Select(_ => random.Next(2)).ToArray())];
        var net = new HopfieldNet(100);
        foreach (int[] pattern in patterns) net.Store(pattern);
        int[] s = [.. patterns[1].Select((bit, i) => i < 25 ? 1 - bit : bit)];

        net.Recall(s, random);

        Assert.Equal(patterns[1], s);
    }

    [Fact]
    public void With_balanced_biases_a_picture_and_its_negative_have_the_same_energy()
    {
        var random = new Random(1987);
        var net = new HopfieldNet(20);
        for (int n = 0; n < 3; n++) net.Store([.. Enumerable.Range(0, 20).Select(_ => random.Next(2))]);
        net.BalanceBiases();
        int[] s = [.. Enumerable.Range(0, 20).Select(_ => random.Next(2))];

        Assert.Equal(net.Energy(s), net.Energy(Array.ConvertAll(s, bit => 1 - bit)), 9);
    }
}
