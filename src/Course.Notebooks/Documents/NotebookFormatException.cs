namespace Course.Notebooks.Documents;

/// <summary>A file is not a notebook that can be read here. The one-line message says why.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Creates the exception with the line to show.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    public NotebookFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the line to show and its cause.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="inner">The exception that caused it.</param>
    public NotebookFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
