using Course.ExpertSystems;
using Course.McCullochPitts;

namespace Course.Tests.McCullochPitts;

public class McCullochPittsNeuronTests
{
    [Fact]
    public void One_active_inhibitory_synapse_vetoes_any_excitation()
    {
        var neuron = new McCullochPittsNeuron(Threshold: 1, ExcitatorySynapses: [100, 0], Inhibits: [false, true]);

        Assert.True(neuron.Fires(true, false));
        Assert.False(neuron.Fires(true, true));
    }

    [Fact]
    public void Two_synapses_of_one_input_count_twice()
    {
        var neuron = new McCullochPittsNeuron(Threshold: 2, ExcitatorySynapses: [2, 1], Inhibits: [false, false]);

        Assert.Equal("0011", neuron.Function().ToString());
    }

    [Fact]
    public void A_neuron_without_a_threshold_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new McCullochPittsNeuron(0, [1], [false]));

    [Fact]
    public void A_neuron_that_gets_nothing_stays_silent() =>
        Assert.All(McCullochPittsNeuron.AllFunctions(3).Keys, f => Assert.False(f[0]));

    [Fact]
    public void One_neuron_computes_seven_of_the_sixteen_functions_of_two_inputs()
    {
        string[] names = [.. McCullochPittsNeuron.AllFunctions(2).Keys.Select(TwoInputFunctions.NameOf)];

        Assert.Equal(["a", "a AND NOT b", "AND", "b", "b AND NOT a", "FALSE", "OR"], names.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_function_of_one_neuron_is_a_threshold_function()
    {
        var known = ThresholdFunctions.All(3);

        Assert.All(McCullochPittsNeuron.AllFunctions(3).Keys, f => Assert.Contains(f, known.Keys));
    }
}
