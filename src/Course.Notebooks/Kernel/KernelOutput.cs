namespace Course.Notebooks.Kernel;

/// <summary>Something a running cell shows: <see cref="StreamWritten"/>, <see cref="Displayed"/>, <see cref="DisplayUpdated"/> or <see cref="OutputCleared"/>.</summary>
public abstract record KernelOutput
{
    private protected KernelOutput()
    {
    }
}
