using System.Globalization;
using System.Reflection;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Looks after each cell for tensors of TorchSharp that nobody refers to any more. Their memory lies outside .NET, so the garbage collector
/// sees no need to run, and it grows. They are collected, and the first time the reader is told.
/// </summary>
internal sealed class TensorWatch
{
    private const long Much = 500L << 20;

    private long inUse;
    private bool told;

    /// <summary>What to tell; null if there is nothing to tell, or it was told before.</summary>
    internal string? Look()
    {
        if (Count() is not { } before || Environment.WorkingSet is var used && used - inUse < Much)
            return null;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        inUse = Environment.WorkingSet;
        long tensors = before - (Count() ?? before);
        long freed = used - inUse;
        if (told || tensors <= 0 || freed < Much)
            return null;
        told = true;
        return string.Create(CultureInfo.InvariantCulture,
            $"[{tensors:N0} tensors of {freed / 1e9:0.0} GB were left undisposed. Their memory is not .NET's, which frees it late or "
                + $"never: write using var scope = torch.NewDisposeScope(); where they are made.]\n");
    }

    // All tensors that are alive; null without TorchSharp.
    private static long? Count()
    {
        Assembly? library = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => loaded.GetName().Name == "TorchSharp");
        object? count = library?.GetType("TorchSharp.torch+Tensor")?.GetProperty("TotalCount", BindingFlags.Static | BindingFlags.Public)
            ?.GetValue(null);
        return count is null ? null : Convert.ToInt64(count, CultureInfo.InvariantCulture);
    }
}
