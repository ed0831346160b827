namespace Course.Notebooks.Worker;

/// <summary>
/// Memory for the moment when a cell has filled the heap. What the cell keeps still fills it when its exception is to be reported, and a
/// report that finds no memory would end the process without a word.
/// </summary>
internal static class MemoryReserve
{
    // The collector gives the whole of it back only if it is larger than a region of the heap for large objects, which has 32 MB.
    private const long Most = 40 << 20;

    private static byte[]? reserve;

    /// <summary>Sets memory aside until the first time that somebody finds none.</summary>
    public static void Keep()
    {
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        reserve = GC.AllocateUninitializedArray<byte>((int)Math.Min(Most, available / 10));
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            if (thrown.Exception is OutOfMemoryException) Volatile.Write(ref reserve, null);
        };
    }
}
