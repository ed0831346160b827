namespace Course.Jupyter.Wire;

/// <summary>A connection file cannot be used. The message is one line and contains nothing secret.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class ConnectionFileException(string message) : Exception(message);
