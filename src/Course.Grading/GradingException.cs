namespace Course.Grading;

/// <summary>Grading cannot continue, through no fault of a submission. The one-line message says what is wrong and what to do.</summary>
public sealed class GradingException : Exception
{
    /// <summary>Creates the exception with the line to show.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public GradingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the line to show and its cause.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="inner">The exception that caused it.</param>
    public GradingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
