using Course.Notebooks.Kernel;

namespace Course.Notebooks.Runner;

/// <summary>
/// How much of a cell's output the runner takes. The kernel has the same limits, cuts what is above them, and tells so kindly. But a cell
/// can write to the worker's pipe itself, past the kernel, and the runner keeps what it takes.
/// </summary>
internal sealed class OutputBudget(KernelOptions limits)
{
    // An output takes memory even if it is empty.
    private const int Each = 256;

    private long used;

    /// <summary>From now on, outputs belong to another cell.</summary>
    public void Turn() => used = 0;

    /// <summary>Whether the cell may show this as well.</summary>
    public bool Allows(KernelOutput shown)
    {
        used += shown switch
        {
            StreamWritten written => Each + written.Text.Length + written.Name.Length,
            Displayed displayed => Each + displayed.Data.Length,
            DisplayUpdated updated => updated.Data.Length,
            _ => 0,
        };
        return used <= limits.DisplayLimit + limits.TextLimit + ((long)Each * limits.DisplayCountLimit);
    }
}
