namespace Course.Data;

/// <summary>A data set, or one file of it, is neither on this machine nor to be had; the message says what to do.</summary>
public sealed class DatasetMissingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line: what is missing and what to do.</param>
    /// <param name="inner">What went wrong underneath, if anything did.</param>
    public DatasetMissingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
