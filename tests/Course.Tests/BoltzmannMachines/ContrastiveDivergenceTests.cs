using Course.BoltzmannMachines;
using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.BoltzmannMachines;

public class ContrastiveDivergenceTests
{
    [Fact]
    public void One_step_strengthens_what_goes_together_awake_and_weakens_what_goes_together_asleep()
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(4, 3, seed: 1);
        float[] v0 = [1, 0, 1, 1];
        float[][] before = Array.ConvertAll(machine.Weights, row => row.ToArray());
        float[] visibleBefore = [.. machine.VisibleBiases], hiddenBefore = [.. machine.HiddenBiases];
        var random = new Random(2);
        float[] p0 = machine.HiddenProbabilities(v0);
        float[] v1 = RestrictedBoltzmannMachine.Sample(machine.VisibleProbabilities(RestrictedBoltzmannMachine.Sample(p0, random)), random);
        float[] p1 = machine.HiddenProbabilities(v1);

        new ContrastiveDivergence(machine) { Eta = 0.5f }.Step([v0], new Random(2));

        for (int j = 0; j < 3; j++)
        {
            Assert.Equal(0.5f * (p0[j] - p1[j]), machine.HiddenBiases[j] - hiddenBefore[j], 1e-6f);
            for (int i = 0; i < 4; i++) Assert.Equal(0.5f * (p0[j] * v0[i] - p1[j] * v1[i]), machine.Weights[j][i] - before[j][i], 1e-6f);
        }
        for (int i = 0; i < 4; i++) Assert.Equal(0.5f * (v0[i] - v1[i]), machine.VisibleBiases[i] - visibleBefore[i], 1e-6f);
    }

    [Fact]
    public void The_twin_in_TorchSharp_has_the_same_weights_after_the_same_step() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 20], Gen.Int[1, 12], Gen.Int[0, 1_000_000]).Sample(
            (visible, hidden, batch, seed) =>
            {
                RestrictedBoltzmannMachine machine = Nets.Restricted(visible, hidden, seed);
                float[][] data = Nets.Vectors(batch, visible, seed);
                using var twin = new TorchRestrictedBoltzmannMachine(machine);

                new ContrastiveDivergence(machine) { Eta = 0.1f }.Step(data, new Random(seed));
                twin.Step(data, 0.1f, new Random(seed));

                float[] flat = [.. machine.Weights.SelectMany(row => row)];
                Assert.All(twin.Weights.Zip(flat), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
                Assert.All(twin.VisibleBiases.Zip(machine.VisibleBiases), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
                Assert.All(twin.HiddenBiases.Zip(machine.HiddenBiases), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
            },
            iter: 30,
            threads: 1);

    [Fact]
    public void The_twin_leaves_no_tensor_behind()
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(6, 4, seed: 1);
        float[][] data = Nets.Vectors(5, 6, seed: 1);
        long before = LiveTensors.Count;
        using (var twin = new TorchRestrictedBoltzmannMachine(machine))
        {
            Assert.Equal(before + 3, LiveTensors.Count);            // the weights and two rows of biases
            for (int step = 0; step < 3; step++) twin.Step(data, 0.1f, new Random(step));
            Assert.NotEmpty(twin.Weights);
            Assert.Equal(before + 3, LiveTensors.Count);
        }
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void Momentum_repeats_a_part_of_the_last_change_and_weight_decay_shrinks_weights_but_not_biases()
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(3, 2, seed: 4);
        float weight = machine.Weights[1][2], bias = machine.HiddenBiases[0];
        // no dream: the two statistics cancel
        var learning = new ContrastiveDivergence(machine) { K = 0, Eta = 0.1f, WeightDecay = 0.5f, Momentum = 0.5f };

        learning.Step([[1, 1, 0]], new Random(1));
        float first = machine.Weights[1][2] - weight;
        learning.Step([[1, 1, 0]], new Random(1));
        float second = machine.Weights[1][2] - weight - first;

        Assert.Equal(-0.05f * weight, first, 1e-6f);
        Assert.Equal(0.5f * first - 0.05f * (weight + first), second, 1e-6f);
        Assert.Equal(bias, machine.HiddenBiases[0]);
    }

    [Fact]
    public void Persistent_chains_go_on_where_the_last_step_left_them()
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(5, 3, seed: 6);
        float[][] chains = [[0, 0, 0, 0, 0]];
        var random = new Random(7);
        float[] expected = RestrictedBoltzmannMachine.Sample(machine.Reconstruct(chains[0], random), random);
        var learning = new ContrastiveDivergence(machine) { Eta = 0, Chains = chains };

        learning.Step([[1, 1, 1, 1, 1]], new Random(7));

        Assert.Equal(expected, chains[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Learning_raises_the_exact_likelihood_of_what_it_is_shown(bool persistent)
    {
        // Bars: whole rows or whole columns of a square of 3 by 3, ten times each.
        float[][] bars = [[1, 1, 1, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 1, 1, 1],
            [1, 0, 0, 1, 0, 0, 1, 0, 0], [0, 1, 0, 0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 1, 0, 0, 1]];
        float[][] data = [.. Enumerable.Range(0, 10).SelectMany(_ => bars)];
        var random = new Random(3);
        var machine = new RestrictedBoltzmannMachine(9, 8, random);
        machine.InitializeVisibleBiases(data);
        double before = machine.LogLikelihood(data, PartitionFunction.Log(machine));
        var learning = new ContrastiveDivergence(machine) { Eta = 0.1f, Chains = persistent ? Nets.Vectors(60, 9, seed: 3) : null };

        for (int pass = 0; pass < 1000; pass++) learning.Pass(data, batch: 60, random);

        double after = machine.LogLikelihood(data, PartitionFunction.Log(machine));
        Assert.InRange(after, before + 1, -Math.Log(6));
    }
}
