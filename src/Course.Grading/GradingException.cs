namespace Course.Grading;

/// <summary>Grading cannot go on, through no fault of a submission. The message is one line: what is wrong, and what to do.</summary>
public sealed class GradingException : Exception
{
    /// <summary>An exception with the line to show.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public GradingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with the line to show and what caused it.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="inner">What was thrown first.</param>
    public GradingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
