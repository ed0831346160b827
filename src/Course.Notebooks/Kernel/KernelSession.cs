namespace Course.Notebooks.Kernel;

/// <summary>
/// Tells to which kernel running code belongs. It flows with the code to other threads, so that their output and displays reach the right
/// cell.
/// </summary>
internal sealed class KernelSession
{
    private static readonly AsyncLocal<KernelSession?> flowing = new();
    private static volatile KernelSession? latest;

    private volatile OutputChannel? output;

    /// <summary>The session of the calling code; null outside cells.</summary>
    internal static KernelSession? Current => flowing.Value;

    /// <summary>The session of the calling code; on a thread without one, the session that ran last.</summary>
    internal static KernelSession? CurrentOrLatest => flowing.Value ?? latest;

    /// <summary>The destination of the running cell's output; null between cells.</summary>
    internal OutputChannel? Output
    {
        get => output;
        set => output = value;
    }

    /// <summary>Asks for a line of input; null if nobody can be asked.</summary>
    internal Func<CancellationToken, string?>? ReadLine { get; set; }

    /// <summary>Where packages are looked for besides the configured sources.</summary>
    internal ISet<string> PackageSources { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>What the running cell disposes of at its end, the last first.</summary>
    internal Stack<(IDisposable? Now, IAsyncDisposable? Awaited)> Used { get; set; } = [];

    /// <summary>The variables that cells have declared with <c>using</c>.</summary>
    internal ISet<string> UsedVariables { get; } = new HashSet<string>();

    /// <summary>Stops the running cell.</summary>
    internal CellStopper? Stopper { get; set; }

    /// <summary>The line of the statement that the cell started last; null before the first.</summary>
    internal int? Line { get; set; }

    /// <summary>Where a cell ends the process; null as long as none does.</summary>
    internal (string CellName, int Line)? ExitPlace { get; set; }

    /// <summary>Makes this the session of the calling thread and of all work that it starts.</summary>
    internal void Enter()
    {
        flowing.Value = this;
        latest = this;
    }
}
