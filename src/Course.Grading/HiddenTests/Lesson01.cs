using System.Numerics;
using Course.McCullochPitts;
using Course.PerceptronLimits;
using static Course.Grading.HiddenTests.Answers.Lesson01Answers;
using static Course.McCullochPitts.Lesson01Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 01: references, hidden cases, and wrong answers that these catch.</summary>
internal static class Lesson01
{
    internal static IReadOnlyList<HiddenTest> All => [Majority(), NandXor(), Counter(), Separable()];

    private static HiddenTest<MajorityAnswer> Majority() =>
        HiddenTest.Define<MajorityAnswer>("01.majority", votes => 2 * votes.Count(vote => vote) > votes.Length)
            .Edge(EdgeKind.Empty, "no voters", [Bits("")])
            .Edge(EdgeKind.One, "one voter, who says no", [Bits("0")])
            .Edge(EdgeKind.One, "one voter, who says yes", [Bits("1")])
            .Edge(EdgeKind.Tie, "two voters who disagree", [Bits("01")])
            .Edge(EdgeKind.Tie, "a tie of a hundred", random => [Votes(100, yes: 50, random)])
            .Edge(EdgeKind.Many, "a majority of one in 1,001", random => [Votes(1001, yes: 501, random)])
            .Edge(EdgeKind.Many, "one vote too few in 1,001", random => [Votes(1001, yes: 500, random)])
            .Random(12, random => [CloseVote(random)])
            .WrongAnswer("A tie is no majority", votes => 2 * votes.Count(v => v) >= votes.Length)
            .WrongAnswer("Your threshold is 2 for any number of voters", votes => votes.Count(v => v) >= 2)
            .WrongAnswer("You ask for all votes", votes => votes.All(v => v))
            .WrongAnswer("Your threshold is half of the voters, rounded down", votes => votes.Count(v => v) >= votes.Length / 2)
            .HiddenWrongAnswer("only the first three voters count", votes => votes.Take(3).Count(vote => vote) >= 2)
            .HiddenWrongAnswer("anybody's yes is enough", votes => votes.Any(vote => vote))
            .HiddenWrongAnswer("yes and no are exchanged", votes => 2 * votes.Count(vote => vote) < votes.Length)
            .HiddenWrongAnswer("counts in a byte", votes => (byte)votes.Count(vote => vote) > votes.Length / 2)
            .HiddenWrongAnswer("no voters agree on everything", votes => votes.Length == 0 || 2 * votes.Count(vote => vote) > votes.Length);

    private static HiddenTest<NandXorAnswer> NandXor() =>
        HiddenTest.Define<NandXorAnswer>("01.nand-xor", (a, b) => new[] { !(a && b), a != b })
            .Edge(EdgeKind.Special, "neither", [false, false])
            .Edge(EdgeKind.Special, "b alone", [false, true])
            .Edge(EdgeKind.Special, "a alone", [true, false])
            .Edge(EdgeKind.Special, "both", [true, true])
            .Random(8, random => [Coin(random), Coin(random)])
            .WrongAnswer("Your first output is NOR", (a, b) => new[] { !a && !b, a != b })
            .WrongAnswer("Your first output is AND", (a, b) => new[] { a && b, a != b })
            .WrongAnswer("Your second output is OR", (a, b) => new[] { !(a && b), a || b })
            .WrongAnswer("Your second output never fires", (a, b) => new[] { !(a && b), false })
            .WrongAnswer("Your two outputs are exchanged", (a, b) => new[] { a != b, !(a && b) })
            .HiddenWrongAnswer("NAND twice", (a, b) => new[] { !(a && b), !(a && b) })
            .HiddenWrongAnswer("the opposite of XOR", (a, b) => new[] { !(a && b), a == b })
            .HiddenWrongAnswer("NAND looks at a alone", (a, b) => new[] { !a, a != b })
            .HiddenWrongAnswer("XOR misses b alone", (a, b) => new[] { !(a && b), a && !b });

    private static HiddenTest<CounterAnswer> Counter() =>
        HiddenTest.Define<CounterAnswer>("01.counter", pulses => Running(pulses, count => count % 4))
            .Edge(EdgeKind.Empty, "no steps", [Bits("")])
            .Edge(EdgeKind.One, "one step without a pulse", [Bits("0")])
            .Edge(EdgeKind.One, "one pulse", [Bits("1")])
            .Edge(EdgeKind.Special, "four pulses and a rest", [Bits("111100")])
            .Edge(EdgeKind.Special, "long rests between", [Bits("0001000010000010000001")])
            .Edge(EdgeKind.Many, "a thousand steps", random => [Spikes(1000, random)])
            .Random(12, random => [Spikes(random.Next(2, 30), random)])
            .WrongAnswer("Every pulse flips your high bit", pulses => Running(pulses, n => n % 2 * 3))
            .WrongAnswer("Your counts come one step late", pulses => pulses.Select((_, t) => pulses.Take(t).Count(p => p) % 4).ToArray())
            .WrongAnswer("You stop at 3", pulses => Running(pulses, n => Math.Min(n, 3)))
            .WrongAnswer("The high bit looks at low after it has changed", pulses => HighAfterLow(pulses))
            .HiddenWrongAnswer("counts to three, not four", pulses => Running(pulses, count => count % 3))
            .HiddenWrongAnswer("never comes back to 0", pulses => Running(pulses, count => count))
            .HiddenWrongAnswer("the bits are exchanged", pulses => Running(pulses, count => count % 2 * 2 + count / 2 % 2))
            .HiddenWrongAnswer("counts steps, not pulses", pulses => pulses.Select((_, t) => (t + 1) % 4).ToArray())
            .HiddenWrongAnswer("the low bit alone", pulses => Running(pulses, count => count % 2))
            .HiddenWrongAnswer("a step without a pulse resets",
                pulses => Running(pulses, count => count % 4).Zip(pulses, (count, pulse) => pulse ? count : 0).ToArray());

    private static HiddenTest<SeparableAnswer> Separable() =>
        HiddenTest.Define<SeparableAnswer>("01.separable",
                outputs => LinearSeparability.Decide(LinearSeparability.Corners(Inputs(outputs)), outputs).IsSeparable)
            .Allow(typeof(BooleanFunction), nameof(BooleanFunction.InputsOf))
            .Edge(EdgeKind.Special, "one input, never", [Bits("00")])
            .Edge(EdgeKind.Special, "one input, always", [Bits("11")])
            .Edge(EdgeKind.Special, "one input, NOT", [Bits("10")])
            .Edge(EdgeKind.Special, "four inputs, never", [new bool[16]])
            .Edge(EdgeKind.Special, "none of four", [Bits("1000000000000000")])
            .Edge(EdgeKind.Special, "the opposite of XOR", [Bits("1001")])
            .Edge(EdgeKind.Special, "needs a weight of 3", random => [Disguised("0000000100111111", random)])
            .Edge(EdgeKind.Special, "needs a weight of 3", random => [Disguised("0000000100111111", random)])
            .Edge(EdgeKind.Special, "(a and b) or (c and d), in disguise", random => [Disguised("0001000100011111", random)])
            .Edge(EdgeKind.Special, "an odd number of four", [Bits("0110100110010110")])
            .Edge(EdgeKind.Special, "needs a weight of 2", random => [Disguised("00000111", random)])
            .Edge(EdgeKind.Special, "XOR, with a third input that does not matter", [Bits("01100110")])
            .Random(4, random => [Drawn(4, _ => Coin(random))])
            .Random(8, random => [Drawn(8, _ => Coin(random))])
            .Random(12, random => [OfOneUnit(random)])
            .Random(12, random => [AlmostOfOneUnit(random)])
            .WrongAnswer("Your weights are too small", outputs => WithWeights(outputs, 1))
            .WrongAnswer("You look only for XOR's pattern in two inputs",
                outputs => outputs.Length != 4 || outputs[0] != outputs[3] || outputs[1] != outputs[2] || outputs[0] == outputs[1])
            .WrongAnswer("That no input ever works both ways is necessary but not enough", OneWay)
            .WrongAnswer("Your weights are all 0 or more", outputs => WithWeights(outputs, 3, least: 0))
            .WrongAnswer("A unit that never fires is a unit too", outputs => outputs.Contains(true) && WithWeights(outputs, 3))
            .HiddenWrongAnswer("weights up to 2 only", outputs => WithWeights(outputs, 2))
            .HiddenWrongAnswer("only the opposite of XOR is missed",
                outputs => WithWeights(outputs, 3) || outputs.SequenceEqual(Bits("1001")))
            .HiddenWrongAnswer("never and always do not count", outputs => outputs.Distinct().Count() == 2 && WithWeights(outputs, 3))
            .HiddenWrongAnswer("a unit must be silent without inputs", outputs => !outputs[0] && WithWeights(outputs, 3))
            .HiddenWrongAnswer("only parity is impossible",
                outputs => outputs.Where((output, row) => output == IsOdd(row)).Count() % outputs.Length != 0)
            .HiddenWrongAnswer("everything of four inputs is possible", outputs => outputs.Length == 16 || WithWeights(outputs, 3));

    private static bool Coin(Random random) => random.Next(2) == 1;

    private static bool[] Drawn(int length, Func<int, bool> at) => [.. Enumerable.Range(0, length).Select(at)];

    private static bool[] Spikes(int steps, Random random) => Drawn(steps, _ => Coin(random));

    private static bool[] Votes(int voters, int yes, Random random)
    {
        bool[] votes = Drawn(voters, voter => voter < yes);
        random.Shuffle(votes);
        return votes;
    }

    private static bool[] CloseVote(Random random)
    {
        int voters = random.Next(2, 20);
        return Votes(voters, voters / 2 + random.Next(-1, 2), random);
    }

    private static int Inputs(bool[] outputs) => BitOperations.Log2((uint)outputs.Length);

    private static bool IsOdd(int row) => BitOperations.PopCount((uint)row) % 2 == 1;

    /// <summary>The same function with its inputs reordered and some of them negated: as hard as before.</summary>
    private static bool[] Disguised(string table, Random random)
    {
        bool[] outputs = Bits(table);
        int[] order = [.. Enumerable.Range(0, Inputs(outputs))];
        random.Shuffle(order);
        int turned = random.Next(outputs.Length);
        return Drawn(outputs.Length, row => outputs[order.Select((from, to) => ((row ^ turned) >> from & 1) << to).Sum()]);
    }

    private static bool[] OfOneUnit(Random random)
    {
        int[] w = [.. Enumerable.Range(0, 4).Select(_ => random.Next(-3, 4))];
        int threshold = random.Next(w.Where(weight => weight < 0).Sum(), w.Where(weight => weight > 0).Sum() + 2);
        return Drawn(16, row => w.Where((_, i) => (row >> i & 1) == 1).Sum() >= threshold);
    }

    private static bool[] AlmostOfOneUnit(Random random)
    {
        bool[] outputs = OfOneUnit(random);
        outputs[random.Next(outputs.Length)] ^= true;
        return outputs;
    }
}
