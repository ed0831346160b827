using Course.BoltzmannMachines;
using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.BoltzmannMachines;

public class SymmetricNetTests
{
    [Fact]
    public void Energy_counts_each_pair_once_and_each_bias()
    {
        var net = new SymmetricNet(3);
        net.Join(0, 1, 2);
        net.Join(2, 1, -3);
        net.Biases[2] = 0.5;

        Assert.Equal(0, net.Energy([0, 0, 0]));
        Assert.Equal(-2, net.Energy([1, 1, 0]));
        Assert.Equal(-2 + 3 - 0.5, net.Energy([1, 1, 1]));
    }

    [Fact]
    public void The_gap_is_the_energy_saved_by_turning_a_unit_on() =>
        Gen.Select(Nets.Any, Gen.Int[0, 1023], Gen.Int[0, 9]).Sample((net, number, unit) =>
        {
            int[] s = Enumeration.StateOf(number, 10);
            int i = unit % net.Units;
            int[] off = [.. s.Take(net.Units)], on = [.. off];
            off[i] = 0;
            on[i] = 1;

            Assert.Equal(net.Energy(off) - net.Energy(on), net.Gap(off, i), 1e-9);
            Assert.Equal(net.Gap(off, i), net.Gap(on, i), 1e-9);
        });

    [Fact]
    public void A_unit_is_not_joined_to_itself() => Assert.Throws<ArgumentException>(() => new SymmetricNet(2).Join(1, 1, 3));
}
