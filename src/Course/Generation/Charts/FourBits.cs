using System.Text;
using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;

namespace Course.Generation.Charts;

/// <summary>
/// Numbers in four bits each, so that a model fits into a page. They are cut into runs. Each run has a step of its own, and each of its
/// numbers becomes the nearest of the multiples −7 to 7 of that step.
/// </summary>
internal static class FourBits
{
    private const int Most = 7, Together = 8;

    /// <summary>The letters of <see cref="Pack"/>: 85 that JSON leaves as they are. 85⁵ is a little more than 16⁸.</summary>
    internal const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-:=^!/*?()[]{}@%$#,;_|";

    /// <summary>The numbers as they come out again.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="run">How many of them share a step.</param>
    internal static float[] Rounded(float[] numbers, int run) =>
        [.. numbers.Chunk(run).SelectMany(part => (float)Step(part) is var step ? Multiples(part, step).Select(n => n * step) : [])];

    /// <summary>The numbers as text for a page's script: eight of them in five letters, and the steps.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="run">How many of them share a step.</param>
    internal static JsonObject Pack(float[] numbers, int run)
    {
        float[] steps = [.. numbers.Chunk(run).Select(part => (float)Step(part))];
        var text = new StringBuilder();
        foreach (int[] eight in numbers.Chunk(run).SelectMany((part, n) => Multiples(part, steps[n])).Chunk(Together))
        {
            uint together = 0;
            for (int n = 0; n < Together; n++) together = together * 16 + (uint)((n < eight.Length ? eight[n] : 0) + Most);
            for (uint place = 85 * 85 * 85 * 85; place > 0; place /= 85) text.Append(Letters[(int)(together / place % 85)]);
        }
        return new() { ["run"] = run, ["steps"] = PackedNumbers.Half(steps), ["multiples"] = text.ToString() };
    }

    private static int[] Multiples(float[] run, float step) =>
        Array.ConvertAll(run, number => Multiple(number, step));

    private static int Multiple(float number, float step) => step == 0 ? 0 : (int)Math.Clamp(MathF.Round(number / step), -Most, Most);

    /// <summary>The step with the smallest squared error: a few large numbers may be cut, if that serves the many.</summary>
    private static Half Step(float[] run)
    {
        float largest = run.Max(MathF.Abs);
        return Enumerable.Range(8, 13).Select(n => (Half)(largest * n / 20 / Most)).MinBy(half =>
        {
            float step = (float)half, error = 0;
            foreach (float number in run)
            {
                float missed = number - Multiple(number, step) * step;
                error += missed * missed;
            }
            return error;
        });
    }
}
