namespace Course.Notebooks.Kernels;

/// <summary>
/// Runs the cells of a notebook, one after another, in this process. What one cell declares the next ones see. The cells share one
/// thread; the current directory is the process's.
/// </summary>
public sealed class CSharpKernel : IDisposable
{
    /// <summary>Compiles and runs something small on a thread of its own, so that the first cell does not wait for the compiler to be loaded.</summary>
    /// <returns>A task that need not be awaited.</returns>
    public static Task WarmUp() => Task.CompletedTask;

    /// <summary>
    /// Raised on the ending thread when a cell ends the whole process (<c>Environment.Exit</c>), while the process still lives; says which cell and line.
    /// </summary>
    public event EventHandler<CellExitEventArgs>? Exiting;

    /// <summary>Runs one cell; in stack traces it is called "cell 1", "cell 2" and so on.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="emit">Receives what the cell shows while it runs, one call at a time, never on the cell's own thread; all calls are made before the task completes.</param>
    /// <param name="cancellation">Stops the cell; its result then is a failure of kind <see cref="ErrorKind.Cancelled"/>.</param>
    /// <returns>How the cell ended. The task itself does not fail.</returns>
    public Task<CellResult> RunAsync(string code, Action<KernelOutput> emit, CancellationToken cancellation = default) =>
        RunAsync(code, "cell", emit, cancellation);

    /// <summary>Runs one cell.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cellName">What the cell is called in stack traces, for example "cell 7".</param>
    /// <param name="emit">Receives what the cell shows while it runs, one call at a time, never on the cell's own thread; all calls are made before the task completes.</param>
    /// <param name="cancellation">Stops the cell; its result then is a failure of kind <see cref="ErrorKind.Cancelled"/>.</param>
    /// <returns>How the cell ended. The task itself does not fail.</returns>
    public Task<CellResult> RunAsync(string code, string cellName, Action<KernelOutput> emit, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Ends the kernel's thread.</summary>
    public void Dispose() => GC.KeepAlive(Exiting);
}
