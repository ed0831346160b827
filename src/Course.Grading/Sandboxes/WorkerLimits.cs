namespace Course.Grading.Sandboxes;

/// <summary>The limits of a process that runs a submission's code.</summary>
public sealed record WorkerLimits
{
    /// <summary>The maximum size of all .NET objects, in bytes.</summary>
    public long HeapBytes { get; init; } = 1L << 30;

    /// <summary>The maximum private memory, in bytes: objects, native memory, stacks.</summary>
    public long DataBytes { get; init; } = 3L << 30;

    /// <summary>The maximum address space, in bytes; .NET reserves several times its heap.</summary>
    public long AddressBytes { get; init; } = 8L << 30;

    /// <summary>The maximum number of threads; null for no limit. Without a sandbox, everything that the user runs would count.</summary>
    public int? Threads { get; init; } = 200;

    /// <summary>The maximum size of a file, in bytes, and of the temporary folder.</summary>
    public long FileBytes { get; init; } = 64L << 20;

    /// <summary>The maximum number of files and folders in the temporary folder; each takes memory of the kernel.</summary>
    public int Inodes { get; init; } = 20_000;

    /// <summary>The maximum number of open files.</summary>
    public int OpenFiles { get; init; } = 256;

    /// <summary>The maximum processor time of one process, in seconds.</summary>
    public int ProcessorSeconds { get; init; } = 1200;
}
