namespace Course.Notebooks.Kernel;

/// <summary>
/// Says to which kernel a piece of running code belongs. It flows with the code to other threads, so that what they write and
/// display finds its cell.
/// </summary>
internal sealed class KernelSession
{
    private static readonly AsyncLocal<KernelSession?> flowing = new();
    private static volatile KernelSession? latest;

    private volatile OutputChannel? output;

    /// <summary>The session of the code that asks; null outside cells.</summary>
    internal static KernelSession? Current => flowing.Value;

    /// <summary>The session of the code that asks or, on a thread that does not know, the one that ran last.</summary>
    internal static KernelSession? CurrentOrLatest => flowing.Value ?? latest;

    /// <summary>Where the running cell's output goes; null between cells.</summary>
    internal OutputChannel? Output
    {
        get => output;
        set => output = value;
    }

    /// <summary>Asks for a line of input; null where nobody can be asked.</summary>
    internal Func<CancellationToken, string?>? ReadLine { get; set; }

    /// <summary>What stops the running cell.</summary>
    internal CellStopper? Stopper { get; set; }

    /// <summary>The line of the statement of the cell that was begun last; null before the first.</summary>
    internal int? Line { get; set; }

    /// <summary>Where a cell ends the process; null as long as none does.</summary>
    internal (string CellName, int Line)? ExitPlace { get; set; }

    /// <summary>Makes this the session of the calling thread and of all work it starts.</summary>
    internal void Enter()
    {
        flowing.Value = this;
        latest = this;
    }
}
