namespace Course.Cli;

/// <summary>An error that the user can fix. The one-line message says what is wrong and what to do.</summary>
internal sealed class UserException(string message) : Exception(message);
