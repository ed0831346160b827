using Course.Plots;
using Plotly.NET;

namespace Course.Scaling.Charts;

/// <summary>The error of guesses against the number of examples in the prompt. Defined in lesson 15.</summary>
public static class InContextChart
{
    private static readonly (string Colour, bool Dashed)[] styles =
        [(Traces.Ours, false), (Traces.Rival, false), (Traces.Other, true), ("#CC79A7", true), ("#E69F00", true)];

    /// <summary>Draws a line for each who guesses, the Transformer first, least squares second.</summary>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="dimensions">d: from so many examples on, least squares makes no error.</param>
    /// <param name="guessers">The name of each, and its error after 0, 1, 2, ... examples.</param>
    public static GenericChart Of(string title, int dimensions, params (string Name, double[] Errors)[] guessers)
    {
        ArgumentNullException.ThrowIfNull(guessers);
        double top = Math.Max(1.1, guessers.Max(one => one.Errors.Max()) * 1.03);
        IEnumerable<Trace> lines = guessers.Select((one, n) =>
        {
            (string colour, bool dashed) = styles[n % styles.Length];
            IEnumerable<double> x = Enumerable.Range(0, one.Errors.Length).Select(k => (double)k);
            Trace line = dashed
                ? Traces.Dashed(one.Name, colour, x, one.Errors)
                : Traces.Of("lines+markers", one.Name, colour, x, one.Errors);
            return line.Saying(one.Name + ": %{y:.3f} after %{x} examples");
        });
        Trace enough = Traces.Dashed(FormattableString.Invariant($"{dimensions} examples: enough"), Traces.Beside,
            [dimensions, dimensions], [0, top]).Saying("as many examples as dimensions");
        return Traces.Chart([.. lines, enough]).Titled(title, "examples in the prompt", "mean squared error / d")
            .RangeY(-0.03, top).Sized(780, 460);
    }
}
