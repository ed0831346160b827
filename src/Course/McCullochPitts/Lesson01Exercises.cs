namespace Course.McCullochPitts;

/// <summary>What the learner builds in lesson 01.</summary>
internal static class Lesson01Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<MajorityAnswer>("01.majority", "A majority gate", points: 1)
            .Case([Bits("110")], expected: true, note: "two of three")
            .Case([Bits("100")], expected: false, note: "one of three")
            .Case([Bits("1100")], expected: false, note: "half is not more than half")
            .Case([Bits("1110")], expected: true, note: "three of four")
            .Case([Bits("01101")], expected: true, note: "three of five")
            .Case([Bits("1")], expected: true, note: "one voter")
            .Case([Bits("")], expected: false, note: "no voters, so no majority")
            .Case([Bits(new string('1', 257) + new string('0', 256))], expected: true, note: "a majority of one in 513")
            .WrongAnswer("A tie is no majority: with 4 voters the threshold is 3.", true, false, true, true, true, true, true, true)
            .WrongAnswer("Your threshold is 2 for any number of voters: it must grow with votes.Length.",
                true, false, true, true, true, false, false, true)
            .WrongAnswer("You ask for all votes. More than half is enough.", false, false, false, false, false, true, true, false)
            .WrongAnswer(
                "Your threshold is half of the voters, rounded down: with 3 voters that is 1. More than half is needed.",
                true, true, true, true, true, true, true, true),

        Exercise.Define<NandXorAnswer>("01.nand-xor", "NAND and XOR", points: 2)
            .Case([false, false], expected: Bits("10"), note: "neither is there: NAND is true, XOR is not")
            .Case([false, true], expected: Bits("11"), note: "b alone")
            .Case([true, false], expected: Bits("11"), note: "a alone")
            .Case([true, true], expected: Bits("00"), note: "both")
            .WrongAnswer(
                "Your first output is NOR. A veto is absolute: one neuron that a and b can both veto is silent when only one of them "
                + "is there.",
                Bits("10"), Bits("01"), Bits("01"), Bits("00"))
            .WrongAnswer(
                "Your first output is AND. NAND is its opposite, and wants the line that always fires (true).",
                Bits("00"), Bits("01"), Bits("01"), Bits("10"))
            .WrongAnswer("Your second output is OR: it must be silent when both are there.", Bits("10"), Bits("11"), Bits("11"), Bits("01"))
            .WrongAnswer(
                "Your second output never fires: a neuron that a excites and a vetoes cannot. Ask 'only a?' and 'only b?' with a "
                + "neuron each.",
                Bits("10"), Bits("10"), Bits("10"), Bits("00"))
            .WrongAnswer("Your two outputs are exchanged: NAND comes first, then XOR.", Bits("01"), Bits("11"), Bits("11"), Bits("00")),

        Exercise.Define<CounterAnswer>("01.counter", "A two-bit counter", points: 3)
            .Case([Bits("101")], expected: Counts("112"), note: "a rest between two pulses")
            .Case([Bits("00")], expected: Counts("00"), note: "no pulse")
            .Case([Bits("11111")], expected: Counts("12301"), note: "after 3 comes 0")
            .Case([Bits("011011")], expected: Counts("012230"), note: "four pulses and two rests")
            .WrongAnswer(
                "Every pulse flips your high bit. It must flip only when low falls from 1 to 0: on a pulse while low is 1.",
                Counts("330"), Counts("00"), Counts("30303"), Counts("030030"))
            .WrongAnswer(
                "Your counts come one step late: the answer of a step counts the pulse of that step.",
                Counts("011"), Counts("00"), Counts("01230"), Counts("001223"))
            .WrongAnswer("You stop at 3. After 3 both bits fall to 0.", Counts("112"), Counts("00"), Counts("12333"), Counts("012233"))
            .WrongAnswer(
                "The high bit looks at low after it has changed. Compute both next values from the present ones, then change both.",
                Counts("332"), Counts("00"), Counts("32103"), Counts("032210")),

        Exercise.Define<SeparableAnswer>("01.separable", "Can one unit do it?", points: 4)
            .Case([Bits("0001")], expected: true, note: "AND")
            .Case([Bits("0110")], expected: false, note: "XOR")
            .Case([Bits("1011")], expected: true, note: "b implies a: a weight below 0")
            .Case([Bits("1111")], expected: true, note: "always: even silence reaches a threshold of 0")
            .Case([Bits("0000")], expected: true, note: "never: a threshold above every sum")
            .Case([Bits("00000111")], expected: true, note: "a and (b or c): a must weigh 2")
            .Case([Bits("01101001")], expected: false, note: "an odd number of three")
            .Case(
                [Bits("0001000100011111")], expected: false,
                note: "(a and b) or (c and d): never falls when an input rises, and yet no unit computes it")
            .Case([Bits("0000000100111111")], expected: true, note: "weights 3, 2, 2 and 1")
            .Case([Bits("1001")], expected: false, note: "the opposite of XOR")
            .WrongAnswer(
                "Your weights are too small: 'a and (b or c)' needs a weight of 2, four inputs up to 3.",
                true, false, true, true, true, false, false, false, false, false)
            .WrongAnswer(
                "You look only for XOR's pattern in two inputs. With more inputs there are many more ways to fail.",
                true, false, true, true, true, true, true, true, true, false)
            .WrongAnswer(
                "That no input ever works both ways is necessary but not enough: look at (a and b) or (c and d).",
                true, false, true, true, true, true, false, true, true, false)
            .WrongAnswer(
                "Your weights are all 0 or more. 'b implies a' needs one below 0.",
                true, false, false, true, true, true, false, false, true, false)
            .WrongAnswer(
                "A unit that never fires is a unit too: its threshold lies above every sum that its weights can make.",
                true, false, true, true, false, true, false, false, true, false),
    ];

    internal delegate bool[] NandXorAnswer(bool a, bool b);

    internal delegate bool MajorityAnswer(bool[] votes);

    internal delegate int[] CounterAnswer(bool[] pulses);

    internal delegate bool SeparableAnswer(bool[] outputs);

    internal static bool[] Bits(string digits) => [.. digits.Select(c => c == '1')];

    internal static int[] Counts(string digits) => [.. digits.Select(c => c - '0')];
}
