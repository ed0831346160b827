using Course.BoltzmannMachines;
using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.BoltzmannMachines;

public class EnumerationTests
{
    [Fact]
    public void Probabilities_are_one_together_and_in_the_ratio_of_their_energies() =>
        Gen.Select(Nets.Any, Gen.Double[0.5, 5]).Sample((net, temperature) =>
        {
            double[] p = Enumeration.Probabilities(net, temperature);

            Assert.Equal(1, p.Sum(), 1e-9);
            double difference = net.Energy(Enumeration.StateOf(0, net.Units)) - net.Energy(Enumeration.StateOf(1, net.Units));
            Assert.Equal(difference / temperature, Math.Log(p[1] / p[0]), 1e-9);
        });

    [Fact]
    public void A_net_without_weights_has_as_many_states_as_its_Z() =>
        Assert.Equal(5 * Math.Log(2), Enumeration.LogPartition(new SymmetricNet(5), 1), 1e-12);

    [Fact]
    public void A_state_and_its_number_belong_together()
    {
        Assert.Equal([0, 1, 0, 1], Enumeration.StateOf(5, 4));
        Assert.All(Enumerable.Range(0, 64), number => Assert.Equal(number, Enumeration.NumberOf(Enumeration.StateOf(number, 6))));
    }

    [Fact]
    public void A_net_too_large_to_go_through_is_refused_and_told_what_else_to_do() =>
        Assert.Contains("annealed importance sampling",
        Assert.Throws<ArgumentException>(() => Enumeration.LogPartition(new SymmetricNet(60), 1)).Message, StringComparison.Ordinal);
}
