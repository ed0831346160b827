namespace Course.Cli;

/// <summary>Something the user can put right. The message is one line: what is wrong, and what to do.</summary>
internal sealed class UserException(string message) : Exception(message);
