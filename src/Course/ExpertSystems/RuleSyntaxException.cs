namespace Course.ExpertSystems;

/// <summary>
/// A rule text cannot be parsed. The message begins with the line, and says what is wrong there and what to write instead.
/// </summary>
public sealed class RuleSyntaxException : FormatException
{
    /// <summary>Creates the exception without a line number.</summary>
    public RuleSyntaxException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public RuleSyntaxException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public RuleSyntaxException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal RuleSyntaxException(int line, string message)
        : base($"line {line}: {message}") => Line = line;

    /// <summary>The line of the text, from 1.</summary>
    public int Line { get; }
}
