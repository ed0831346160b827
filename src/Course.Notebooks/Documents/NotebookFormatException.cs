namespace Course.Notebooks.Documents;

/// <summary>A file is not a notebook that can be read here. The message is one line that says why.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>An exception with the line to show.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    public NotebookFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with the line to show and what caused it.</summary>
    /// <param name="message">What is wrong, in one line.</param>
    /// <param name="inner">What was thrown first.</param>
    public NotebookFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
