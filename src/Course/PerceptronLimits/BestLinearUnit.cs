using System.Collections.Concurrent;
using System.Numerics;
using Course.McCullochPitts;

namespace Course.PerceptronLimits;

/// <summary>
/// The single threshold unit closest to a Boolean function, found exactly. The function's truth table is compared with that of every
/// threshold function with as many inputs. Defined in lesson 03.
/// </summary>
/// <param name="Unit">A unit with the fewest errors; others may be equally good.</param>
/// <param name="Errors">The number of rows of the truth table, out of 2^n, on which it is wrong.</param>
public sealed record BestLinearUnit(ThresholdUnit Unit, int Errors)
{
    private static readonly ConcurrentDictionary<int, (ulong Bits, ThresholdUnit Unit)[]> units = new();

    /// <summary>Finds the closest unit.</summary>
    /// <param name="function">A function of at most 4 inputs.</param>
    /// <returns>The unit and its number of errors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than 4 inputs.</exception>
    public static BestLinearUnit For(BooleanFunction function)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(function.Inputs, 4);
        (ulong Bits, ThresholdUnit Unit)[] units = BestLinearUnit.units.GetOrAdd(function.Inputs, n =>
            [.. ThresholdFunctions.All(n).Select(u => (u.Key.Bits, u.Value))]);
        (int best, int fewest) = (0, int.MaxValue);
        for (int i = 0; i < units.Length; i++)
        {
            int errors = BitOperations.PopCount(units[i].Bits ^ function.Bits);
            if (errors < fewest)
            {
                (best, fewest) = (i, errors);
            }
        }

        return new BestLinearUnit(units[best].Unit, fewest);
    }
}
