namespace Course.Notebooks.Kernel.Compiler;

/// <summary>A line addressed to the kernel cannot be followed.</summary>
internal sealed class DirectiveException(string message, int line) : Exception(message)
{
    /// <summary>The line of the cell, from 1.</summary>
    internal int Line { get; } = line;
}
