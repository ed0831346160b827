namespace Course.Jupyter.Wire;

/// <summary>A connection file cannot be followed. The message is one line and holds nothing secret.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class ConnectionFileException(string message) : Exception(message);
