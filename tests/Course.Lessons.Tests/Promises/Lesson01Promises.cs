namespace Course.Lessons.Tests.Promises;

internal static class Lesson01Promises
{
    internal static readonly Promise[] All =
    [
        new("two-men", "With threshold 2 the neuron fires in the last row alone", "neuron-from-scratch",
            @"0 0  0 .*\n0 1  0 .*\n1 0  0 .*\n1 1  1 "),
        new("two-men", "With threshold 1 it fires in the last three rows", "neuron-from-scratch", @"0 0 .* 0\n0 1 .* 1\n1 0 .* 1\n1 1 .* 1"),
        new("exercise-majority", "*a* alone is enough", "one-neuron-asked", "only a: 1"),
        new("exercise-majority", "*b* brings 1 of 2 and is not enough", "one-neuron-asked", "only b: 0"),
        new("exercise-majority", "With *c* nothing helps", "one-neuron-asked", "all three: 0"),
        new("library", "It fires in the last three rows", "gates", "1 0 0 0 0 1 0 1 0 1 1 1 0 0 1 1 1 1 0 1"),
        new("exercise-nand", "For 1 and 1 nothing reaches it", "xor-net", "1 1 0 0 0"),
        new("exercise-nand", "For 1 and 0 *only a* fires, and so does *xor*", "xor-net", "1 0 1 0 1"),
        new("hasty", "the truth table below is right", "hasty-xor", "0 0 0 0 1 1 1 0 1 1 1 0"),
        new("in-time", "At tick 2 *xor* fires, wrongly", "hasty-xor", "xor, tick by tick: 0010000000"),
        new("exercise-counter", "*set* comes at tick 1, and *q* fires from tick 2 on", "latch-from-scratch",
            @"set    ·█·(?:.|\n)*q      ··█"),
        new("exercise-counter", "*reset* comes at tick 6, and *q* is silent from tick 7 on", "latch-from-scratch",
            @"reset  ······█(?:.|\n)*q      ··█████····"),
        new("heat-lasting", "At tick 4 *felt hot* fires", "heat-brief", "felt hot, tick by tick: 0000100"),
        new("heat-ends", "Cold is felt from tick 3 on, and no warmth comes before it", "heat-lasting-raster",
            @"felt cold: 0001111\d*\nfelt hot:  00000000"),
        new("heat-ends", "the net feels heat once more, at tick 8", "heat-lasting-raster", "felt hot:  00000000100"),
        new("what-came-next", "Only a cold of one tick is felt as heat, at tick 4 as before", "mend",
            @"cold for 1: felt hot 000010000000\ncold for 2: felt hot 000000000000\ncold for 5: felt hot 000000000000"),
        new("sixteen-idea", "None of 16,384 histories disagrees", "claim-heat", "16,384 histories"),
        new("claim-fourteen", "All 16", "squares", "a net without circles: 16"),
        new("exercise-separable", "For 14 there is a unit", "squares", "one weighted unit: 14"),
        new("claim-count", "tries more than a million units", "counts", @"units tried for n = 5: 1,771,561"),
        new("play", "With two inputs one unit computes seven of eight functions", "counts", @"2 +14 +2\^4 +0\.875"),
        new("play", "With five it computes one in 45,000", "counts", @"5 +94,572 +2\^32 +2\.2E-05"),
        new("curious-adder", "\"42 and 18\" leaves 23 April to 15 November 1941", "when-they-met",
            "42 and 18: 23 April 1941 to 15 November 1941"),
        new("curious-adder", "at most the weeks before 23 April 1941", "when-they-met", "42 and 17: 16 November 1940 to 22 April 1941"),
        new("curious-silence", "Read from tick 3 on, the sum is 73", "serial-adder", "= 73, from tick 3"),
        new("curious-silence", "One neuron with two inputs says seven things", "closure-grown", "one neuron: (?:[^,\n]+, ){6}[^,\n]+\n"),
        new("curious-six", "Half of the functions can be made from silence", "closure-grown",
            "from a and b: (?:[^,\n]+, ){7}[^,\n]+\nthe line adds: (?:[^,\n]+, ){7}[^,\n]+\n"),
        new("scale-seen", "About half of the net fires in the last tick", "speed", @"10,000 neurons, (\d+),(\d+) of them fire",
            firing => firing[0] * 1_000 + firing[1] is > 4_000 and < 6_000),
    ];
}
