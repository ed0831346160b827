using Course.ExpertSystems;
using Course.McCullochPitts;

namespace Course.Tests.McCullochPitts;

public class HeatIllusionTests
{
    [Fact]
    public void The_net_obeys_the_papers_formulas_at_every_tick_of_every_history()
    {
        const int Length = 6;
        NervousNet net = HeatIllusion.Net();
        for (int hot = 0; hot < 1 << Length; hot++)
        {
            for (int cold = 0; cold < 1 << Length; cold++)
            {
                NetHistory history = net.Run(Length + 4, ("hot", LogicNets.Spikes(hot, Length)), ("cold", LogicNets.Spikes(cold, Length)));
                for (int t = 0; t < history.Ticks; t++)
                {
                    Assert.Equal(
                        HeatIllusion.Formula(tick => history["hot", tick], tick => history["cold", tick], t),
                        (history["felt hot", t], history["felt cold", t]));
                }
            }
        }
    }

    [Fact]
    public void A_brief_cold_touch_is_felt_as_heat_and_never_as_cold()
    {
        NetHistory history = HeatIllusion.Net().Run(8, ("cold", "01"));

        Assert.Equal("00001000", history.Spikes("felt hot"));
        Assert.Equal("00000000", history.Spikes("felt cold"));
    }

    [Fact]
    public void A_lasting_cold_touch_is_felt_as_cold_without_preliminary_warmth()
    {
        NetHistory history = HeatIllusion.Net().Run(10, ("cold", "0111111111"));

        Assert.Equal("0001111111", history.Spikes("felt cold"));
        Assert.DoesNotContain('1', history.Spikes("felt hot"));
    }

    [Fact]
    public void The_printed_formula_feels_heat_once_more_when_a_lasting_cold_ends()
    {
        NetHistory history = HeatIllusion.Net().Run(10, ("cold", "01111"));

        Assert.Equal("0000000100", history.Spikes("felt hot"));
    }

    [Fact]
    public void Every_neuron_of_it_needs_two_synapses_and_it_has_no_circle()
    {
        NervousNet net = HeatIllusion.Net();

        Assert.All(net.Neurons, n => Assert.Equal(2, n.Threshold));
        Assert.Equal(0, net.Order);
    }
}
