namespace Course.Notebooks.Export;

/// <summary>A notebook has something that a program in one file cannot have. The message is one line that says where and what.</summary>
/// <param name="message">The line.</param>
public sealed class ExportException(string message) : Exception(message);
