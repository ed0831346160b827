namespace Course.Grading.Sandboxes;

/// <summary>What a process may take that runs a submission's code.</summary>
public sealed record WorkerLimits
{
    /// <summary>The most that .NET objects may take, in bytes.</summary>
    public long HeapBytes { get; init; } = 1L << 30;

    /// <summary>The most private memory, in bytes: objects, native memory, stacks.</summary>
    public long DataBytes { get; init; } = 3L << 30;

    /// <summary>The most address space, in bytes; .NET reserves several times its heap.</summary>
    public long AddressBytes { get; init; } = 8L << 30;

    /// <summary>The most threads; null leaves them unlimited. Without a sandbox all that the user runs would count.</summary>
    public int? Threads { get; init; } = 200;

    /// <summary>The largest file, in bytes, and the size of the temporary folder.</summary>
    public long FileBytes { get; init; } = 64L << 20;

    /// <summary>The most open files.</summary>
    public int OpenFiles { get; init; } = 256;

    /// <summary>The most processor time of one process, in seconds.</summary>
    public int ProcessorSeconds { get; init; } = 1200;
}
