namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 01.</summary>
internal static class Lesson01Answers
{
    internal static int[] Running(bool[] pulses, Func<int, int> shown) =>
        [.. pulses.Select((_, t) => shown(pulses.Take(t + 1).Count(p => p)))];

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

    // No input raises the output in one row and lowers it in another.
    internal static bool OneWay(bool[] outputs)
    {
        for (int input = 1; input < outputs.Length; input *= 2)
        {
            bool[] rises = [.. Enumerable.Range(0, outputs.Length).Where(row => (row & input) == 0 && outputs[row] != outputs[row | input])
                .Select(row => outputs[row | input])];
            if (rises.Distinct().Count() == 2)
                return false;
        }

        return true;
    }
}
