using System.Numerics;
using System.Numerics.Tensors;

namespace Course.BoltzmannMachines;

/// <summary>
/// Computes ln Z of a restricted Boltzmann machine exactly. It enumerates the hidden states, and sums over the visible ones in closed form.
/// Defined in lesson 05.
/// </summary>
public static class PartitionFunction
{
    private const int MostHidden = 22;

    /// <summary>ln Σ_h e^(Σ c_j·h_j) · Π_i (1 + e^(b_i + Σ w_ji·h_j)).</summary>
    /// <param name="machine">A machine of up to 22 hidden units, and any number of visible ones.</param>
    /// <returns>ln Z, in nats.</returns>
    /// <exception cref="ArgumentException">There are more hidden units.</exception>
    public static double Log(RestrictedBoltzmannMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        int hidden = machine.HiddenBiases.Length;
        if (hidden > MostHidden)
            throw new ArgumentException(
                $"{hidden} hidden units have too many states to go through; up to {MostHidden} will do. Use annealed importance sampling.",
                nameof(machine));

        // Gray code order (1953): each state differs from the one before in one unit, so one row of weights is added or subtracted.
        float[] sums = [.. machine.VisibleBiases];
        double hiddenSum = 0;
        var exponents = new double[1 << hidden];
        var work = new float[sums.Length];
        for (int number = 0; ; number++)
        {
            exponents[number] = hiddenSum + SumOfSoftPlus(sums, work);
            if (number == exponents.Length - 1) return Enumeration.LogSumExp(exponents);

            int next = number + 1;
            int flipped = BitOperations.TrailingZeroCount(next);
            bool on = ((next ^ (next >> 1)) >> flipped & 1) == 1;
            TensorPrimitives.MultiplyAdd(machine.Weights[flipped], on ? 1f : -1f, sums, sums);
            hiddenSum += on ? machine.HiddenBiases[flipped] : -machine.HiddenBiases[flipped];
        }
    }

    // ln(1 + e^x) = max(x, 0) + ln(1 + e^−|x|), summed.
    private static double SumOfSoftPlus(float[] x, float[] work)
    {
        TensorPrimitives.Abs<float>(x, work);
        float absolute = TensorPrimitives.Sum<float>(work);
        TensorPrimitives.Negate<float>(work, work);
        TensorPrimitives.Exp<float>(work, work);
        TensorPrimitives.LogP1<float>(work, work);
        return (TensorPrimitives.Sum<float>(x) + absolute) / 2 + TensorPrimitives.Sum<float>(work);
    }
}
