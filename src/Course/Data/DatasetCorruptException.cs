namespace Course.Data;

/// <summary>A file's content is not what the catalog promises, or not of the form its reader expects.</summary>
public sealed class DatasetCorruptException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line: which file, and what is wrong with it.</param>
    /// <param name="inner">What went wrong underneath, if anything did.</param>
    public DatasetCorruptException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
