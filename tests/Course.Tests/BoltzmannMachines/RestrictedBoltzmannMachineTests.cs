using Course.BoltzmannMachines;
using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.BoltzmannMachines;

public class RestrictedBoltzmannMachineTests
{
    [Fact]
    public void Free_energy_and_Z_are_those_of_all_states_gone_through() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5], Gen.Int[0, 1_000_000]).Sample(
            (visible, hidden, seed) =>
            {
                RestrictedBoltzmannMachine machine = Nets.Restricted(visible, hidden, seed);
                SymmetricNet net = Nets.Unrestricted(machine);
                double[] p = Enumeration.Probabilities(net, 1);
                double logZ = PartitionFunction.Log(machine);

                Assert.Equal(Enumeration.LogPartition(net, 1), logZ, 1e-4);
                for (int v = 0; v < 1 << visible; v++)
                {
                    double exact = p.Skip(v << hidden).Take(1 << hidden).Sum();
                    float[] vector = Array.ConvertAll(Enumeration.StateOf(v, visible), bit => (float)bit);
                    Assert.Equal(Math.Log(exact), -machine.FreeEnergy(vector) - logZ, 1e-4);
                }
            },
            iter: 50);

    [Fact]
    public void A_layers_probabilities_are_those_of_its_units_one_by_one()
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(4, 3, seed: 8);
        SymmetricNet net = Nets.Unrestricted(machine);
        int[] s = [1, 0, 1, 1, 0, 1, 1];

        float[] hidden = machine.HiddenProbabilities([1, 0, 1, 1]), visible = machine.VisibleProbabilities([0, 1, 1]);

        for (int j = 0; j < 3; j++) Assert.Equal(1 / (1 + Math.Exp(-net.Gap(s, 4 + j))), hidden[j], 1e-5);
        for (int i = 0; i < 4; i++) Assert.Equal(1 / (1 + Math.Exp(-net.Gap(s, i))), visible[i], 1e-5);
    }

    [Fact]
    public void Dreams_have_the_frequencies_of_the_exact_distribution()
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(3, 2, seed: 9);
        double logZ = PartitionFunction.Log(machine);
        double[] exact =
            [.. Enumerable.Range(0, 8)
            .Select(v => Math.Exp(-machine.FreeEnergy(Array.ConvertAll(Enumeration.StateOf(v, 3), bit => (float)bit)) - logZ))];
        var random = new Random(10);
        var frequencies = new double[8];
        float[] state = [0, 0, 0];

        for (int sample = 0; sample < 200_000; sample++)
        {
            state = RestrictedBoltzmannMachine.Sample(machine.Reconstruct(state, random), random);
            frequencies[Enumeration.NumberOf(state.Select(bit => (int)bit))] += 1 / 200_000.0;
        }

        Assert.True(Enumeration.TotalVariation(frequencies, exact) < 0.01);
    }

    [Fact]
    public void A_machine_matched_to_the_means_dreams_each_unit_as_often_as_the_data()
    {
        var machine = new RestrictedBoltzmannMachine(2, 3, new Random(1));
        foreach (float[] row in machine.Weights) Array.Clear(row);
        machine.InitializeVisibleBiases([.. Enumerable.Range(0, 98).Select(n => new float[] { n < 49 ? 1 : 0, 0 })]);

        Assert.Equal([0.5f, 0.01f], machine.VisibleProbabilities([1, 0, 1]).Select(p => MathF.Round(p, 5)));
    }

    [Fact]
    public void Too_many_hidden_units_to_go_through_are_refused_and_told_what_else_to_do() =>
        Assert.Contains("annealed importance sampling",
        Assert.Throws<ArgumentException>(() => PartitionFunction.Log(new RestrictedBoltzmannMachine(2, 40, new Random(1)))).Message,
        StringComparison.Ordinal);
}
