namespace Course.Lessons.Tests.Promises;

internal static class Lesson05Promises
{
    internal static readonly Promise[] All =
    [
        new("story", "8,000 handwritten digits", "hook-learn", @"It has seen 8,000 digits"),
        new("exercise-energy", "1100 with −2.4, where the ball lies, and 0011 with −3.4", "four-units",
            @"1100 has the energy -2\.4\n.*0011 has the energy -3\.4"),
        new("exercise-energy", "All four units on cost 2.2", "four-units", @"1111 has the energy 2\.2"),
        new("capacity", "all four come back without a wrong pixel", "recall", @"in the end: 0, 0, 0, 0\n"),
        new("noise", "Ten fare as in the paper", "claim-hopfield", @"0\.6 \(0\.40 by his estimate\) · ours 0\.63 · . same"),
        new("noise", "fifteen worse: 0.30, not half", "claim-hopfield", @"about half · ours 0\.30"),
        new("noise", "Of 25 pictures 1 % are left", "capacity-chart", @"Of 25 pictures, 1 %"),
        new("exercise-conditional", "At 1.55, after 15 steps", "walk", @"Step 15, temperature 1\.55"),
        new("exercise-conditional", "in the end it rests there", "walk", @"Temperature 0\.2: in 0011"),
        new("boltzmann", "None without noise", "cooling", @"no noise, 600 steps: 0\.0 ?%"),
        new("boltzmann", "Cooled in 20 steps 23.5 % end in the deep valley, in 600 steps 75.0 %", "cooling", @"in  20: 23\.5 ?%(?:.|\n)*in 600: 75\.0 ?%"),
        new("learning", "0.005", "equilibrium-chart", @"100,000 sweeps: total variation 0\.005"),
        new("lamps-learn", "By 0.000012 at most", "nudge", @"Largest difference: 1\.2E-5"),
        new("encoder", "94 %, after 68 % at birth", "xor-film", @"Day 0: 68 %(?:.|\n)*Day 4,000: 94 %"),
        new("encoder", "has come to mean all is dark", "xor-film", @"lamps 000   P\(hidden unit on\) = (\d\.\d+)\n",
            on => on[0] > 0.95),
        new("encoder-claim", "Four codes stand first in cycle 238", "one-machine", @"first in cycle 238"),
        new("encoder-claim", "in 139 of the 163 cycles from then on", "one-machine", @"then in 139 of 163 cycles"),
        new("encoder-claim", "all eight pairs of weights have equal signs", "one-machine", @"8 of 8 pairs"),
        new("restricted", "All 250 found their codes, half of them within 111 cycles, the slowest after 2,177", "claim-encoder",
            @"100\.0 ?%(?:.|\n)*111 (?:.|\n)*2,177"),
        new("restricted", "217 in the median, 7,143 at worst", "claim-encoder", @"ten cycles in a row: 217\. 1 had none(?:.|\n)*ten cycles in a row: 7,143\."),
        new("cd", "12,544", "rbm-drawing", @"12,544 weights"),
        new("exercise-likelihood", "CD-1 adds 11.7 nats to what the second has", "claim-likelihood", @"CD-1 gains 11\.7 nats"),
        new("halves-idea", "The correlation is 0.504, just above our bar, and was 0.002 at birth", "strokes", @"before learning: 0\.002(?:.|\n)*0\.504"),
        new("curious-longer", "In one step it is 2.7 nats off", "ais", @"by summing: 57\.33(?:.|\n)*in +1 steps: +54\.63"),
        new("curious-longer", "to less than a tenth", "ais", @"in 1000 steps: +(57\.\d+)", z => z[0] is > 57.24 and < 57.42),
        new("curious-ais", "46.2 % keep them", "ledger", @"250 of 250 tests 0\.4618"),
        new("curious-ais", "328 cycles in the median", "ledger", @"1,570 328 "),
        new("curious-ais", "40-10-40 completes 57.3 %", "ledger", @"98\.6 % 0\.5724\d|98\.6 % 0\.5725"),
        new("curious-ais", "at 800 units the limit of a Hopfield net lies at 0.169", "ledger", @"0\.138 0\.1687"),
        new("curious-ais", "0.225 at 100 units", "ledger", @"−1 and \+1: 100 units: 0\.225"),
        new("curious-ais", "1.99 times as many memories", "ledger", @" 2 1\.989"),
        new("curious-twin", "+0.09 nats", "longer-chart", @"\+0\.09 nats"),
        new("twin-seen", "By less than a millionth", "claim-twin", @"equal but for rounding · ours \d\.\de−7"),
    ];
}
