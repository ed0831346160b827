namespace Course.McCullochPitts;

/// <summary>What the learner builds in lesson 01.</summary>
internal static class Lesson01Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } = [NandXor(), Majority(), Counter(), Separable()];

    private static Exercise NandXor() =>
        Exercise.Define<Func<bool, bool, bool[]>>("01.nand-xor", "NAND and XOR", points: 2)
            .Case([false, false], expected: Bits("10"), note: "nothing fires: NAND needs a line that always does")
            .Case([false, true], expected: Bits("11"))
            .Case([true, false], expected: Bits("11"))
            .Case([true, true], expected: Bits("00"))
            .Mistake("Your first output is NOR. A veto is absolute: one neuron that a and b can both veto is silent when only one of them is there.",
                (bool a, bool b) => new[] { !a && !b, a != b })
            .Mistake("Your first output is AND. NAND is its opposite, and wants the line that always fires (true).",
                (bool a, bool b) => new[] { a && b, a != b })
            .Mistake("Your second output is OR: it must be silent when both are there.",
                (bool a, bool b) => new[] { !(a && b), a || b })
            .Mistake("Your second output never fires: a neuron that a excites and a vetoes cannot. Ask 'only a?' and 'only b?' with a neuron each.",
                (bool a, bool b) => new[] { !(a && b), false });

    private static Exercise Majority() =>
        Exercise.Define<Func<bool[], bool>>("01.majority", "A majority gate", points: 1)
            .Case([Bits("110")], expected: true)
            .Case([Bits("100")], expected: false)
            .Case([Bits("1100")], expected: false, note: "half is not more than half")
            .Case([Bits("1110")], expected: true)
            .Case([Bits("01101")], expected: true)
            .Case([Bits("1")], expected: true)
            .Mistake("A tie is no majority: with 4 voters the threshold is 3.", (bool[] votes) => 2 * votes.Count(v => v) >= votes.Length)
            .Mistake("Your threshold is 2 for any number of voters: it must grow with votes.Length.", (bool[] votes) => votes.Count(v => v) >= 2)
            .Mistake("You ask for all votes. More than half is enough.", (bool[] votes) => votes.All(v => v));

    private static Exercise Counter() =>
        Exercise.Define<Func<bool[], int[]>>("01.counter", "A two-bit counter", points: 3)
            .Case([Bits("101")], expected: Counts("112"))
            .Case([Bits("00")], expected: Counts("00"))
            .Case([Bits("11111")], expected: Counts("12301"), note: "after 3 comes 0")
            .Case([Bits("011011")], expected: Counts("012230"))
            .Mistake("Every pulse flips your high bit. It must flip only when low falls from 1 to 0: on a pulse while low is 1.",
                (bool[] pulses) => Running(pulses, n => n % 2 * 3))
            .Mistake("Your counts come one step late: the answer of a step counts the pulse of that step.",
                (bool[] pulses) => pulses.Select((_, t) => pulses.Take(t).Count(p => p) % 4).ToArray())
            .Mistake("You stop at 3. After 3 both bits fall to 0.", (bool[] pulses) => Running(pulses, n => Math.Min(n, 3)))
            .Mistake("The high bit looks at low after it has changed. Compute both next values from the present ones, then change both.",
                (bool[] pulses) => HighAfterLow(pulses));

    private static Exercise Separable() =>
        Exercise.Define<Func<bool[], bool>>("01.separable", "Can one unit do it?", points: 4)
            .Case([Bits("0001")], expected: true, note: "AND")
            .Case([Bits("0110")], expected: false, note: "XOR")
            .Case([Bits("1011")], expected: true, note: "b implies a: a weight below 0")
            .Case([Bits("1111")], expected: true, note: "always: even silence reaches a threshold of 0")
            .Case([Bits("00000111")], expected: true, note: "a and (b or c): a must weigh 2")
            .Case([Bits("01101001")], expected: false, note: "an odd number of three")
            .Case([Bits("0001000100011111")], expected: false, note: "(a and b) or (c and d): never falls when an input rises, and yet no unit computes it")
            .Case([Bits("0000000100111111")], expected: true, note: "weights 3, 2, 2 and 1")
            .Mistake("Your weights are too small: 'a and (b or c)' needs a weight of 2, four inputs up to 3.", (bool[] outputs) => WithWeights(outputs, 1))
            .Mistake("You look only for XOR's pattern in two inputs. With more inputs there are many more ways to fail.",
                (bool[] outputs) => outputs.Length != 4 || outputs[0] != outputs[3] || outputs[1] != outputs[2] || outputs[0] == outputs[1])
            .Mistake("That no input ever works both ways is necessary but not enough: look at (a and b) or (c and d).", OneWay)
            .Mistake("Your weights are all 0 or more. 'b implies a' needs one below 0.", (bool[] outputs) => WithWeights(outputs, 3, least: 0));

    internal static bool[] Bits(string digits) => [.. digits.Select(c => c == '1')];

    internal static int[] Counts(string digits) => [.. digits.Select(c => c - '0')];

    internal static int[] Running(bool[] pulses, Func<int, int> shown) => [.. pulses.Select((_, t) => shown(pulses.Take(t + 1).Count(p => p)))];

    internal static int[] HighAfterLow(bool[] pulses)
    {
        bool low = false;
        bool high = false;
        return [.. pulses.Select(pulse =>
        {
            low ^= pulse;
            high ^= pulse && low;
            return (high ? 2 : 0) + (low ? 1 : 0);
        })];
    }

    internal static bool WithWeights(bool[] outputs, int largest, int? least = null)
    {
        int n = System.Numerics.BitOperations.Log2((uint)outputs.Length);
        int low = least ?? -largest;
        int choices = largest - low + 1;
        for (int code = 0; code < (int)Math.Pow(choices, n); code++)
        {
            int[] w = [.. Enumerable.Range(0, n).Select(i => code / (int)Math.Pow(choices, i) % choices + low)];
            int leastFiring = int.MaxValue;
            int greatestSilent = int.MinValue;
            for (int row = 0; row < outputs.Length; row++)
            {
                int sum = 0;
                for (int i = 0; i < n; i++) sum += (row >> i & 1) * w[i];
                if (outputs[row]) leastFiring = Math.Min(leastFiring, sum);
                else greatestSilent = Math.Max(greatestSilent, sum);
            }

            if (leastFiring > greatestSilent)
                return true;
        }

        return false;
    }

    // No input both raises the output in one row and lowers it in another.
    internal static bool OneWay(bool[] outputs)
    {
        for (int input = 1; input < outputs.Length; input *= 2)
        {
            bool[] rises = [.. Enumerable.Range(0, outputs.Length).Where(row => (row & input) == 0 && outputs[row] != outputs[row | input]).Select(row => outputs[row | input])];
            if (rises.Distinct().Count() == 2)
                return false;
        }

        return true;
    }
}
