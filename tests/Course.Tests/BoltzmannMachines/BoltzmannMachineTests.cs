using Course.BoltzmannMachines;
using Course.ExpertSystems;

namespace Course.Tests.BoltzmannMachines;

public class BoltzmannMachineTests
{
    // 200,000 states, each a sweep apart: the standard error of a frequency is below 0.003, so that 0.01 in all is no luck.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Frequencies_at_equilibrium_are_those_of_Boltzmann(int seed)
    {
        var random = new Random(seed);
        BoltzmannMachine machine = Nets.Fill(new BoltzmannMachine(visible: 4, hidden: 0), random);
        double[] exact = Enumeration.Probabilities(machine, temperature: 2);
        var frequencies = new double[16];
        var s = new int[4];

        machine.Anneal(s, [0, 1, 2, 3], BoltzmannLearning.Schedule, random);
        machine.Run(s, [0, 1, 2, 3], time: 100, temperature: 2, random);
        for (int sample = 0; sample < 200_000; sample++)
        {
            machine.Run(s, [0, 1, 2, 3], time: 1, temperature: 2, random);
            frequencies[Enumeration.NumberOf(s)] += 1 / 200_000.0;
        }

        Assert.True(Enumeration.TotalVariation(frequencies, exact) < 0.01);
    }

    [Fact]
    public void A_clamped_unit_stays()
    {
        var random = new Random(4);
        BoltzmannMachine machine = Nets.Fill(new BoltzmannMachine(3, 2), random);
        int[] s = [1, 0, 1, 0, 0];

        machine.Anneal(s, [3, 4], BoltzmannLearning.Schedule, random);

        Assert.Equal([1, 0, 1], s[..3]);
    }

    [Fact]
    public void Near_zero_temperature_a_unit_obeys_its_gap_and_when_very_hot_it_tosses_a_coin()
    {
        var machine = new BoltzmannMachine(2, 0);
        machine.Join(0, 1, -1);
        machine.Biases[0] = 0.5;

        Assert.Equal(1, machine.ProbabilityOn([0, 0], 0, 1e-3), 1e-9);
        Assert.Equal(0, machine.ProbabilityOn([0, 1], 0, 1e-3), 1e-9);
        Assert.Equal(0.5, machine.ProbabilityOn([0, 1], 0, 1e9), 1e-6);
    }

    [Fact]
    public void The_probability_of_a_unit_is_that_of_the_enumerated_states()
    {
        BoltzmannMachine machine = Nets.Fill(new BoltzmannMachine(5, 0), new Random(5));
        double[] p = Enumeration.Probabilities(machine, 1.5);
        int on = Enumeration.NumberOf([1, 0, 1, 1, 0]), off = Enumeration.NumberOf([1, 0, 0, 1, 0]);

        Assert.Equal(p[on] / (p[on] + p[off]), machine.ProbabilityOn([1, 0, 0, 1, 0], 2, 1.5), 1e-9);
    }
}
