using Course.ExpertSystems;
using Course.McCullochPitts;
using CsCheck;

namespace Course.Tests.McCullochPitts;

public class NervousNetTests
{
    private static readonly Gen<string> spikes = Gen.Char["01"].Array[0, 12].Select(c => new string(c));

    [Fact]
    public void A_neuron_fires_one_tick_after_it_was_excited_and_not_before()
    {
        var net = new NervousNet("a").Neuron("b", threshold: 1, excite: ["a"]);

        Assert.Equal("001000", net.Run(6, ("a", "01")).Spikes("b"));
    }

    [Fact]
    public void A_chain_of_neurons_delays_its_input_by_its_length() => spikes.Sample(train =>
    {
        var net = new NervousNet("in").Neuron("1", 1, ["in"]).Neuron("2", 1, ["1"]).Neuron("3", 1, ["2"]);
        return net.Run(train.Length + 3, ("in", train)).Spikes("3") == "000" + train;
    });

    [Fact]
    public void A_net_left_alone_stays_silent() => Gen.Int[1, 20].Sample(seed =>
    {
        NervousNet net = RandomNet(seed);
        NetHistory history = net.Run(10);
        return net.Neurons.All(n => !history.Spikes(n.Name).Contains('1'));
    });

    [Fact]
    public void The_library_neuron_and_the_net_agree_on_every_input() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 3].Array[3], Gen.Bool.Array[3]).Sample((threshold, synapses, inhibits) =>
    {
        string[] names = ["a", "b", "c"];
        var net = new NervousNet(names).Neuron(
            "y", threshold, [.. names.SelectMany((name, i) => Enumerable.Repeat(name, synapses[i]))],
            [.. names.Where((_, i) => inhibits[i])]);
        return net.Function("y") == new McCullochPittsNeuron(threshold, synapses, inhibits).Function();
    });

    [Fact]
    public void A_line_that_always_fires_makes_not_possible()
    {
        var net = new NervousNet("a").AlwaysFiring("on").Neuron("not", 1, ["on"], ["a"]);

        Assert.Equal("10", net.Function("not").ToString());
        Assert.Equal("0110111", net.Run(7, ("a", "001")).Spikes("not"));
    }

    [Fact]
    public void The_order_counts_the_neurons_that_must_go_to_break_all_circles()
    {
        Assert.Equal(0, LogicNets.FullAdder().Order);
        Assert.Equal(1, LogicNets.FlipFlop().Order);
        Assert.Equal(1, new NervousNet().Neuron("a", 1, ["b"]).Neuron("b", 1, ["a"]).Order);
        Assert.Equal(2, new NervousNet().Neuron("a", 1, ["a"]).Neuron("b", 1, ["b", "a"]).Order);
    }

    [Fact]
    public void Asking_a_net_with_circles_for_a_truth_table_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => LogicNets.FlipFlop().Function("q"));

        Assert.Contains("circles", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_synapse_from_nowhere_is_named_when_the_net_runs()
    {
        var net = new NervousNet("a").Neuron("b", 1, ["c"]);

        Assert.Contains("'c'", Assert.Throws<InvalidOperationException>(() => net.Run(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_calls_are_refused_with_what_would_be_right()
    {
        var net = new NervousNet("a").Neuron("b", 1, ["a"]);

        Assert.Throws<ArgumentException>(() => net.Neuron("a", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Neuron("c", 0));
        Assert.Contains("its inputs are a", Assert.Throws<ArgumentException>(() => net.Run(3, ("b", "1"))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => net.Run(3, ("a", "1 1")));
        Assert.Throws<ArgumentException>(() => net.Run(3)["x", 0]);
    }

    [Fact]
    public void The_raster_in_plain_text_has_a_line_a_neuron()
    {
        var net = new NervousNet("a").Neuron("bee", 1, ["a"]);

        Assert.Equal("  a  █··\nbee  ·█·", net.Run(3, ("a", "1")).ToString());
    }

    private static NervousNet RandomNet(int seed)
    {
        var random = new Random(seed);
        string[] names = [.. Enumerable.Range(0, 8).Select(i => $"n{i}")];
        var net = new NervousNet("in");
        foreach (string name in names)
            net.Neuron(name, random.Next(1, 4), random.GetItems(names, 4), random.GetItems(names, 1));
        return net;
    }
}
