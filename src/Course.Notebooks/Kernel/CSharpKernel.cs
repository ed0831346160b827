using System.Collections.Immutable;
using System.Globalization;
using Course.Notebooks.Kernel.Compiler;
using Course.Notebooks.Kernel.Formatting;
using Course.Notebooks.Kernel.References;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Runs the cells of a notebook, one after another, in this process. Each cell sees what earlier cells declared. The cells share one
/// thread; the current directory is the process's.
/// </summary>
public sealed class CSharpKernel : IDisposable
{
    private static readonly Lazy<Task> warm = new(WarmUpCore);

    private readonly KernelOptions options;
    private readonly KernelSession session = new();
    private readonly CellThread thread = new();
    private readonly SubmissionChain chain = new();
    private readonly ErrorMapper errors = new();
    private readonly ReferenceSet references = new();
    private readonly TensorWatch tensors = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock order = new();
    private Task askedBefore = Task.CompletedTask;
    private volatile string? running;
    private int count;

    /// <summary>Creates a fresh kernel.</summary>
    /// <param name="options">Its limits; null for the defaults.</param>
    public CSharpKernel(KernelOptions? options = null)
    {
        this.options = options ?? new KernelOptions();
        ConsoleRouter.Take();
        DisplayHost.Install();
        ValueFormatter.SetUp();
        AppDomain.CurrentDomain.ProcessExit += ReportExit;
    }

    /// <summary>
    /// Raised when the process exits while a cell runs (<c>Environment.Exit</c>). Names the cell and, if the call is in the cell itself,
    /// the line. All output of the cell is emitted first.
    /// </summary>
    public event EventHandler<CellExitEventArgs>? Exiting;

    /// <summary>
    /// Asks the user for a line, for cells that read from the console. It gets the token that stops the cell, and returns null at the end
    /// of the input. If this is null, nobody can be asked, and cells read the process's own input.
    /// </summary>
    public Func<CancellationToken, string?>? ReadLine
    {
        get => session.ReadLine;
        set => session.ReadLine = value;
    }

    /// <summary>The variables that cells have declared, by name.</summary>
    public IReadOnlyList<KernelVariable> Variables => chain.Variables();

    /// <summary>
    /// Compiles and runs something small on a separate thread, so that the first cell need not wait for the compiler to load.
    /// </summary>
    /// <returns>A task that need not be awaited.</returns>
    public static Task WarmUp() => warm.Value;

    /// <summary>What a cell written now would see. Can be called on any thread, and while a cell runs.</summary>
    internal KernelSnapshot Snapshot()
    {
        // In this order: the references must not be older than the cells that use them.
        ImmutableList<SubmittedCode> cells = chain.Submitted;
        return new KernelSnapshot(cells, references.Copy());
    }

    /// <summary>Runs one cell; stack traces call it "cell 1", "cell 2" and so on.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="emit">
    /// Receives what the cell shows while it runs, one call at a time, never on the cell's own thread; all calls are made before the task
    /// completes.
    /// </param>
    /// <param name="cancellation">Stops the cell; its result then is a failure of kind <see cref="ErrorKind.Cancelled"/>.</param>
    /// <returns>The cell's result. The task fails only if <paramref name="emit"/> threw.</returns>
    public Task<CellResult> RunAsync(string code, Action<KernelOutput> emit, CancellationToken cancellation = default) =>
        RunAsync(code, string.Create(CultureInfo.InvariantCulture, $"cell {Interlocked.Increment(ref count)}"), emit, cancellation);

    /// <summary>Runs one cell.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cellName">The name of the cell in stack traces, for example "cell 7".</param>
    /// <param name="emit">
    /// Receives what the cell shows while it runs, one call at a time, never on the cell's own thread; all calls are made before the task
    /// completes.
    /// </param>
    /// <param name="cancellation">Stops the cell; its result then is a failure of kind <see cref="ErrorKind.Cancelled"/>.</param>
    /// <returns>The cell's result. The task fails only if <paramref name="emit"/> threw.</returns>
    public Task<CellResult> RunAsync(string code, string cellName, Action<KernelOutput> emit, CancellationToken cancellation = default)
    {
        lock (order)
        {
            // After the previous request: separate threads would race for the turn.
            Task<CellResult> run = askedBefore.ContinueWith(
                _ => Run(code, cellName, emit, cancellation),
                CancellationToken.None,
                TaskContinuationOptions.LongRunning,
                TaskScheduler.Default);
            askedBefore = run;
            return run;
        }
    }

    /// <summary>
    /// Runs one cell, and waits. Needs no pool thread, so a cell that has exhausted the pool can still be stopped and answered.
    /// </summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cellName">The name of the cell in stack traces, for example "cell 7".</param>
    /// <param name="emit">
    /// Receives what the cell shows while it runs, one call at a time, never on the cell's own thread; all calls are made before this
    /// returns. What it throws is thrown.
    /// </param>
    /// <param name="cancellation">Stops the cell; its result then is a failure of kind <see cref="ErrorKind.Cancelled"/>.</param>
    /// <returns>The cell's result.</returns>
    public CellResult Run(string code, string cellName, Action<KernelOutput> emit, CancellationToken cancellation = default)
    {
        turn.Wait(CancellationToken.None);
        try
        {
            if (running is not null)
            {
                ErrorReport error = errors.Unstoppable("An earlier cell is still running and could not be stopped; restart the kernel.");
                return new CellResult { Error = error };
            }

            if (cancellation.IsCancellationRequested)
                return new CellResult { Error = errors.Cancelled(cellName, stack: null, line: null) };
            var output = new OutputChannel(emit, options);
            session.Output = output;
            CellResult result = RunOnThread(code, cellName, output, cancellation);
            session.Output = null;
            output.CompleteAsync().GetAwaiter().GetResult();
            return result with { OutputTruncated = output.Truncated };
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends the kernel's thread.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= ReportExit;
        thread.Dispose();
    }

    private CellResult RunOnThread(string code, string cellName, OutputChannel output, CancellationToken cancellation)
    {
        var stopper = new CellStopper(thread, options);
        var ended = new TaskCompletionSource<CellResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = new CellContext(thread);
        running = cellName;
        // Before the cell's turn: code left over from an earlier cell may loop on the thread, and is stopped together with this one.
        session.Stopper = stopper;
        context.Post(
            _ =>
            {
                session.Line = null;
                session.Enter();
                ConsoleRouter.Take();
                var execution = new CellExecution(session, chain, references, errors, thread, stopper, output, options, cellName);
                CellResult result = execution.Run(code);
                if (options.FormatsValues && !stopper.Stopping.IsCancellationRequested && tensors.Look() is { } advice)
                    output.Write("stderr", advice);
                if (stopper.Stopping.IsCancellationRequested)
                    context.Drop();
                stopper.Finish(() =>
                {
                    running = null;
                    ended.SetResult(result);
                });
            },
            null);
        using (cancellation.UnsafeRegister(_ => stopper.Stop(), null))
        {
            if (Task.WaitAny([ended.Task, stopper.GivenUp], CancellationToken.None) == 0)
                return ended.Task.Result;
            const string why = "The cell was to be stopped and still runs; restart the kernel.";
            return new CellResult { Error = errors.Unstoppable(why, cellName, session.Line) };
        }
    }

    private void ReportExit(object? sender, EventArgs e)
    {
        if (running is not { } cellName)
            return;
        // The cell's last output is still on its way.
        session.Output?.CompleteAsync().Wait(TimeSpan.FromSeconds(1));
        (string CellName, int Line)? place = session.ExitPlace;
        Exiting?.Invoke(this, new CellExitEventArgs(cellName, place?.CellName == cellName ? place?.Line : null, Environment.ExitCode));
    }

    private static async Task WarmUpCore()
    {
        await Task.Yield();
        using var kernel = new CSharpKernel();
        await kernel.RunAsync("int warm = 1; display(warm); Console.WriteLine(warm); warm", _ => { }).ConfigureAwait(false);
    }
}
