using Course.ExpertSystems;
using Course.McCullochPitts;
using CsCheck;

namespace Course.Tests.McCullochPitts;

public class LogicNetsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_function_has_a_net_without_circles(int inputs) => Assert.All(BooleanFunction.All(inputs), f =>
    {
        NervousNet net = LogicNets.For(f)!;
        Assert.False(net.HasCircles);
        Assert.Equal(f, net.Function(LogicNets.Output));
    });

    [Fact]
    public void Functions_of_five_inputs_drawn_at_random_have_nets_too() => Gen.UInt.Sample(
        bits => LogicNets.For(new BooleanFunction(5, bits))!.Function(LogicNets.Output).Bits == bits, iter: 30);

    [Fact]
    public void Without_a_line_that_always_fires_exactly_the_functions_false_in_silence_have_nets() =>
        Assert.All(BooleanFunction.All(2), f =>
    {
        NervousNet? net = LogicNets.For(f, withAlwaysFiring: false);
        Assert.Equal(f[0], net is null);
        Assert.True(net is null || net.Function(LogicNets.Output) == f);
    });

    [Fact]
    public void The_full_adder_adds_three_bits_and_both_results_leave_together()
    {
        NervousNet adder = LogicNets.FullAdder();

        Assert.Equal(BooleanFunction.Of(3, x => x.Count(b => b) % 2 == 1), adder.Function("sum"));
        Assert.Equal(BooleanFunction.Of(3, x => x.Count(b => b) >= 2), adder.Function("carry"));
        Assert.Equal(adder.Delay("sum"), adder.Delay("carry"));
    }

    [Fact]
    public void The_full_adder_takes_new_bits_at_every_tick() =>
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 255], Gen.Int[0, 255]).Sample((a, b, c) =>
        {
            NetHistory history = LogicNets.FullAdder().Run(11, ("a", LogicNets.Spikes(a, 8)), ("b", LogicNets.Spikes(b, 8)),
                ("c", LogicNets.Spikes(c, 8)));
            return LogicNets.Number(history.Spikes("sum")[3..]) == (a ^ b ^ c)
                && LogicNets.Number(history.Spikes("carry")[3..]) == ((a & b) | (a & c) | (b & c));
        });

    [Fact]
    public void The_serial_adder_adds_any_two_numbers() => Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[0, 1 << 20]).Sample((a, b) =>
        LogicNets.Number(LogicNets.SerialAdder().Run(25, ("a", LogicNets.Spikes(a, 21)), ("b", LogicNets.Spikes(b, 21)))
        .Spikes("sum")[3..]) == a + b);

    [Fact]
    public void The_flip_flop_holds_what_it_was_told_last_and_reset_wins() =>
        Gen.Select(Gen.Bool.Array[10], Gen.Bool.Array[10]).Sample((set, reset) =>
        {
            string Train(bool[] bits) => string.Concat(bits.Select(b => b ? '1' : '0'));
            NetHistory history = LogicNets.FlipFlop().Run(10, ("set", Train(set)), ("reset", Train(reset)));
            bool q = false;
            for (int t = 0; t < 10; t++)
            {
                if (history["q", t] != q)
                    return false;
                q = !reset[t] && (set[t] || q);
            }

            return true;
        });
}
