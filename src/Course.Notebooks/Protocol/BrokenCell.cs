namespace Course.Notebooks.Protocol;

/// <summary>A cell that does not compile.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record BrokenCell(int Number, int Line, string Message);
