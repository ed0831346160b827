namespace Course.Notebooks.Kernel;

/// <summary>Text written to the console. What is written in quick succession arrives as one.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">What was written.</param>
public sealed record StreamWritten(string Name, string Text) : KernelOutput;
