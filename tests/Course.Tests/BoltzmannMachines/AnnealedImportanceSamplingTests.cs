using Course.BoltzmannMachines;
using Course.ExpertSystems;

namespace Course.Tests.BoltzmannMachines;

public class AnnealedImportanceSamplingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_estimate_is_within_a_tenth_of_a_nat_of_the_exact_value(int seed)
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(visible: 10, hidden: 8, seed);

        AnnealedImportanceSampling estimate = AnnealedImportanceSampling.Of(machine, new float[10], temperatures: 500, walks: 200,
            new Random(seed));

        Assert.Equal(PartitionFunction.Log(machine), estimate.LogZ, 0.1);
        Assert.InRange(estimate.StandardError, 0.001, 0.05);
    }

    [Fact]
    public void Of_a_machine_that_is_its_own_start_the_estimate_is_exact()
    {
        RestrictedBoltzmannMachine machine = Nets.Restricted(6, 4, seed: 5);
        foreach (float[] row in machine.Weights) Array.Clear(row);
        Array.Clear(machine.HiddenBiases);

        AnnealedImportanceSampling estimate = AnnealedImportanceSampling.Of(machine, machine.VisibleBiases, temperatures: 5, walks: 3,
            new Random(6));

        Assert.Equal(PartitionFunction.Log(machine), estimate.LogZ, 1e-4);
    }
}
