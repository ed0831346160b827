namespace Course.Notebooks.Kernel;

/// <summary>What the cell has shown so far is to go.</summary>
/// <param name="Wait">Whether it goes only when something new is shown.</param>
public sealed record OutputCleared(bool Wait) : KernelOutput;
