namespace Course.Notebooks.Isolation;

/// <summary>How much memory a notebook's process may use. Beyond that, its cell gets an exception and the machine survives.</summary>
/// <param name="HeapBytes">The maximum for .NET objects.</param>
/// <param name="DataBytes">The maximum for .NET objects and native memory (tensors) together; enforced on Linux only.</param>
public sealed record MemoryLimits(long HeapBytes, long DataBytes)
{
    private const long Gigabyte = 1L << 30;

    /// <summary>4 GB of objects and 12 GB in all, or half and three quarters of a smaller machine.</summary>
    public static MemoryLimits ForThisMachine { get; } = Of(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    private static MemoryLimits Of(long machine) => new(Math.Min(4 * Gigabyte, machine / 2), Math.Min(12 * Gigabyte, machine / 4 * 3));
}
